#!/usr/bin/env bash
# resources/packaging/try-deb.sh SUITE FOLDER: builds and uses the packages of HEAD in bare Debians (bookworm or trixie)
# that debootstrap lays into FOLDER: FOLDER/build compiles them, a fresh FOLDER/use installs them by file, predicts, opens
# the window and, through the desktop file, a picture and a model, removes them, and is looked through for what is left.
# The window's picture and the packages come to FOLDER. Root only; needs debootstrap and a Debian mirror. From the
# environment: CCACHE, a compiler cache for the build; BUILT=1, to use what lies in FOLDER/packages already.
set -euo pipefail
suite=${1:?usage: try-deb.sh SUITE FOLDER} folder=$(realpath -m "${2:?usage: try-deb.sh SUITE FOLDER}")
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
if [ -z "${TRY_DEB_ALONE:-}" ]; then # mounts of its own, and all it starts ends with it
    exec env TRY_DEB_ALONE=1 unshare --mount --pid --fork "$0" "$suite" "$folder"
fi
mount --make-rprivate /
mirror=$(sed -n 's|^deb \(\[[^]]*\] \)\?\([^ ]*\) .*|\2|p; s|^URIs: *\([^ ]*\).*|\1|p' /etc/apt/sources.list \
    /etc/apt/sources.list.d/* 2>/dev/null | head -n 1) || true # not every Debian has both places

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*"; exit 1; }
prepare() { # ROOT: the mounts that programs expect
    cp -f /etc/resolv.conf "$1/etc/"
    mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev"
    mkdir -p "$folder/archives" && mount --bind "$folder/archives" "$1/var/cache/apt/archives" # fetched once
}
in_root() { # ROOT COMMAND...
    local root=$1
    shift
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        ${JOBS:+JOBS=$JOBS} "$@"
}

bare=$folder/bare
[ -e "$bare/usr/bin/dpkg" ] || debootstrap --variant=minbase "$suite" "$bare" "${mirror:-http://deb.debian.org/debian}"

build_packages() {
    local build=$folder/build
    [ -d "$build" ] || cp -a "$bare" "$build"
    prepare "$build"
    mkdir -p "$build/src"
    find "$build/src" -mindepth 1 -maxdepth 1 ! -name build-deb -exec rm -rf {} +
    git -C "$top" archive HEAD | tar -x -C "$build/src"
    if [ -n "${CCACHE:-}" ]; then mkdir -p "$build/root/.cache/ccache" && mount --bind "$CCACHE" "$build/root/.cache/ccache"; fi
    say "building on $suite"
    in_root "$build" apt-get update -q
    time in_root "$build" /src/resources/packaging/build-deb.sh /packages
    mkdir -p "$folder/packages" && rm -f "$folder"/packages/*deb && cp "$build"/packages/*deb "$folder/packages"
}
[ -n "${BUILT:-}" ] || build_packages

use=$folder/use
rm -rf --one-file-system "$use"
cp -a "$bare" "$use"
prepare "$use"
mkdir "$use/packages" && cp "$folder"/packages/*deb "$use/packages"
rm -f "$use"/packages/*dbgsym*
inside() { in_root "$use" "$@"; }
install() { inside apt-get install -y -q --no-install-recommends "$@" >"$folder/apt.log" 2>&1 || { tail "$folder/apt.log"; fail "apt: $*"; }; }
package() { (cd "$use" && ls packages/"$1"_*.deb | sed 's|^|/|'); } # NAME: its file, as it is called in there
files() { inside find / -xdev \( -path /proc -o -path /dev -o -path /sys -o -path /var -o -path /tmp -o -path /root \
    -o -path /run -o -path /packages \) -prune -o \( -type f -o -type l -o -type d \) -print | sort; }

say "a bare $suite with what a desktop has"
inside apt-get update -q >/dev/null
# adduser: every Debian but debootstrap's smallest has it, and where it came with us apt itself keeps it: apt 3 depends on
# "base-passwd | adduser", and autoremove leaves every alternative of a dependency alone.
install adduser xvfb xauth x11-utils libglib2.0-bin shared-mime-info desktop-file-utils man-db bash-completion
files >"$folder/before"
inside dpkg-query -W -f '${Package}\n' | sort >"$folder/packages-before"

say "the command line alone"
install "$(package patchlight-cli)" "$(package patchlight-data)"
if inside dpkg-query -W -f '${Package}\n' | grep -E '^libqt6'; then fail "the command line pulls Qt in"; fi
picture=/usr/share/patchlight/pictures/goldfish.jpg
time inside patchlight-cli predict "$picture" | tee "$folder/predicted"
grep -q goldfish "$folder/predicted" || fail "no goldfish"
inside patchlight-cli models | head -n 3
inside patchlight-cli --version
test -x "$use/usr/libexec/patchlight/patchlight-cli-engine" || fail "no engine in libexec"
for program in usr/bin/patchlight-cli usr/libexec/patchlight/patchlight-cli-engine; do
    if strings -n 5 "$use/$program" | grep -E '(^|[^a-z])/src/'; then fail "$program names the place it was built in"; fi
done
inside bash -c 'test -z "$(man --warnings -l /usr/share/man/man1/patchlight-cli.1.gz 2>&1 >/dev/null)"' || fail "man warns"
inside bash -ic '. /usr/share/bash-completion/bash_completion; _completion_loader patchlight-cli; complete -p patchlight-cli
    COMP_WORDS=(patchlight-cli explain --method relev) COMP_CWORD=3; _patchlight_cli; test "$COMPREPLY" = relevancy' \
    2>/dev/null || fail "completion"

say "the window"
install "$(package patchlight)"
inside patchlight --version
inside bash -ic '. /usr/share/bash-completion/bash_completion; _completion_loader patchlight; complete -p patchlight
    COMP_WORDS=(patchlight --method relev) COMP_CWORD=2; _patchlight; test "$COMPREPLY" = relevancy' \
    2>/dev/null || fail "completion of the window"
inside xvfb-run -a -s '-screen 0 1440x900x24' patchlight --size 1280x800 --screenshot /tmp/window.png "$picture"
cp "$use/tmp/window.png" "$folder/window.png"
inside desktop-file-validate /usr/share/applications/org.patchlight.Patchlight.desktop
# KIND FILE TITLE: the file manager's way to open a file of this kind; the window says what it shows.
opened() {
    test "$(inside gio info -a standard::content-type "$2" | sed -n 's/.*content-type: //p')" = "$1" || fail "$2 is no $1"
    inside gio mime "$1" | grep -q org.patchlight.Patchlight.desktop || fail "not offered for $1"
    inside xvfb-run -a -s '-screen 0 1440x900x24' sh -c 'gio launch "$0" "$1" & for second in $(seq 90); do
        xwininfo -root -tree | grep -F "$2" && exit; sleep 1; done; exit 1' \
        /usr/share/applications/org.patchlight.Patchlight.desktop "$2" "$3" || fail "$2 did not open"
}
opened image/jpeg "$picture" 'goldfish.jpg – Patchlight'
opened application/vnd.safetensors "$(cd "$use" && ls -d usr/share/patchlight/models/default/*.safetensors | sed 's|^|/|')" Patchlight

say "removed"
# Else apt keeps what came along where something that was there before merely suggests it (gnupg).
inside apt-get purge -y -q --autoremove -o APT::AutoRemove::SuggestsImportant=false \
    -o APT::AutoRemove::RecommendsImportant=false patchlight patchlight-cli patchlight-data >"$folder/apt.log" 2>&1
inside dpkg-query -W -f '${Package}\n' | sort | diff "$folder/packages-before" - || fail "packages are left"
files | diff "$folder/before" - >"$folder/left" || true
cat "$folder/left"
if grep -i patchlight "$folder/left"; then fail "files are left"; fi
ls -l "$folder"/packages/*deb
say "$suite: built, installed, used, removed; nothing left"
