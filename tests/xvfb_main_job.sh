#!/usr/bin/env bash
# The real program in a real X11 window, driven by keyboard: a typed name, Enter, F9, Enter, a PDF on disk.
set -euo pipefail
cd "$(dirname "$0")/.."
home=$(mktemp -d)
display=:$((90 + RANDOM % 400))
Xvfb "$display" -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
program=
finish() {
    [ -z "$program" ] || kill "$program" 2>/dev/null || true
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
COUNTER_DATA_DIR="$home/shop" QT_QPA_PLATFORM=xcb .venv/bin/python main.py --demo &
program=$!
until_true 30 xdotool search --onlyvisible --name '^Counter$' || { echo "No window came up."; exit 1; }
window=$(xdotool search --onlyvisible --name '^Counter$' | head -n 1)
until_true 60 test -s "$home/Counter demo/logs/counter.log" || { echo "The shop did not open."; exit 1; }
until_true 60 grep -q 'the counter is open' "$home/Counter demo/logs/counter.log" || { echo "The shop did not open."; exit 1; }
xdotool windowfocus "$window"
xdotool type --delay 60 "anna kow"
sleep 1
xdotool key Return
sleep 1
xdotool key F9
sleep 1
xdotool key Return
until_true 20 compgen -G "$home/Counter demo/slips/*.pdf" || { echo "No slip was written."; exit 1; }
echo "A typed name, Enter, F9, Enter: $(basename "$(compgen -G "$home/Counter demo/slips/*.pdf" | head -n 1)") is on disk."
# A second start brings the first window forward and ends.
COUNTER_DATA_DIR="$home/shop" QT_QPA_PLATFORM=xcb timeout 20 .venv/bin/python main.py --demo || { echo "A second start did not end."; exit 1; }
[ "$(xdotool search --onlyvisible --name '^Counter$' | wc -l)" = 1 ] || { echo "A second start opened a second window."; exit 1; }
kill -0 "$program" || { echo "The first program is gone."; exit 1; }
echo "A second start found the first and ended."
QT_QPA_PLATFORM=xcb .venv/bin/python -m pytest -q tests/x11/keys_on_x11.py
