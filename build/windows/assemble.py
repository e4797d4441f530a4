"""Puts the program together for Windows, on any system: CPython's own files, wheels for Windows, and this tree.

    PYTHONHASHSEED=0 python build/windows/assemble.py WORK TARGET    with Python 3.11, whose bytecode it is

WORK holds `runtime` (CPython for Windows) and `site` (the wheels, unpacked). TARGET becomes a folder as PyInstaller
would make it: counter.exe at the top, all else in `_internal`. Modules that are Python alone lie in one archive there.
"""
import importlib.util
import marshal
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

TREE = Path(__file__).parents[2]
sys.path.insert(0, str(TREE / "build"))
import trim  # noqa: E402 - found by the path above

MAGIC_OF_311 = 3495
RUNTIME = ("python311.dll", "python3.dll", "LICENSE.txt")
EXTENSIONS = ("_asyncio", "_bz2", "_ctypes", "_decimal", "_elementtree", "_lzma", "_multiprocessing", "_overlapped",
              "_queue", "_socket", "_sqlite3", "_uuid", "_zoneinfo", "pyexpat", "select", "unicodedata")
LIBRARIES = ("libffi-8.dll", "sqlite3.dll")
# Of Python's own library, besides what no system gets: tools for those who write programs.
TOOLS = {"idlelib", "turtledemo", "ensurepip", "venv", "msilib", "site-packages", "curses", "pydoc",
         "turtle", "antigravity", "this", "__phello__", "lib2to3", "test", "tests", "__pycache__", "wsgiref"}
# These read their own files, or are libraries: they stay folders. Of Qt only what is named here is taken.
FOLDERS = ("PySide6", "shiboken6", "apsw", "rapidfuzz", "rapidfuzz.libs", "anyascii", "tzdata")
QT = re.compile(
    r"PySide6/(Qt6?(Core|Gui|Widgets|PrintSupport|Svg)\.(dll|pyd)|pyside6\.abi3\.dll|(support/)?\w+\.py"
    r"|(msvcp140\w*|vcruntime140\w*)\.dll|plugins/(platforms|imageformats|iconengines|styles)/.*)$")
OTHERS = re.compile(
    r"(shiboken6/(Shiboken\.pyd|shiboken6\.abi3\.dll|\w+\.py)|apsw/(__init__\.\S+\.pyd|sqlite_extra\S*|\w+\.py)"
    r"|rapidfuzz/.*\.(py|pyd)|rapidfuzz\.libs/.*|anyascii/(?!.*\.pyi).*|tzdata/.*)$")
NOT_CALLED = re.compile(r"/(tests?|__pycache__|generate_pyi\.py|__pyinstaller)(/|$)"
                        r"|^apsw/(shell|speedtest|fts\w*|aio|trace)\.py|^pwiz\.py|^PIL/")
PTH = "python311.zip\n.\n"


@dataclass
class Packing:
    """What was put in so far, as PyInstaller would note it, for the notices."""

    inside: Path
    files: list[tuple[str, str, str]] = field(default_factory=list)
    modules: list[tuple[str, str, str]] = field(default_factory=list)
    archive: dict[str, bytes] = field(default_factory=dict)

    def put(self, source: Path, name: str) -> None:
        """A file as it is, or a module beside its libraries as bytecode."""
        target = self.inside / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.suffix == ".py":
            name += "c"
            target.with_suffix(".pyc").write_bytes(bytecode(source, name))
        else:
            shutil.copyfile(source, target)
        self.files.append((name, str(source), "DATA"))

    def archived(self, source: Path, name: str) -> None:
        """A module into the one archive; an earlier one of this name stays."""
        if f"{name}c" not in self.archive:
            self.archive[f"{name}c"] = bytecode(source, f"{name}c")
            self.modules.append((name.removesuffix(".py").replace("/", "."), str(source), "PYMODULE"))


def bytecode(source: Path, name: str) -> bytes:
    """Without the time or the place of its source, so that it is the same bytes anywhere."""
    text = source.read_bytes()
    code = compile(text, name, "exec", dont_inherit=True, optimize=0)
    return b"".join([importlib.util.MAGIC_NUMBER, (1).to_bytes(4, "little"), importlib.util.source_hash(text),
                     marshal.dumps(code)])


def under(folder: Path) -> Iterator[tuple[Path, str]]:
    """Each file with its name in the folder, in one order everywhere."""
    for path in sorted(folder.rglob("*"), key=lambda found: found.as_posix()):
        if path.is_file():
            yield path, path.relative_to(folder).as_posix()


def left_out(name: str) -> bool:
    """A module by its dotted name, with all that is in it."""
    return any(name == one or name.startswith(f"{one}.") for one in trim.MODULES)


