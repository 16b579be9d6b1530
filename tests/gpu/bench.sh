#!/bin/bash
# tests/gpu/bench.sh: times on the GPU, ours beside timm's, three rounds in turn; one JSON in OUT/bench.json.
# Needs build.sh before it. Without a CUDA device: "no CUDA device: 0 run", status 0.
set -eu
cd "$(dirname "$0")/../.."
out=${OUT:-build-nets/gpu}
mkdir -p "$out"
if ! build-nets/bin/gpu_report devices; then
    echo "no CUDA device: 0 run"
    exit 0
fi
for round in 1 2 3; do
    build-nets/bin/gpu_report times --device cuda:0 --json "$out/ours-$round.json"
    ${PYTHON:-python3} tests/gpu/timm_times.py "$out/timm-$round.json"
done
build-nets/bin/gpu_report methods --device cuda:0 --json "$out/methods.json"
${PYTHON:-python3} - "$out" <<'P'
import json, pathlib, sys
out = pathlib.Path(sys.argv[1])
read = lambda name: json.loads((out / name).read_text())
rounds = [{"ours": read(f"ours-{n}.json"), "timm": read(f"timm-{n}.json")} for n in (1, 2, 3)]
(out / "bench.json").write_text(json.dumps({"rounds": rounds, "methods": read("methods.json")}, indent=1))
for name in ["methods.json"] + [f"{who}-{n}.json" for who in ("ours", "timm") for n in (1, 2, 3)]:
    (out / name).unlink()
P
