#!/bin/sh
# Installs, checks, upgrades and removes the program for Windows under Wine: what that shows is folders, registry, Python,
# libraries and the setup's own steps, not Windows itself. Needs build/windows/bundle.sh to have run, makensis, wine64 (8),
# gcc-mingw-w64-x86-64, Xvfb and xdotool.
#
#     tests/installer/windows_wine.sh [the packed program]
#
# For Wine alone: a stand-in for icuuc.dll, which Windows 10 has and Wine 8 lacks, and a setup of 64 bit, not packed.
set -eu
cd "$(dirname "$0")/../.."
program=$(realpath "${1:-build/dist/windows}")
work=$(mktemp -d /var/tmp/counter-wine.XXXXXX)
export WINEPREFIX="$work/prefix" WINEDEBUG=-all HOME="$work" DISPLAY=":$((400 + $$ % 5000))"
Xvfb "$DISPLAY" -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 &
screen=$!
trap 'wineserver -k 2>/dev/null || true; kill $screen; rm -rf "$work"' EXIT
fail() { echo "$1" >&2; exit 1; }
must() { what=$1; shift; "$@" || fail "Not so: $what."; echo "ok: $what"; }
run() { echo | wine "$@" 2>&1 | cat >"$work/said"; }  # by pipes: Wine gives a window program no other way to write
soon() {
    sentence=$1 waited=0; shift
    until "$@"; do
        waited=$((waited + 1))
        [ $waited -lt 600 ] || fail "$sentence"
        sleep 1
    done
}
code() { set +e; wine "$@" </dev/null >/dev/null 2>&1; got=$?; set -e; }
key='Software\Microsoft\Windows\CurrentVersion\Uninstall\Counter'
told() { wine reg query "${2:-HKCU}\\$key" /reg:64 /v DisplayVersion 2>/dev/null | grep -q "$1"; }

cp -r "$program" "$work/program"
functions=$(objdump -p "$work/program/_internal/PySide6/Qt6Core.dll" |
    awk '/DLL Name: icuuc/ { on = 1; next } /DLL Name/ { on = 0 } on && NF == 3 && tolower($3) ~ /^ucnv/ { print $3 }')
for one in $functions; do echo "__declspec(dllexport) void *$one(void) { return 0; }"; done >"$work/icuuc.c"
x86_64-w64-mingw32-gcc -shared -o "$work/program/_internal/icuuc.dll" "$work/icuuc.c"
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
for number in "$version" 99.0.0; do
    makensis -V1 '-XTarget amd64-unicode' '-XSetCompressor /FINAL zlib' '-XSetCompress off' "-DVERSION=$number" "-DSOURCE=$work/program" \
        "-DOUTFILE=$work/setup-$number.exe" "-DLICENCE=$PWD/LICENSE" build/windows/counter.nsi
done
(cd "$work/program" && find . -type f -exec sha256sum {} +) >"$work/wanted"

wineboot --init >/dev/null 2>&1 || true
wine winecfg /v win10 >/dev/null 2>&1
local=$(wine cmd /c 'echo %LOCALAPPDATA%' 2>/dev/null | tr -d '\r')
local=$(winepath -u "$local")
data=$local/Counter installed=$local/Programs/Counter

code "$work/setup-$version.exe" /S /CurrentUser
must "the setup ends with 0" [ "$got" = 0 ]
must "every file is installed as it was packed" sh -c 'cd "$1" && sha256sum -c --quiet "$2"' sh "$installed" "$work/wanted"
must "the list of programs names version $version" told "$version"
menu="Microsoft/Windows/Start Menu/Programs/Counter.lnk"
must "the start menu leads to it" [ -f "$(dirname "$local")/Roaming/$menu" ]
run "$installed/counter.exe" --self-test --self-test-folder "$work/self"
grep -q 'The self-test passed' "$work/self/self-test.txt" || { cat "$work/said"; fail "The installed program's self-test did not pass."; }
echo "ok: the installed program checks itself"
python=.venv/bin/python
[ ! -x $python ] || $python tests/installer/decode_slip.py "$work/self"

mkdir -p "$data"
cp "$work/self/shop/shop.counter" "$data/shop.counter"
before=$(sha256sum <"$data/shop.counter")
same() { [ "$(sha256sum <"$data/shop.counter")" = "$before" ]; }
code "$work/setup-99.0.0.exe" /S /CurrentUser
must "the upgrade ends with 0" [ "$got" = 0 ]
must "the list of programs names the new version" told 99.0.0
must "the upgrade left the shop as it was" same

wine "$installed/counter.exe" --demo </dev/null >/dev/null 2>&1 &
soon "The window did not come up." grep -qs 'the counter is open' "$local/Counter demo/logs/counter.log"
must "the window stands over its demo shop" sh -c "xdotool search --onlyvisible --name '^Counter$' >/dev/null"
code "$work/setup-$version.exe" /S /CurrentUser
must "no setup while the program runs: it ends with 2" [ "$got" = 2 ]
must "and has changed nothing" told 99.0.0
wine taskkill /f /im counter.exe >/dev/null 2>&1

mkdir -p "$work/stick"
cp -r "$installed/." "$work/stick"
touch "$work/stick/portable.txt"
wine "$work/stick/counter.exe" </dev/null >/dev/null 2>&1 &
soon "The portable program's data is not beside it." [ -f "$work/stick/data/shop.counter" ]
echo "ok: with portable.txt beside it, the data lies beside it"
wine taskkill /f /im counter.exe >/dev/null 2>&1
must "the portable program left the other shop as it was" same

echo kept >"$installed/notes of a stranger.txt"
code "$installed/uninstall.exe" /S /CurrentUser "_?=$(winepath -w "$installed")"
must "the uninstaller ends with 0" [ "$got" = 0 ]
must "the program is gone" [ ! -e "$installed/counter.exe" ]
must "all that lay in its folder is gone" [ ! -e "$installed/_internal" ]
wine reg query "HKCU\\$key" >/dev/null 2>&1 && fail "The list of programs still names it."
must "what was not ours stays" [ -f "$installed/notes of a stranger.txt" ]
must "the shop is as it was" same

everybodys=$(winepath -u 'C:\Program Files\Counter')
code "$work/setup-$version.exe" /S /AllUsers
must "the setup for everybody ends with 0" [ "$got" = 0 ]
must "every file is installed for everybody" sh -c 'cd "$1" && sha256sum -c --quiet "$2"' sh "$everybodys" "$work/wanted"
must "everybody's list of programs names version $version" told "$version" HKLM
must "everybody's start menu leads to it" [ -f "$WINEPREFIX/drive_c/ProgramData/$menu" ]
code "$work/setup-99.0.0.exe" /S /AllUsers
must "the upgrade for everybody ends with 0" [ "$got" = 0 ]
must "everybody's list of programs names the new version" told 99.0.0 HKLM
run "$everybodys/counter.exe" --self-test --self-test-folder "$work/self-everybody"
must "everybody's program checks itself" grep -q 'The self-test passed' "$work/self-everybody/self-test.txt"
code "$everybodys/uninstall.exe" /S /AllUsers  # ends at once: a copy of it does the work and takes itself away too
soon "Something of everybody's program stayed." [ ! -e "$everybodys" ]
echo "ok: everybody's program is gone with its folder"
wine reg query "HKLM\\$key" /reg:64 >/dev/null 2>&1 && fail "Everybody's list of programs still names it."
must "the shop is as it was, still" same