def runtime(packing: Packing, folder: Path) -> None:
    """CPython: its library, what it loads, and Python's own modules."""
    for name in RUNTIME:
        packing.put(folder / name, "licences/CPython.txt" if name == "LICENSE.txt" else name)
    for name in (*(f"{one}.pyd" for one in EXTENSIONS), *LIBRARIES):
        packing.put(folder / "DLLs" / name, name)
    for path, name in under(folder / "Lib"):
        parts = name.removesuffix(".py").split("/")
        if path.suffix == ".py" and not TOOLS.intersection(parts) and not left_out(".".join(parts)):
            packing.archived(path, name)


def wheels(packing: Packing, site: Path) -> None:
    """What is used of them."""
    for path, name in under(site):
        top = name.partition("/")[0]
        if trim.DROP.search(name) or NOT_CALLED.search(name) or left_out(name.partition(".")[0].replace("/", ".")):
            continue
        if top in FOLDERS:
            if QT.match(name) or OTHERS.match(name):
                packing.put(path, name)
        elif path.suffix == ".py":
            packing.archived(path, name)
        elif top.startswith("click-") and name.endswith("/METADATA"):  # it asks for its own version
            packing.put(path, name)
    for name in ("vcruntime140.dll", "vcruntime140_1.dll", "msvcp140.dll"):  # Qt's are the newest, and serve all
        packing.put(site / "PySide6" / name, name)


def ours(packing: Packing) -> None:
    """The program, what stands in for what it does not call, its resources and its licence."""
    for path, name in under(TREE / "build" / "stand_ins"):
        if path.suffix == ".py":
            packing.archived(path, name)
    for path, name in under(TREE / "counter"):
        if path.suffix == ".py":
            packing.archived(path, f"counter/{name}")
    packing.archived(TREE / "main.py", "main.py")
    for path, name in under(TREE / "resources"):
        if path.suffix not in (".py", ".pyc"):
            packing.put(path, f"resources/{name}")
    packing.put(TREE / "LICENSE", "licences/LICENSE")
    # Python wants the text of what it is told to run; all else is bytecode.
    shutil.copyfile(TREE / "build" / "windows" / "start.py", packing.inside / "start.py")
    packing.files.append(("start.py", str(TREE / "build" / "windows" / "start.py"), "DATA"))


def launcher(target: Path, work: Path, version: str) -> None:
    """counter.exe, with its icon and what Windows shows of it."""
    here = TREE / "build" / "windows"
    facts = here.joinpath("counter.rc.in").read_text(encoding="ascii")
    numbers = ",".join([*version.split("."), "0"])
    work.joinpath("counter.rc").write_text(
        facts.replace("@VERSION@", version).replace("@NUMBERS@", numbers).replace("@ICON@", "counter.ico"),
        encoding="ascii")
    shutil.copyfile(here / "counter.ico", work / "counter.ico")
    tool = "x86_64-w64-mingw32-"
    subprocess.run([f"{tool}windres", "counter.rc", "counter.o"], check=True, cwd=work)
    subprocess.run(
        [f"{tool}gcc", "-Os", "-s", "-Wall", "-Wextra", "-Werror", "-municode", "-mwindows", "-static",
         "-Wl,--no-insert-timestamp", "-Wl,--dynamicbase,--nxcompat,--high-entropy-va", "-o", str(target),
         str(here / "counter.c"), "counter.o"], check=True, cwd=work)


def main(work: Path, target: Path) -> int:
    """All of it, and the two lists from which build/notices.py tells the parts."""
    magic = int.from_bytes(importlib.util.MAGIC_NUMBER[:2], "little")
    if magic != MAGIC_OF_311 or os.environ.get("PYTHONHASHSEED") != "0":
        raise SystemExit("This needs Python 3.11, and PYTHONHASHSEED=0: the bytecode goes into the package.")
    shutil.rmtree(target, ignore_errors=True)
    packing = Packing(target / "_internal")
    packing.inside.mkdir(parents=True)
    ours(packing)  # first: what stands in for others goes before them
    runtime(packing, work / "runtime")
    wheels(packing, work / "site")
    archive = packing.inside / "python311.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as opened:
        for name in sorted(packing.archive):
            when = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
            opened.writestr(zipfile.ZipInfo(name, when), packing.archive[name])
    packing.files.append(("python311.zip", str(TREE / "main.py"), "DATA"))
    packing.inside.joinpath("python311._pth").write_text(PTH, encoding="ascii", newline="\n")
    packing.files.append(("python311._pth", str(TREE / "main.py"), "DATA"))
    version = re.search(r'^version = "(.+)"', TREE.joinpath("pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    launcher(target / "counter.exe", work, version[1] if version else "0.0.0")
    packing.files.append(("counter.exe", str(TREE / "build" / "windows" / "counter.c"), "EXECUTABLE"))
    for name, lists in (("COLLECT", (packing.files,)), ("PYZ", ("", packing.modules))):
        work.joinpath(f"{name}-00.toc").write_text(repr(lists), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()))
