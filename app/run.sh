#!/usr/bin/env bash
# app/run.sh [IMAGE]: installs what is missing, builds, and opens the picture; without a display the command line
# predicts and writes the overlay.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../resources/setup.sh"

case ${1:-} in -h | --help) say "usage: app/run.sh [IMAGE]"; exit 0 ;; esac

sample() { find "$top/resources/pictures" -maxdepth 1 -name '*.jpg' -o -maxdepth 1 -name '*.png' | sort | head -n 1; }
image=${1:-$(sample)}
if [ -z "$image" ]; then say "error: no sample picture in resources/pictures: name a picture"; exit 2; fi
if [ ! -r "$image" ]; then say "error: $image: cannot be read: name a picture file"; exit 1; fi
image=$(realpath "$image")

install_packages "${build_packages[@]}"
build_release programs

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -x "$build/bin/patchlight" ]; then
    exec "$build/bin/patchlight" "$image"
fi
name=$(basename "$image")
overlay=$build/${name%.*}.rollout.png
say "no display: the command line shows $image"
"$build/bin/patchlight-cli" predict "$image"
"$build/bin/patchlight-cli" explain "$image" --method rollout --out "$overlay" --quiet >/dev/null
echo "overlay: $overlay"
