#!/usr/bin/env bash
# resources/docs/guide/pictures.sh [CASES | --method NAME]: makes the guide's pictures again from the program itself
# (build/), in the folder pictures/ beside it; with --method that of one method alone. Maps are the same for the same
# program; windows differ with the fonts of the machine. With CASES, a folder of small checkpoints like those people
# have, the model's panel of three kinds too.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../../.." && pwd)
cli=$top/build/bin/patchlight-cli window=$top/build/bin/patchlight
picture=$top/resources/pictures/goldfish.jpg
out=$here/pictures
mkdir -p "$out"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

# METHOD: its map on the picture as the network saw it.
map() { "$cli" explain "$picture" --method "$1" --frame input --quiet --out "$out/$1.png" >/dev/null; }
if [ "${1:-}" = --method ]; then map "$2"; exit; fi

# Every method that the default model answers.
methods=$("$cli" explain --help | sed -n 's/^ *--method [^{]*{\([^}]*\)}.*/\1/p' | tr ',' ' ')
for method in $methods; do
    case $method in pooling-attention) continue ;; esac # needs a pooling head
    map "$method"
done

# NAME KEYS [OPTION...]: the window in both languages, as the guide tells one to press.
shot() {
    local name=$1 keys=$2 language locale
    shift 2
    for language in en zh_CN; do
        case $language in en) locale=C ;; *) locale=$language ;; esac
        env XDG_CONFIG_HOME="$work" QT_QPA_PLATFORM=offscreen LC_ALL="$locale.UTF-8" \
            "$window" --screenshot "$out/$name.$language.png" --size 960x600 --theme light ${keys:+--keys "$keys"} "$@" "$picture"
    done
}
shot window ""
shot compare "C 2"
shot hiding "H"
if [ $# -eq 1 ]; then
    shot model-labels "" --model "$1/L01" --method relevancy --size 1040x860
    shot model-regression "" --model "$1/L02" --method relevancy --size 1040x860
    shot model-headless "" --model "$1/L48" --method relevancy --size 1040x860
fi
