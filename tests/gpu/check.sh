#!/bin/bash
# tests/gpu/check.sh: what only a GPU can show of correctness; the lists go to OUT (default: build-nets/gpu).
# Needs build.sh before it. Without a CUDA device: "no CUDA device: 0 run", status 0.
set -u
cd "$(dirname "$0")/../.."
out=${OUT:-build-nets/gpu}
mkdir -p "$out"
if ! build-nets/bin/gpu_report devices; then
    echo "no CUDA device: 0 run"
    exit 0
fi
status=0
for room in model explain train; do
    build-nets/tests/test_$room --gtest_brief=1 --gtest_filter='*Gpu*' 2>&1 | tee "$out/tests-$room.txt"
    [ "${PIPESTATUS[0]}" = 0 ] || status=1
done
build-nets/bin/gpu_report goldens --device cuda:0 --json "$out/goldens.json" || status=1
exit $status
