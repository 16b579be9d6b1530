#!/usr/bin/env bash
# resources/packaging/build-deb.sh [OUT]: builds the packages of this release in build-deb/ and copies them to OUT
# (build-deb/packages where absent). Run by root in a bare Debian 12 or 13 it installs what is missing first.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../setup.sh"
build=$top/build-deb
out=$(realpath -m "${1:-$build/packages}")

install_packages "${build_packages[@]}" dpkg-dev file lintian
cmake -S "$top" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DPATCHLIGHT_TESTS=OFF -DCMAKE_INSTALL_PREFIX=/usr \
    "-DCMAKE_CXX_FLAGS_RELEASE=-O2 -g1 -DNDEBUG" >&2
cmake --build "$build" --parallel "${JOBS:-$(nproc)}" >&2
mkdir -p "$out"
(cd "$build" && cpack -G DEB -B "$out" >&2)
rm -rf "$out/_CPack_Packages"
lintian --fail-on error --suppress-tags no-changelog,no-copyright-file "$out"/*.deb >&2 || { say "lintian found errors"; exit 1; }
ls -l "$out"/*.deb
