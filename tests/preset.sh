#!/usr/bin/env bash
# tests/preset.sh PRESET: installs what is missing, builds everything by one of CMakePresets.json's presets, in that
# preset's own folder, and runs its tests, where it has any. tests/run.sh is what builds and tests a release.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../resources/setup.sh"
preset=${1:?usage: tests/preset.sh PRESET}

install_packages "${build_packages[@]}" "${test_packages[@]}"
if [ "$preset" = tidy ]; then install_packages clang clang-tidy; fi
cd "$top"
cmake --preset "$preset"
cmake --build --preset "$preset" --parallel "${JOBS:-$(nproc)}"
if ctest --list-presets | grep -q "\"$preset\""; then
    QT_QPA_PLATFORM=offscreen ctest --preset "$preset" --parallel "${JOBS:-$(nproc)}" -LE '^(xvfb|external)$'
fi
