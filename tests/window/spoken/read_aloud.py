#!/usr/bin/env python3
"""read_aloud.py PROGRAM ARGUMENT...: the window as a screen reader has it, over AT-SPI: no mouse, nothing seen.

Needs python3-pyatspi, xdotool, a display and a session bus. Ends with 77 (skipped) where pyatspi is not installed.
"""
import os
import re
import subprocess
import sys
import time

try:
    import pyatspi
except ImportError:
    print("skipped: there is no pyatspi here")
    sys.exit(77)

MOST_CHILDREN = 300  # of one control; long lists are read at their beginning
PATIENCE = 180  # seconds for an answer; a busy machine is slow


def until(what, ask):
    """The first answer of `ask` that counts; fails with `what` after PATIENCE."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            answer = ask()
        except Exception:  # a control that went away while it was asked
            answer = None
        if answer:
            return answer
        time.sleep(0.1)
    raise SystemExit(f"failed: {what}; the last answer was {answer!r}")


def application(pid):
    for each in pyatspi.Registry.getDesktop(0):
        if each and each.get_process_id() == pid and each.childCount:
            return each
    return None


def children(control):
    return [c for c in (control.getChildAtIndex(i) for i in range(min(control.childCount, MOST_CHILDREN))) if c]


def everything(control):
    yield control
    for child in children(control):
        yield from everything(child)


def find(root, role, name):
    return next((c for c in everything(root) if c.getRoleName() == role and re.search(name, c.name)), None)


def has(control, state):
    return control.getState().contains(state)


def check_names(window):
    """Everything that takes the keyboard's focus says what it is."""
    nameless = [f"{c.getRoleName()} in {c.parent.name!r}" for c in everything(window)
                if has(c, pyatspi.STATE_FOCUSABLE) and has(c, pyatspi.STATE_SHOWING)
                and (not (c.name or labels(c)) or c.getRole() in (pyatspi.ROLE_UNKNOWN, pyatspi.ROLE_INVALID))]
    count = sum(has(c, pyatspi.STATE_FOCUSABLE) for c in everything(window))
    print(f"{count} focusable controls, without a name or role: {nameless or 'none'}")
    if nameless or count < 20:
        raise SystemExit("failed: controls without a name or role")


def labels(control):
    return [r for r in control.getRelationSet() if r.getRelationType() == pyatspi.RELATION_LABELLED_BY]


def prediction(window):
    rows = find(window, "list", "^Predictions")
    return rows.getChildAtIndex(0).name if rows and rows.childCount else None


def said_of_picture(window):
    return find(window, "image", "^Picture$").description


def press(control, action):
    actions = control.queryAction()
    names = [actions.getName(i) for i in range(actions.nActions)]
    actions.doAction(names.index(action))


def keyboard(*words):
    subprocess.run(["xdotool", *words], check=True)


def walk_through(window):
    print("prediction:", until("a prediction", lambda: re.search(r"percent$", prediction(window) or "") and prediction(window)))
    print("picture:", until("the map is named", lambda: "Gradient rollout" in said_of_picture(window) and said_of_picture(window)))
    check_names(window)

    press(find(window, "list item", "^Rollout, all"), "Toggle")
    print("picture:", until("the method follows", lambda: "Rollout" in said_of_picture(window) and said_of_picture(window)))

    keyboard("search", "--onlyvisible", "--name", "Patchlight$", "windowfocus")  # as a window manager would
    press(find(window, "image", "^Picture$"), "SetFocus")
    until("the picture has the focus", lambda: has(find(window, "image", "^Picture$"), pyatspi.STATE_FOCUSED))
    for name in ("Right", "Down"):
        keyboard("key", name)
    until("the query moves", lambda: "no patch chosen" not in said_of_picture(window))
    print("picture:", said_of_picture(window))
    spoken = until("a patch is read", lambda: re.search(r"row \d+, column \d+, attention [\d.]+, rank \d+", said_of_picture(window)))
    print("patch:", spoken.group())


def main():
    program = subprocess.Popen(sys.argv[1:], env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
    try:
        walk_through(until("the program is on the bus", lambda: application(program.pid)))
    finally:
        program.terminate()
        program.wait()


main()
