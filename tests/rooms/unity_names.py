#!/usr/bin/env python3
"""unity_names.py BUILD: sources of a target that are compiled in batches share one unnamed namespace, and which of them
meet changes with every file that comes or goes. So of all batched sources of a target no two may define a name there
alike: a constant, a type, or a function of the same parameters. Prints those that do; status 1 where there are any."""
import collections
import pathlib
import re
import sys


def without_comments_and_texts(source):
    """Comments become nothing and literals become 0, so that braces and names are code."""
    pattern = r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\''
    return re.sub(pattern, lambda m: "" if m[0].startswith("/") else "0", source, flags=re.S)


def closing(text, start):
    """Where the brace or parenthesis at `start` is closed."""
    depth = 0
    for at in range(start, len(text)):
        if text[at] in "({[":
            depth += 1
        elif text[at] in ")}]":
            depth -= 1
            if depth == 0:
                return at
    return len(text)


def statements(body):
    """The declarations of a namespace, one after another, what stands in braces left out of them."""
    said, at = "", 0
    while at < len(body):
        letter = body[at]
        if letter == "(":
            end = closing(body, at)
            said += body[at:end + 1]
            at = end
        elif letter == "{":
            at = closing(body, at)
            rest = body[at + 1:].lstrip()
            if "=" not in said and not rest.startswith((";", ",")):  # a function's body ends it without a semicolon
                yield said.strip() + " {}"
                said = ""
            else:
                said += "{}"
        elif letter == ";":
            yield said.strip()
            said = ""
        else:
            said += letter
        at += 1


def without_templates(text):
    """Angle brackets with what is in them, innermost first."""
    before = None
    while before != text:
        before, text = text, re.sub(r"<[^<>]*>", "", text)
    return text


def parameter_types(parameters):
    """"const Foo& foo, int n = 3" → "const Foo&,int"."""
    parts, depth, part = [], 0, ""
    for letter in parameters + ",":
        depth += (letter in "<([{") - (letter in ">)]}")
        if letter == "," and depth == 0:
            part = re.sub(r"=.*", "", part, flags=re.S).strip()
            named = re.fullmatch(r"(.*[\w>&*\s])\b(?<![:\w])(\w+)", part, flags=re.S)
            parts.append("".join((named[1] if named and named[1].strip() not in ("", "const") else part).split()))
            part = ""
        else:
            part += letter
    return ",".join(parts)


def names_in(statement):
    statement = re.sub(r"^\s*#[^\n]*$", "", statement, flags=re.M)
    statement = re.sub(r"\[\[.*?\]\]", "", statement).strip()
    statement = re.sub(r"^template\s*<[^{]*?>\s*(?=[a-zA-Z\[])", "", statement)
    if not statement or statement.startswith(("using ", "namespace", "friend ", "static_assert", "extern ")):
        return
    if type_name := re.match(r"(?:struct|class|enum class|enum|union)\s+(\w+)[^(]*\{\}", statement):
        yield type_name[1]
        return
    function = re.match(r"[^=({]*?\b(\w+|operator\S+)\s*\(", statement)
    if function:
        if statement.endswith("{}"):
            start = function.end() - 1
            yield f"{function[1]}({parameter_types(statement[start + 1:closing(statement, start)])})"
        return
    for declarator in re.sub(r"\{\}", "", without_templates(statement)).split(","):
        if variable := re.search(r"(\w+)\s*(?:\[[^\]]*\]\s*)*(?:=.*)?$", declarator.strip(), flags=re.S):
            if not variable[1].isdigit():
                yield variable[1]


def unnamed_names(source):
    text = without_comments_and_texts(source)
    for begin in re.finditer(r"\bnamespace\s*\{", text):
        end = closing(text, begin.end() - 1)
        for statement in statements(text[begin.end():end]):
            yield from names_in(statement)


def main():
    build, found = pathlib.Path(sys.argv[1]), False
    folders = sorted(build.glob("**/CMakeFiles/*.dir/Unity"))
    for folder in folders:
        defined = collections.defaultdict(set)
        for batch in folder.glob("*.cxx"):
            for source in re.findall(r'#include "(.*\.cpp)"', batch.read_text()):
                if pathlib.Path(source).exists():  # batches that a smaller target left behind stay in the folder
                    for name in unnamed_names(pathlib.Path(source).read_text()):
                        defined[name].add(source)
        for name, sources in sorted(defined.items()):
            if len(sources) > 1:
                found = True
                print(f"{folder.parent.name.removesuffix('.dir')}: {name} in {' '.join(sorted(sources))}")
    if not folders:
        print("nothing here is compiled in batches")
    sys.exit(found)


main()
