#!/usr/bin/env bash
# resources/packaging/build-deb.sh [OUT]: builds the packages of this release in build-deb/ and copies them to OUT
# (build-deb/packages where absent). Run by root in a bare Debian 12 or 13 it installs what is missing first.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../setup.sh"
build=$top/build-deb
out=$(realpath -m "${1:-$build/packages}")

install_packages "${build_packages[@]}" dpkg-dev file lintian
# Debian's own flags (stack protector, fortified calls, relro, no path of this tree), with lines but no locals in -dbgsym.
flag() { (cd "$top" && dpkg-buildflags --get "$1"); }
cmake -S "$top" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DPATCHLIGHT_TESTS=OFF -DPATCHLIGHT_BUILD_TREE=OFF -DCMAKE_INSTALL_PREFIX=/usr \
    "-DCMAKE_CXX_FLAGS_RELEASE=$(flag CXXFLAGS) $(flag CPPFLAGS) -g1 -DNDEBUG" \
    "-DCMAKE_EXE_LINKER_FLAGS_RELEASE=$(flag LDFLAGS)" >&2
cmake --build "$build" --parallel "${JOBS:-$(nproc)}" >&2
mkdir -p "$out"
rm -f "$out"/patchlight*deb
(cd "$build" && cpack -G DEB -B "$out" >&2)
rm -rf "$out/_CPack_Packages"
lintian --fail-on error "$out"/*.deb >&2 || { say "lintian found errors"; exit 1; }
ls -l "$out"/*deb
