#!/usr/bin/env bash
# resources/translations/update.sh: takes the window's texts, and those of the core's tables, into every .ts beside it.
# Texts that are gone go from there too. Needs lupdate (Debian: qt6-l10n-tools).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$here/../..
lupdate=$(command -v lupdate || echo /usr/lib/qt6/bin/lupdate)
marks=$(mktemp -d)
trap 'rm -r "$marks"' EXIT

# CONTEXT TABLE FIELD...: the texts of these fields of a table, as lupdate finds them. The core knows no Qt.
mark() {
    perl -0777 -ne 'BEGIN { $context = shift; $fields = join "|", splice @ARGV, 1 }
        print "QT_TRANSLATE_NOOP(\"$context\", $1)\n" while /\.(?:$fields)\s*=\s*("(?:[^"\\]|\\.)*"(?:\s*"(?:[^"\\]|\\.)*")*)/g' \
        "$@" >>"$marks/tables.cpp"
}
mark Methods "$top/core/explain/methods.cpp" label reading misleads
mark patchlight::ExportTexts "$top/core/engine/output/export_format.cpp" title says titleOfColours saysOfColours

# The names of the default model's classes and of the samples; of ImageNet's classes those that are not among them, each
# with its number, by which two of one name are told apart.
perl -ne '($id, $name) = /^(n\d+) (.+)/ and print "QT_TRANSLATE_NOOP(\"ClassNames\", \"$name\")\n"' \
    "$top/resources/models/classes-200.txt" >>"$marks/tables.cpp"
for picture in "$top"/resources/pictures/*.jpg; do
    name=$(basename "$picture" .jpg)
    echo "QT_TRANSLATE_NOOP(\"ClassNames\", \"${name//-/ }\")"
done >>"$marks/tables.cpp"
perl -F'\t' -ane 'if (@F == 1) { ($id) = /^(n\d+)/; $default{$id} = 1; next }
    ($name) = $F[2] =~ /^([^,\n]+)/;
    print "QT_TRANSLATE_NOOP3(\"ClassNames\", \"$name\", \"$F[0]\")\n" unless $default{$F[1]}' \
    "$top/resources/models/classes-200.txt" "$top/resources/labels/imagenet-1k.tsv" >>"$marks/tables.cpp"

# What is said of the published models.
perl -MJSON::PP -0777 -ne 'print "QT_TRANSLATE_NOOP(\"patchlight::KnownModels\", " . JSON::PP->new->allow_nonref->encode($_->{about}) . ")\n"
    for @{decode_json($_)}' "$top/resources/models/known.json" >>"$marks/tables.cpp"

if [ "${1:-}" = --marks ]; then cat "$marks/tables.cpp"; exit; fi # what the tables say, for a look
# The sentences of the core's errors and notes.
python3 "$here/core_sentences.py" "$top" >"$top/ui/adapter/core_sentences.h"
"$lupdate" -I "$top" -locations none -no-obsolete "$top/ui" "$top/app/gui" "$marks/tables.cpp" -ts "$here"/*.ts
