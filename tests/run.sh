#!/usr/bin/env bash
# tests/run.sh [CTEST OPTION...]: installs what is missing, builds, runs every test. Last line: N passed, N failed,
# N skipped (single tests, not executables). Tests labelled external are skipped where ../shared is absent.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../resources/setup.sh"

install_packages "${build_packages[@]}" "${test_packages[@]}"
build_release all

log=$build/tests.log
: >"$log"
status=0
export CTEST_PARALLEL_LEVEL=${JOBS:-$(nproc)}

# Runs one set of tests in its surroundings; its full output goes to the log, one line per test to the screen.
run_set() {
    set +e
    "$@" 2>&1 | tee -a "$log" | grep --line-buffered -E '^ *[0-9]+/[0-9]+ Test +#'
    if [ "${PIPESTATUS[0]}" != 0 ]; then status=1; fi
    set -e
}
skip=(-LE '^xvfb$')
if [ ! -d "$top/../shared" ]; then skip=(-LE '^(xvfb|external)$'); fi
left_out=$(ctest --test-dir "$build" -N -L '^external$' | sed -n 's/^Total Tests: //p')
if [ -d "$top/../shared" ]; then left_out=0; fi

cd "$build"
run_set env QT_QPA_PLATFORM=offscreen ctest --test-dir "$build" -V --no-tests=error "${skip[@]}" "$@"
if [ "$(ctest --test-dir "$build" -N -L '^xvfb$' | sed -n 's/^Total Tests: //p')" != 0 ]; then
    run_set env -u WAYLAND_DISPLAY QT_QPA_PLATFORM=xcb xvfb-run -a -s '-screen 0 1600x1000x24' \
        ctest --test-dir "$build" -V -L '^xvfb$' "$@"
fi

awk -f "$top/tests/support/count_tests.awk" -v left_out="$left_out" -v status="$status" "$log" || status=1
exit "$status"
