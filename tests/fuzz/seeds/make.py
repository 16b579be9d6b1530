#!/usr/bin/env python3
"""make.py: writes the smallest files of every container as seeds (needs numpy and torch); long runs grow them."""
import io
import json
import pathlib
import struct
import zipfile

import numpy
import torch

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
