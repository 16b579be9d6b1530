#!/usr/bin/env bash
# tests/support/files_to_touch.sh: how many sources a change of each kind touches, read off one real example of each:
# every source of app, core and ui that knows the example's names. Prints the table of resources/docs/architecture.md;
# with --check it says whether the document has it.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$top"

# WORDS: the sources whose code has one of these words: comments, and sentences for people, apart.
knowing() {
    find app core ui -name '*.h' -o -name '*.cpp' | sort |
        words=$1 xargs perl -ne 's|//.*||; s/"((?:[^"\\]|\\.)*)"/index($1, q( )) < 0 ? $1 : q()/ge; if (/\b(?:$ENV{words})\b/) { print "$ARGV\n"; close ARGV }'
}

# CHANGE | EXAMPLE | WORDS | what is left out, as a pattern of paths
rows() {
    row 'a method' '`occlusion`' 'Occlusion|occlusion' '^$'
    row 'a layout of checkpoints' "\`google.cpp\`" 'googleLayouts' '^$'
    row 'an export format' '`csv`' 'Csv|encodeCsv' '^$'
    row 'a question to the engine, besides the panel and what answers it' "Inside's ending after a block" 'endingAfter' \
        '^(ui/view|core/explain)/'
    # swinv2_cr is another network, which is refused
    row 'a family with windows' 'Swin v2, beside Swin' '\w*(?:SwinV2|Swinv2|swinv2|Swin2)(?!_?[Cc]r)\w*' '^$'
}
row() {
    local files
    files=$(knowing "$3" | grep -vE "$4" || true)
    echo "| $1 | $2 | $(wc -l <<<"$files") | $(sed -E 's|.*/||; s|.*|`&`|' <<<"$files" | paste -sd' ' | sed 's/ /, /g') |"
}

table() {
    echo '| change | example | sources | which |'
    echo '|---|---|---|---|'
    rows
}

if [ "${1:-}" != --check ]; then table; exit; fi
while IFS= read -r line; do
    grep -qxF -- "$line" resources/docs/architecture.md || { echo "not in architecture.md: $line"; exit 1; }
done < <(table)
