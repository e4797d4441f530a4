#!/bin/sh
# Packs the program into build/dist/counter with pinned tools, then lets the packed program check itself.
set -eu
cd "$(dirname "$0")/.."
PY=${PY:-/usr/bin/python3}  # Debian's Python is stripped: 25 MB less than one built by hand
work=build/.work
if [ ! -f $work/venv/.done ] || [ requirements.txt -nt $work/venv/.done ] || [ requirements-build.txt -nt $work/venv/.done ]
then
    rm -rf $work/venv
    if "$PY" -c 'import ensurepip' 2>/dev/null; then
        "$PY" -m venv $work/venv
    else
        "$PY" -m venv --without-pip $work/venv
    fi
    if $work/venv/bin/python -m pip --version >/dev/null 2>&1
    then pip="$work/venv/bin/python -m pip"
    else pip="python3 -m pip --python $work/venv/bin/python"
    fi
    $pip install -q --require-hashes --only-binary :all: -r requirements.txt -r requirements-build.txt
    touch $work/venv/.done
fi
# Without a fixed seed the order in base_library.zip differs from run to run.
export PYTHONHASHSEED=0 SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}"
umask 022
rm -rf build/dist/counter $work/counter
$work/venv/bin/python -m PyInstaller --log-level ERROR --noconfirm --distpath build/dist --workpath $work build/counter.spec
$work/venv/bin/python build/icu.py build/dist/counter/_internal/PySide6/Qt/lib
$work/venv/bin/python build/notices.py build/dist/counter $work/counter
# A library that is not on this machine stays away without a word, and the window would not come up elsewhere either.
if missing=$(ldd build/dist/counter/_internal/PySide6/Qt/plugins/platforms/*.so | grep 'not found'); then
    echo "Once, as root, then again: make system. Missing here:" "$missing" >&2
    exit 1
fi
QT_QPA_PLATFORM=offscreen build/dist/counter/counter --self-test
