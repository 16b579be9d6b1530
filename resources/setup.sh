# resources/setup.sh: sourced by app/run.sh and tests/run.sh: installs what is missing and builds a release in build/.
# Debian 12 or newer; elsewhere it says what is needed and goes on to the build.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$top/build

# One package a word; "a|b" takes the first that this release has, a trailing "?" is left out where it has none.
build_packages=(
    g++ cmake ninja-build ccache
    qt6-base-dev 'qt6-svg-dev|libqt6svg6-dev' 'qt6-charts-dev|libqt6charts6-dev' 'libqt6opengl6-dev?' qt6-tools-dev qt6-l10n-tools
    qt6-translations-l10n
    libtorch-dev libopenblas0-pthread libopencv-dev libdnnl-dev
    nlohmann-json3-dev libexpected-dev libcli11-dev zlib1g-dev libjpeg-dev libtiff-dev liblcms2-dev libfreetype-dev libfontconfig-dev libraqm-dev libcurl4-openssl-dev ca-certificates
    libgtest-dev libgmock-dev libbenchmark-dev fonts-dejavu-core
)
test_packages=(xvfb xauth python3 desktop-file-utils appstream shared-mime-info man-db dbus
    at-spi2-core python3-pyatspi xdotool)

say() { printf '%s\n' "$*" >&2; }

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

any_installed() {
    local name
    for name in ${1//|/ }; do if installed "$name"; then return 0; fi; done
    return 1
}

as_root() { if [ "$(id -u)" = 0 ]; then env DEBIAN_FRONTEND=noninteractive "$@"; else sudo DEBIAN_FRONTEND=noninteractive "$@"; fi; }

# The name this release gives an entry such as "a|b" or "c?"; nothing where an optional one is unknown.
known_name() {
    local name
    for name in $(tr '|' ' ' <<<"${1%\?}"); do
        if apt-cache show "$name" >/dev/null 2>&1; then echo "$name"; return; fi
    done
    case $1 in *\?) ;; *) echo "${1%%|*}" ;; esac
}

# Installs every package of the list that is not there; without a missing one apt is not asked at all. What apt did
# not know once is remembered in build/, so that a second run stays quick.
install_packages() {
    command -v dpkg-query >/dev/null || { say "not a Debian system: please see to these yourself: $*"; return 0; }
    local entry missing=() names=()
    for entry in "$@"; do
        if any_installed "${entry%\?}"; then continue; fi
        if grep -qsxF "$entry" "$build/.not-in-this-release"; then continue; fi
        missing+=("$entry")
    done
    if [ ${#missing[@]} = 0 ]; then return 0; fi
    say "installing: ${missing[*]}"
    local apt=(apt-get -y -q -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3)
    as_root "${apt[@]}" update >&2
    mkdir -p "$build"
    for entry in "${missing[@]}"; do
        local name
        name=$(known_name "$entry")
        if [ -n "$name" ]; then names+=("$name"); else echo "$entry" >>"$build/.not-in-this-release"; fi
    done
    if [ ${#names[@]} = 0 ]; then return 0; fi
    as_root "${apt[@]}" install --no-install-recommends "${names[@]}" >&2
}

# Configures once (a changed CMakeLists.txt is noticed by the build itself) and builds the targets named.
build_release() {
    if [ ! -f "$build/build.ninja" ]; then (cd "$top" && cmake --preset release >&2); fi
    cmake --build "$build" --parallel "${JOBS:-$(nproc)}" --target "$@" >&2
}
