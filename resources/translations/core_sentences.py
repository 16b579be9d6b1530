#!/usr/bin/env python3
"""core_sentences.py TOP: writes ui/adapter/core_sentences.h, the sentences of the core's errors and notes, to standard output.

The core says what went wrong, and what one must know, in English, put together where it happens; the window shows it in the
reader's language. So every call that makes an error or a note is looked up in core/, its literals kept and everything else made a place (%1, %2, ...).
What is either of two words becomes two sentences. The trainer, which no window starts, is left out.
"""
import re
import sys
from pathlib import Path

# Which arguments of which call are words for people.
CALLS = {"fail": [1], "Error": [1], "damaged": [1], "cutOff": [1], "unsupported": [1, 2], "broken": [0], "complain": [0, 1],
    "note": [0, 1], "notes": [0], "hubFail": [1], "HubError": [1], "HttpReason": [1], "noName": [1]}
TOKEN = re.compile(r'//[^\n]*|"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|\d[\w.\']*|\w+|.', re.S)
PLACE = "\0"
MOST_WAYS = 8  # of one sentence with several choices of words in it


def tokens(source):
    source = re.sub(r"\w*notes(\.|->)push_back", "notes", source)  # one more note is as a list of one
    return [t for t in TOKEN.findall(source) if not t.isspace() and not t.startswith("//")]


def split(parts, separator):
    """At the separators that stand in no brackets."""
    out, depth = [[]], 0
    for token in parts:
        depth += (token in "([{") - (token in ")]}")
        if token == separator and depth == 0:
            out.append([])
        else:
            out[-1].append(token)
    return out


def literals(parts):
    """The text, where all of it stands there; std::string("...") counts."""
    if parts[:4] == ["std", ":", ":", "string"] and len(parts) > 6:
        parts = parts[5:-1]
    if not parts or not all(t.startswith('"') for t in parts):
        return None
    return "".join(t[1:-1] for t in parts)


def sentences(parts):
    """Every way in which the sum of these tokens may read."""
    ways = [""]
    for term in split(parts, "+"):
        here = alternatives(term)
        ways = [way + each for way in ways for each in here][:MOST_WAYS]
    return ways


def alternatives(term):
    text = literals(term)
    if text is not None:
        return [text]
    if term and term[0] == "(" and term[-1] == ")":
        return sentences(term[1:-1])
    if "?" in term:
        choice = split(term[term.index("?") + 1:], ":")
        if len(choice) == 2:
            return sentences(choice[0]) + sentences(choice[1])
    return [PLACE]


def numbered(sentence):
    places = iter(range(1, 10))
    return re.sub(PLACE, lambda _: "%" + str(next(places)), sentence)


def arguments(all_tokens, opening):
    end, depth = opening + 1, 1
    while depth and end < len(all_tokens):
        depth += (all_tokens[end] in "([{") - (all_tokens[end] in ")]}")
        end += 1
    return split(all_tokens[opening + 1:end - 1], ",")


def core_sentences(top):
    found = set()
    for file in sorted((top / "core").rglob("*")):
        if file.suffix not in (".cpp", ".h") or "train" in file.parts:
            continue
        all_tokens = tokens(file.read_text(encoding="utf-8"))
        for at, token in enumerate(all_tokens[:-1]):
            if token not in CALLS or all_tokens[at + 1] not in "({":
                continue
            given = arguments(all_tokens, at + 1)
            for which in CALLS[token]:
                for each in sentences(given[which]) if which < len(given) else []:
                    if re.search("[a-z]{2}.* |[a-z]{2} ", each):  # words, not the name of a key
                        found.add(numbered(each))
    return sorted(found)


def main():
    print("// ui/adapter/core_sentences.h: made from the core's sources by resources/translations/update.sh; not edited.\n"
          "// clang-format off\n#pragma once\n#include <QCoreApplication>\n\nnamespace patchlight\n{\n\n"
          "/// Every sentence and part of one with which the core says what went wrong or is to be known; %1, %2, … for names and numbers.\n"
          "inline constexpr const char* kCoreSentences[]{")
    for sentence in core_sentences(Path(sys.argv[1])):
        print('    QT_TRANSLATE_NOOP("ErrorSentences", "' + sentence + '"),')
    print("};\n\n}")


main()
