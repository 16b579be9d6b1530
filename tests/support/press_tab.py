#!/usr/bin/env python3
"""press_tab.py SHELL SCRIPT LINE...: types each line into an interactive bash or zsh that knows the completions in
SCRIPT, presses Tab, and prints the words that the line has become, one line each: <patchlight-cli><explain>. Runs in
the folder whose files are to be offered; fish, which can be asked, prints what it offers."""
import os
import pty
import shutil
import subprocess
import sys
import tempfile


def words(shell, script, lines, home):
    """The shell's own line editor is what completes: it has a terminal, and reads keys as they were typed."""
    start = {
        # Nobody's own settings.
        "bash": (["bash", "--noprofile", "--rcfile", f"{home}/start", "-i"], f"PS1='> '\n. '{script}'\n"),
        "zsh": (["zsh", "-i"], f"PS1='> '\nunsetopt automenu\nfpath=('{os.path.dirname(script)}' $fpath)\nautoload -U compinit\n"
                f"compinit -u -D\nbindkey -e\n"),
    }
    command, settings = start[shell]
    with open(f"{home}/{'.zshrc' if shell == 'zsh' else 'start'}", "w") as file:
        file.write(settings)
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="dumb", ZDOTDIR=home, HOME=home, HISTFILE="")
        os.execvp(command[0], command)
    said = f"{home}/said"
    # Home, the command that says what it was given, End, Return.
    keys = "".join(f"{line}\t\x01say \x05\r" for line in lines)
    say = f"say() {{ printf '<%s>' \"$@\" >>'{said}'; echo >>'{said}'; }}\r"
    # A line that was left open takes the first exit; the end of input closes it.
    os.write(terminal, (say + keys + "exit\r\x04exit\r").encode())
    while True:
        try:
            if not os.read(terminal, 65536):
                break
        except OSError:  # the shell has ended
            break
    os.waitpid(pid, 0)
    with open(said) as file:
        return file.read()


def offered_by_fish(script, lines, home):
    os.makedirs(f"{home}/fish/completions")
    shutil.copy(script, f"{home}/fish/completions")
    environment = dict(os.environ, XDG_CONFIG_HOME=home, HOME=home)
    text = ""
    for line in lines:
        ask = subprocess.run(["fish", "-c", "complete -C $argv[1]", line], env=environment, capture_output=True, text=True)
        text += "".join(f"<{offer.split(chr(9))[0]}>" for offer in ask.stdout.splitlines()) + "\n"
    return text


def main():
    shell, script, *lines = sys.argv[1:]
    with tempfile.TemporaryDirectory() as home:
        answer = offered_by_fish if shell == "fish" else lambda *asked: words(shell, *asked)
        sys.stdout.write(answer(os.path.abspath(script), lines, home))


main()
