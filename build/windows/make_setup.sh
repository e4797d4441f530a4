#!/bin/sh
# Makes build/dist/counter-setup-VERSION.exe from the program as build/windows/bundle.sh packed it; runs on Linux and on Windows
# (in Git's shell), and needs makensis.
#
#     build/windows/make_setup.sh [the packed program]        build/dist/windows, where nothing else is named
#
# Signed where SIGN_COMMAND names a command that signs a file in place (it gets the file as its last word), else it says
# that it is not. The same bytes for the same program: the times of all files are set to SOURCE_DATE_EPOCH.
set -eu
cd "$(dirname "$0")/../.."
source=${1:-build/dist/windows}
[ -f "$source/counter.exe" ] || { echo "There is no counter.exe in $source." >&2; exit 1; }
SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}"
export SOURCE_DATE_EPOCH TZ=UTC
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
out=$PWD/build/dist/counter-setup-$version.exe
mkdir -p build/dist
source=$(cd "$source" && pwd)
path() { command -v cygpath >/dev/null && cygpath -w "$1" || echo "$1"; }
if [ -n "${SIGN_COMMAND:-}" ]; then
    $SIGN_COMMAND "$source/counter.exe"
    set -- "-DSIGN=$SIGN_COMMAND"
else
    echo "Not signed: SIGN_COMMAND names no command. Windows will ask whether to trust it."
    set --
fi
find "$source" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +
makensis -V2 -WX "$@" "-DVERSION=$version" "-DSOURCE=$(path "$source")" "-DOUTFILE=$(path "$out")" \
    "-DLICENCE=$(path "$PWD/LICENSE")" "$(path "$PWD/build/windows/counter.nsi")"
echo "$out: $(wc -c <"$out") bytes"
