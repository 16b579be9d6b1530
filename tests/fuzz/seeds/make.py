#!/usr/bin/env python3
"""make.py: writes the smallest files of every container as seeds (needs numpy, Pillow and torch); long runs grow them."""
import io
import json
import pathlib
import struct
import zipfile
import zlib

import numpy
import torch
from PIL import Image

here = pathlib.Path(__file__).parent
tensors = {"a": torch.zeros(2, 3), "b": torch.ones(2, dtype=torch.bfloat16), "n": {"c": torch.arange(3)}}
torch.save(tensors, here / "small.pth")
torch.save(tensors, here / "legacy.pth", _use_new_zipfile_serialization=False)

header = json.dumps({"__metadata__": {"format": "pt"}, "a": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]},
                     "b": {"dtype": "BF16", "shape": [2], "data_offsets": [24, 28]}}).encode()
(here / "small.safetensors").write_bytes(struct.pack("<Q", len(header)) + header + bytes(28))

arrays = {"a": numpy.zeros((2, 3), numpy.float32), "b/c": numpy.arange(3, dtype=numpy.float16)}
for name, how in (("stored.npz", zipfile.ZIP_STORED), ("deflated.npz", zipfile.ZIP_DEFLATED)):
    with zipfile.ZipFile(here / name, "w", how) as archive:
        for key, value in arrays.items():
            array = io.BytesIO()
            numpy.save(array, value)
            archive.writestr(zipfile.ZipInfo(key + ".npy"), array.getvalue(), how)
numpy.save(here / "small.npy", arrays["a"])


def tiff(name, pieces, tags, order):
    """One page: `tags` and, as LONGs, where its pieces (strips, or tiles where it has those) lie."""
    places, at = [], 8
    for piece in pieces:
        places.append(at)
        at += len(piece)
    tags |= {324: places, 325: [len(piece) for piece in pieces]} if 322 in tags else {273: places, 279: [len(piece) for piece in pieces]}
    lists, entries = b"", b""
    for tag, values in sorted(tags.items()):
        packed = struct.pack(f"{order}{len(values)}I", *values)
        if len(values) > 1:
            lists, packed = lists + packed, struct.pack(order + "I", at + len(lists))
        entries += struct.pack(order + "HHI", tag, 4, len(values)) + packed
    head = (b"II" if order == "<" else b"MM") + struct.pack(order + "HI", 42, at + len(lists))
    (here / name).write_bytes(head + b"".join(pieces) + lists + struct.pack(order + "H", len(tags)) + entries + bytes(4))


bands = (numpy.arange(5 * 9 * 7) * 7 % 251).astype(numpy.uint8).reshape(9, 7, 5)
sizes = {256: [7], 257: [9], 262: [1], 277: [5]}
deep = (bands.astype(">u2") * 200)
tiff("strips.tif", [deep[:5].tobytes(), deep[5:].tobytes()], sizes | {258: [16] * 5, 259: [1], 278: [5]}, ">")
tiff("apart.tif", [bands[:, :, i].tobytes() for i in range(5)], sizes | {258: [8] * 5, 259: [1], 278: [9], 284: [2]}, "<")
tile = numpy.zeros((16, 16, 5), numpy.uint8)
tile[:9, :7] = bands
tiff("tiles.tif", [zlib.compress(tile.tobytes())], sizes | {258: [8] * 5, 259: [8], 322: [16], 323: [16]}, "<")
inks = Image.frombytes("CMYK", (7, 9), bands[:, :, :4].tobytes())
for name, coding in (("lzw.tif", "tiff_lzw"), ("jpeg.tif", "jpeg"), ("packbits.tif", "packbits")):
    inks.save(here / name, compression=coding)
