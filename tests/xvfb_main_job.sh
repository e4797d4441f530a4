#!/usr/bin/env bash
# The real program as `make run` starts it, in a real X11 window, driven by keyboard: a typed name, Enter, F9, Enter,
# a PDF on disk. Its data is in a folder that goes again.
set -euo pipefail
cd "$(dirname "$0")/.."
home=$(mktemp -d)
display=:$((90 + RANDOM % 400))
Xvfb "$display" -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
program=
finish() {
    [ -z "$program" ] || kill -- "-$program" 2>/dev/null || true
    kill "$server" 2>/dev/null || true
    rm -rf "$home"
}
trap finish EXIT
export DISPLAY=$display
until_true() { # seconds, command …: tries twice a second
    local left=$(($1 * 2)); shift
    until "$@" >/dev/null 2>&1; do left=$((left - 1)); [ "$left" -gt 0 ] || return 1; sleep .5; done
}
until_true 10 xdotool getdisplaygeometry
unset WAYLAND_DISPLAY QT_QPA_PLATFORM
export COUNTER_DATA_DIR="$home/shop"
# a group of its own, so that make, its shell and the program end together
setsid make --no-print-directory run &
program=$!
until_true 30 xdotool search --onlyvisible --name '^Counter$' || { echo "No window came up."; exit 1; }
window=$(xdotool search --onlyvisible --name '^Counter$' | head -n 1)
until_true 60 test -s "$home/Counter demo/logs/counter.log" || { echo "The shop did not open."; exit 1; }
until_true 60 grep -q 'the counter is open' "$home/Counter demo/logs/counter.log" || { echo "The shop did not open."; exit 1; }
xdotool windowfocus "$window"
slip() { compgen -G "$home/Counter demo/slips/*.pdf"; }
for pause in 1 4 12; do # a PC that is busy with other things takes longer between two keys
    xdotool type --delay 60 "anna kow"
    for key in Return F9 Return; do sleep "$pause"; xdotool key "$key"; done
    until_true 10 slip && break
    xdotool key Escape Escape Escape
done
slip >/dev/null || { echo "No slip was written."; exit 1; }
echo "A typed name, Enter, F9, Enter: $(basename "$(compgen -G "$home/Counter demo/slips/*.pdf" | head -n 1)") is on disk."
# A second start brings the first window forward and ends.
timeout 20 make --no-print-directory run || { echo "A second start did not end."; exit 1; }
[ "$(xdotool search --onlyvisible --name '^Counter$' | wc -l)" = 1 ] || { echo "A second start opened a second window."; exit 1; }
kill -0 "$program" || { echo "The first program is gone."; exit 1; }
echo "A second start found the first and ended."
.venv/bin/python tests/x11/close_window.py "$window"
timeout 30 tail --pid="$program" -f /dev/null || { echo "Closing the window did not end the program."; exit 1; }
wait "$program" || { echo "The program did not end well."; exit 1; }
program=
echo "Closing the window ended make run with 0."
QT_QPA_PLATFORM=xcb .venv/bin/python -m pytest -q tests/x11/keys_on_x11.py tests/x11/owners_keys_on_x11.py
