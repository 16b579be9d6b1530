#!/usr/bin/env bash
# resources/packaging/try-deb.sh SUITE FOLDER: builds and uses the packages in a bare Debian (bookworm or trixie) that
# debootstrap lays into FOLDER: installs them by file, predicts, opens the window under Xvfb and a picture through the
# desktop file, removes them, and looks for what is left. Root only; needs debootstrap and a Debian mirror.
set -euo pipefail
suite=${1:?usage: try-deb.sh SUITE FOLDER} root=$(realpath -m "${2:?usage: try-deb.sh SUITE FOLDER}")
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
mirror=$(sed -n 's|^deb \(\[[^]]*\] \)\?\([^ ]*\) .*|\2|p; s|^URIs: *\([^ ]*\).*|\1|p' /etc/apt/sources.list \
    /etc/apt/sources.list.d/* 2>/dev/null | head -n 1)

[ -d "$root/usr/bin" ] || debootstrap --variant=minbase "$suite" "$root" "${mirror:-http://deb.debian.org/debian}"
cp -f /etc/resolv.conf "$root/etc/" 2>/dev/null || true
cp -rf /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
mkdir -p "$root/src" && git -C "$top" archive HEAD | tar -x -C "$root/src"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
mount --bind /proc "$root/proc" && trap 'umount "$root/proc"' EXIT

inside apt-get update -q
time inside /src/resources/packaging/build-deb.sh /packages
inside apt-get purge -y -q '.*-dev$' g++ cmake ninja-build >/dev/null || true
inside apt-get autoremove -y -q >/dev/null || true
inside find / -xdev -path /proc -prune -o -path /src -prune -o -type f -print | grep -vE '^/(packages|var|tmp)' | sort >"$root/tmp/before"

inside bash -c 'apt-get install -y -q --no-install-recommends $(ls /packages/*.deb | grep -v dbgsym)'
picture=/usr/share/patchlight/pictures/goldfish.jpg
inside patchlight-cli predict "$picture"
inside man -l /usr/share/man/man1/patchlight-cli.1.gz >/dev/null 2>&1 || true
inside apt-get install -y -q --no-install-recommends xvfb xauth xdg-utils libglib2.0-bin
inside xvfb-run -a patchlight --screenshot /tmp/window.png "$picture"
inside test -s /tmp/window.png
inside xvfb-run -a timeout 20 gio launch /usr/share/applications/org.patchlight.Patchlight.desktop "$picture" || true

inside apt-get purge -y -q patchlight patchlight-cli patchlight-data
left=$(inside find /usr /etc /opt -xdev -path '*patchlight*' -type f | head)
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
echo "$suite: built, installed, used, removed; nothing left"
