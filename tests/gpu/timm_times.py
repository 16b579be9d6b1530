#!/usr/bin/env python3
"""timm_times.py OUT.json: milliseconds of timm's fused forward, the sizes and names of `gpu_report times`."""
import json
import statistics
import sys
import time

import timm
import torch

NETS = [("B/16 at 224", "vit_base_patch16_224", 224), ("L/16 at 224", "vit_large_patch16_224", 224),
        ("H/14 at 518", "vit_huge_patch14_224", 518)]


def milliseconds(run, seconds=0.25):
    for _ in range(3):
        run()
    torch.cuda.synchronize()
    times, total = [], 0.0
    while total < seconds or len(times) < 5:
        start = time.perf_counter()
        run()
        torch.cuda.synchronize()
        times.append(time.perf_counter() - start)
        total += times[-1]
    return 1000 * statistics.median(times)


rows = []
for name, model, side in NETS:
    for dtype, precision in ((torch.float32, "fp32"), (torch.bfloat16, "bf16")):
        with torch.device("cuda"):
            net = timm.create_model(model, img_size=side, num_classes=1000).eval().to(dtype)
        for batch in (1, 32):
            x = torch.randn(batch, 3, side, side, device="cuda", dtype=dtype)
            with torch.no_grad():
                rows.append({"net": name, "precision": precision, "batch": batch, "ms": milliseconds(lambda: net(x))})
        del net
json.dump(rows, open(sys.argv[1], "w"), indent=1)
