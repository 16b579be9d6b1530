#!/usr/bin/env python3
"""Small pictures as sheets that travel, and back: one JPEG XL file per class.

pictures.py sheets PACKED OUT [CLASS…]     packed file of `patchlight-cli train --pack` → OUT/000.jxl …, OUT/header.json,
                                           OUT/validation.jxl (the first pictures of the validation part)
pictures.py pack SHEETS PACKED             sheets (those that are there) → a packed file for patchlight-train
Needs numpy, Pillow and pillow-jxl-plugin.
"""
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pillow_jxl  # registers the format
from PIL import Image

COLUMNS = 25
VALIDATION = 2000
MAGIC = b"PLPACK1\n"


def sheet(pictures):
    count, side = len(pictures), pictures.shape[1]
    rows = -(-count // COLUMNS)
    padded = np.zeros((rows * COLUMNS, side, side, 3), np.uint8)
    padded[:count] = pictures
    return padded.reshape(rows, COLUMNS, side, side, 3).transpose(0, 2, 1, 3, 4).reshape(rows * side, COLUMNS * side, 3)


def cut(path, count, side):
    pixels = np.asarray(Image.open(path).convert("RGB"))
    rows = pixels.shape[0] // side
    pictures = pixels.reshape(rows, side, COLUMNS, side, 3).transpose(0, 2, 1, 3, 4)
    return pictures.reshape(rows * COLUMNS, side, side, 3)[:count]


def read_packed(path):
    raw = np.memmap(path, np.uint8, "r")
    length = int(raw[8:16].view("<u8")[0])
    header = json.loads(raw[16:16 + length].tobytes())
    side = header["size"]
    pixels = raw[16 + length:].reshape(-1, side, side, 3)
    train = len(header["train"]["labels"])
    return header, pixels[:train], pixels[train:]


def save(pictures, path, quality):
    Image.fromarray(sheet(pictures)).save(path, format="JXL", quality=quality, effort=3, num_threads=1)


def sheets(packed, out, classes):
    header, train, validation = read_packed(packed)
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    labels = np.array(header["train"]["labels"])
    for label in [int(c) for c in classes] or range(len(header["class_ids"])):
        path = out / f"{label:03d}.jxl"
        if not path.exists():
            save(train[labels == label], path, 70)
    few = np.random.RandomState(0).permutation(len(validation))[:VALIDATION]
    save(validation[few], out / "validation.jxl", 85)
    counts = [int((labels == c).sum()) for c in range(len(header["class_ids"]))]
    facts = {key: header[key] for key in ("size", "class_ids", "class_names", "split")}
    facts |= {"counts": counts, "validation": [header["validation"]["labels"][i] for i in few]}
    (out / "header.json").write_text(json.dumps(facts))


def pack(folder, packed):
    folder = Path(folder)
    facts = json.loads((folder / "header.json").read_text())
    side = facts["size"]
    there = [c for c in range(len(facts["counts"])) if (folder / f"{c:03d}.jxl").exists()]
    with ThreadPoolExecutor(16) as pool:
        parts = list(pool.map(lambda c: cut(folder / f"{c:03d}.jxl", facts["counts"][c], side), there))
    labels = [c for c in there for _ in range(facts["counts"][c])]
    validation = cut(folder / "validation.jxl", len(facts["validation"]), side)

    def described(labels):
        return {"labels": labels, "names": [f"{i}" for i in range(len(labels))]}

    header = {key: facts[key] for key in ("size", "class_ids", "class_names", "split")}
    header |= {"skipped": [], "train": described(labels), "validation": described(facts["validation"])}
    text = json.dumps(header).encode()
    with open(packed, "wb") as file:
        file.write(MAGIC + len(text).to_bytes(8, "little") + text)
        for part in parts + [validation]:
            file.write(np.ascontiguousarray(part).tobytes())
    print(f"{len(labels)} training pictures of {len(there)} classes, {len(validation)} validation pictures")


if __name__ == "__main__":
    command, *arguments = sys.argv[1:] or [""]
    if command == "sheets" and len(arguments) >= 2:
        sheets(arguments[0], arguments[1], arguments[2:])
    elif command == "pack" and len(arguments) == 2:
        pack(*arguments)
    else:
        sys.exit(__doc__)
