#!/usr/bin/env bash
# tests/fuzz/run.sh [TARGET...]: builds the fuzz targets with clang's libFuzzer, AddressSanitizer and UBSan, and runs
# each (RUNS times, 1,000,000 where it is not set; SECONDS_EACH ends it sooner) from seeds of ours. A find stays as
# crash-* in build-fuzz.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$top/build-fuzz
cmake -S "$top" --preset fuzz >&2
cmake --build "$build" --target patchlight_fuzz >&2
cd "$build"
fuzz=$build/tests/fuzz/patchlight_fuzz
names=("$@")
if [ ${#names[@]} = 0 ]; then
    read -ra names <<<"$(PATCHLIGHT_FUZZ='' "$fuzz" 2>&1 | sed -n 's/^PATCHLIGHT_FUZZ must name one of: //p')"
fi
status=0
for name in "${names[@]}"; do
    mkdir -p "corpus/$name"
    log=$name.log
    if ! PATCHLIGHT_FUZZ=$name PATCHLIGHT_FUZZ_SEEDS=corpus/$name "$fuzz" "corpus/$name" -runs="${RUNS:-1000000}" \
        -max_total_time="${SECONDS_EACH:-0}" -max_len=4096 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -seed=1 >"$log" 2>&1; then
        status=1
        echo "$name: FOUND something, see $build/$log"
    fi
    awk -v name="$name" '/stat::number_of_executed_units/ {runs = $2} /stat::average_exec_per_sec/ {rate = $2}
        /^#[0-9]+.*cov:/ {for (i = 1; i < NF; ++i) if ($i == "cov:") cov = $(i + 1)}
        END {printf "%-18s %10d runs %8d a second, %d edges\n", name, runs, rate, cov}' "$log"
done
exit $status
