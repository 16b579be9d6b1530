#!/usr/bin/env bash
# loses_its_display.sh XVFB PATCHLIGHT ARGUMENTS…: the X server goes away while the window loads its model, runs, or has
# a map, whichever it is by then; each time the window must end by itself, with status 1 and without a crash.
set -u
xvfb=$1
shift
ulimit -c 0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
for seconds in 0.7 0.8 0.9 1.0 1.1 1.3 1.6 2.0; do
    mkfifo "$scratch/display"
    "$xvfb" -displayfd 3 -screen 0 1280x800x24 3>"$scratch/display" 2>"$scratch/server" &
    server=$!
    read -r display <"$scratch/display"
    rm "$scratch/display"
    DISPLAY=:$display QT_QPA_PLATFORM=xcb "$@" 2>"$scratch/said" &
    window=$!
    sleep "$seconds"
    kill -KILL "$server"
    wait "$server" 2>"$scratch/server"
    wait "$window"
    status=$?
    if ((status != 1)); then
        echo "after $seconds s: status $status; it said: $(cat "$scratch/said")"
        failed=1
    fi
done
exit $failed
