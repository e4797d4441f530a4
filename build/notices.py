"""Says what is really inside the packaged program: THIRD-PARTY-NOTICES.txt and sbom.cdx.json (CycloneDX 1.5).

    python build/notices.py BUNDLE WORK     after PyInstaller, with the Python that packed it

Each file of the bundle and each module in its archive is traced to where it came from: this tree, a wheel or a Debian
package. The build fails on a file without an owner, on a part whose licence nobody has read (the table LICENCES), on a
part without its text, and on what only the GPL allows.
"""
import ast
import hashlib
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import Distribution, distributions
from pathlib import Path

TREE = Path(__file__).parent.parent
TEXTS = TREE / "build" / "licences"
PYTHON, BOOTLOADER, QT = "CPython", "PyInstaller bootloader", "Qt"
QT_SOURCES = "https://download.qt.io/official_releases/"
# Read by a person once; a part that is new here fails the build until somebody has read its licence.
LICENCES = {
    "Counter": "MIT", PYTHON: "PSF-2.0", BOOTLOADER: "GPL-2.0-or-later WITH Bootloader-exception",
    QT: "LGPL-3.0-only", "PySide6_Essentials": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only", "ICU": "Unicode-3.0",
    "anyascii": "ISC", "apsw": "Zlib", "et_xmlfile": "MIT", "openpyxl": "MIT", "openssl": "Apache-2.0", "peewee": "MIT",
    "platformdirs": "MIT", "qrcode": "BSD-3-Clause", "RapidFuzz": "MIT", "reportlab": "BSD-3-Clause",
    "tzdata": "Apache-2.0", "Noto fonts": "OFL-1.1", "Name equivalents of rigour": "MIT", "Nicknames": "Apache-2.0",
    "bzip2": "bzip2-1.0.6",
    "expat": "MIT", "libffi": "MIT", "xz-utils": "0BSD", "util-linux": "BSD-3-Clause", "zlib": "Zlib",
    "xcb-util": "MIT", "xcb-util-cursor": "MIT", "xcb-util-image": "MIT", "xcb-util-keysyms": "MIT",
    "xcb-util-renderutil": "MIT", "xcb-util-wm": "MIT", "uvicorn": "BSD-3-Clause", "h11": "MIT",
    "click": "BSD-3-Clause", "Microsoft Visual C++ runtime": "Microsoft Distributable Code",
}
# Modules that Qt gives only under the GPL or for money, the server side of Wayland, and others that must stay out.
GPL_ONLY = re.compile(
    r"Qt6?(Charts|DataVisualization|Graphs|HttpServer|Lottie|Mqtt|CoAp|NetworkAuth|Quick3D|QuickTimeline|Shader"
    r"|VirtualKeyboard|WaylandCompositor|Protobuf|Grpc)|wayland-graphics-integration-server|libreadline|libgdbm"
    r"|DarkGarden|libqtvirtualkeyboard")
ICU_FILE = re.compile(r"libicu(data|i18n|uc)\.so")
MICROSOFTS = re.compile(r"(^|/)(msvcp|vcruntime)140[-\w]*\.dll$")
QTS_ON_WINDOWS = re.compile(r"^PySide6/(Qt6\w+\.dll|plugins/)")
DEBIANS_PYTHON = Path("/usr/share/doc/libpython3.11-minimal/copyright")
NO_SPDX = re.compile(r" WITH |Unicode-3.0|Microsoft")  # CycloneDX 1.5 has no id for these
RULE = "=" * 110
HEAD = f"""Counter {{version}}: parts of others that are inside, and their licences.

This program uses Qt and PySide6 under the GNU Lesser General Public License, version 3. They lie beside the program as
libraries of their own, in the folders PySide6 and shiboken6; whoever wants to put other builds of them there may do so,
and may take the program apart as far as that needs. The sources of Qt: {QT_SOURCES}qt/ and of
PySide6: {QT_SOURCES}QtForPython/ . Qt's data for ICU was made smaller by leaving items out (build/icu.py
in Counter's sources); Qt's own file may be put in its place.
"""


@dataclass
class Part:
    """What came from one maker: its version, where it is from, its texts, and the files it put in."""

    name: str
    version: str
    purl: str
    texts: list[str]
    files: set[str] = field(default_factory=set)
    modules: int = 0


def entries(work: Path) -> Iterator[tuple[str, str, bool]]:
    """Name, source and whether it lies in the archive of modules, for all that PyInstaller put in."""
    for name, source, _kind in ast.literal_eval((work / "COLLECT-00.toc").read_text(encoding="utf-8"))[0]:
        yield name, source, False
    for name, source, _kind in ast.literal_eval((work / "PYZ-00.toc").read_text(encoding="utf-8"))[1]:
        yield name, source, True


class Owners:
    """Finds the part that a file came from."""

    def __init__(self, work: Path) -> None:
        self.parts: dict[str, Part] = {}
        self._work = work.resolve()
        self._runtime = self._work / "runtime"  # CPython for Windows, with its wheels beside it, where that is packed
        places = {"path": [str(self._work / "site")]} if self._runtime.exists() else {}
        self._wheels = {str(Path(str(found.locate_file(file))).resolve()): found
                        for found in distributions(**places) for file in found.files or ()}

    def of(self, name: str, source: str) -> Part:
        """The part; ends the build where there is none."""
        path = Path(source).resolve() if Path(source).is_absolute() else self._work / "counter"
        name = name.replace("\\", "/")
        if ICU_FILE.search(name):
            return self._part("ICU", "73", "pkg:github/unicode-org/icu@73", [_own("icu.txt")])
        if MICROSOFTS.search(name):
            return self._part("Microsoft Visual C++ runtime", "", "", [_read(self._runtime / "LICENSE.txt")])
        if path.is_relative_to(self._runtime):
            return self._python()
        if path.is_relative_to(self._work) and str(path) not in self._wheels:
            generated = path.name == "base_library.zip" or "localpycs" in path.parts
            return self._python() if generated else self._bootloader()
        if path.is_relative_to(TREE) and str(path) not in self._wheels:
            return self._ours(path)
        wheel = self._wheels.get(str(path))
        return self._wheel(wheel, name) if wheel else self._debian(path, name)

    def _ours(self, path: Path) -> Part:
        resources = TREE / "resources"
        if path.parent == resources / "fonts" and path.suffix in (".ttf", ".otf", ".txt"):
            return self._part("Noto fonts", "", "pkg:github/notofonts/notofonts.github.io",
                              [_read(resources / "fonts" / "LICENSE-OFL.txt")])
        if path == resources / "lookup" / "LICENSE-nicknames.txt":
            return self._part("Nicknames", "1.0.1", "pkg:pypi/nicknames@1.0.1", [_read(path)])
        if path.parent == resources / "lookup" and path.name != "short_forms.txt":
            return self._part("Name equivalents of rigour", "", "pkg:pypi/rigour",
                              [_read(resources / "lookup" / "LICENSE-rigour.txt")])
        return self._part("Counter", version(), "", [_read(TREE / "LICENSE")])

    def _bootloader(self) -> Part:
        found = Distribution.from_name("pyinstaller")
        return self._part(BOOTLOADER, found.version, f"pkg:pypi/pyinstaller@{found.version}", _texts(found))

    def _python(self) -> Part:
        number, text = ".".join(str(part) for part in sys.version_info[:3]), DEBIANS_PYTHON
        if self._runtime.exists():
            number, text = _read(self._runtime / "VERSION"), self._runtime / "LICENSE.txt"
        return self._part(PYTHON, number, f"pkg:generic/python@{number}", [_read(text)])

    def _wheel(self, found: Distribution, name: str) -> Part:
        if found.name.lower() == "pyinstaller":
            return self._bootloader()
        if found.name in ("PySide6_Essentials", "shiboken6"):
            texts = [_own("LGPL-3.0.txt"), _own("GPL-3.0.txt")]
            qts = "/Qt/" in name or QTS_ON_WINDOWS.search(name) or name.startswith("libQt6")
            if qts:
                return self._part(QT, found.version, f"pkg:generic/qt@{found.version}?download_url={QT_SOURCES}qt/",
                                  [*texts, _own("qt-third-party.txt")])
            return self._part(found.name, found.version, _pypi(found), texts)
        return self._part(found.name, found.version, _pypi(found), _texts(found))

    def _debian(self, path: Path, name: str) -> Part:
        package = "python3" if path.is_relative_to(Path("/usr/lib/python3.11").resolve()) else _package(path)
        if not package:
            raise SystemExit(f"nobody owns {name} ({path})")
        if package.startswith(("libpython3", "python3")):
            return self._python()
        source, number = _ask("dpkg-query", "-W", "-f", "${source:Package} ${Version}", package).split()
        text = _read(Path("/usr/share/doc") / package.partition(":")[0] / "copyright")
        return self._part(source, number, f"pkg:deb/debian/{package.partition(':')[0]}@{number}", [text])

    def _part(self, name: str, number: str, purl: str, texts: list[str]) -> Part:
        if name not in LICENCES:
            raise SystemExit(f"nobody has read the licence of {name}: see LICENCES in build/notices.py")
        if not any(text.strip() for text in texts):
            raise SystemExit(f"{name} came without the text of its licence")
        return self.parts.setdefault(name, Part(name, number, purl, texts))


def _ask(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _package(path: Path) -> str:
    """The Debian package of a file, also where /lib and /usr/lib are one."""
    tried = [str(path), str(path).removeprefix("/usr"), f"/usr{path}"]
    found = (_ask("dpkg", "-S", place).partition(": ")[0] for place in tried)
    return next((package.partition(",")[0] for package in found if package), "")


def _texts(found: Distribution) -> list[str]:
    wanted = re.compile(r"dist-info/(licenses/)*(licen[cs]e|copying|authors|notice)[^/]*$", re.IGNORECASE)
    return [_read(Path(str(found.locate_file(file)))) for file in sorted(found.files or ()) if wanted.search(str(file))]


def _pypi(found: Distribution) -> str:
    return f"pkg:pypi/{found.name.lower().replace('_', '-')}@{found.version}"


def _own(name: str) -> str:
    return _read(TEXTS / name)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def version() -> str:
    """Counter's own version."""
    found = re.search(r'^version = "(.+)"', _read(TREE / "pyproject.toml"), re.MULTILINE)
    return found[1] if found else ""


def gathered(bundle: Path, work: Path) -> list[Part]:
    """All parts, each with its files; ends the build over a file on disk that PyInstaller did not name."""
    owners, known = Owners(work), set()
    for name, source, archived in entries(work):
        part = owners.of(name, source)
        if archived:
            part.modules += 1
            continue
        known.add(name)
        place = bundle / name if (bundle / name).exists() else bundle / "_internal" / name
        if place.is_file() and not place.is_symlink():
            part.files.add(place.relative_to(bundle).as_posix())
    listed = {file for part in owners.parts.values() for file in part.files}
    real = (path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink())
    inside = {path.relative_to(bundle).as_posix() for path in real}
    if inside - listed:
        raise SystemExit(f"nobody owns {sorted(inside - listed)[:5]}")
    forbidden = sorted(file for file in inside | known if GPL_ONLY.search(file))
    if forbidden:
        raise SystemExit(f"only the GPL allows {forbidden[:5]}")
    return sorted(owners.parts.values(), key=lambda part: part.name.lower())


def notices(parts: list[Part]) -> str:
    """One section a part, as the program's page About reads it; a text that several share stands once."""
    said: dict[str, str] = {}
    sections = [HEAD.format(version=version())]
    for part in parts:
        title = f"{part.name} {part.version}".strip()
        sections.append(f"{RULE}\n{part.name}\n{part.version or '-'}\n{LICENCES[part.name]}\n{RULE}\n")
        for text in part.texts:
            if text in said:
                sections.append(f"The text stands under {said[text]}.\n")
            else:
                said[text] = title
                sections.append(text.strip() + "\n")
    return "\n".join(sections)


def sbom(bundle: Path, parts: list[Part]) -> str:
    """The bill of materials: no clock and no random number in it, so that the same tree gives the same bytes."""
    ours = next(part for part in parts if part.name == "Counter")
    known = [_component(bundle, part) for part in parts]
    serial = hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()
    uuid = f"{serial[:8]}-{serial[8:12]}-5{serial[13:16]}-8{serial[17:20]}-{serial[20:32]}"
    return json.dumps({
        "bomFormat": "CycloneDX", "specVersion": "1.5", "serialNumber": f"urn:uuid:{uuid}", "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": "counter", "name": "Counter",
                                   "version": ours.version}},
        "components": [one for one in known if one["name"] != "Counter"],
        "dependencies": [{"ref": "counter", "dependsOn": [part.name for part in parts if part is not ours]}],
    }, indent=1, ensure_ascii=False) + "\n"


def _component(bundle: Path, part: Part) -> dict[str, object]:
    licence = LICENCES[part.name]
    plain = {"license": {"name": licence}} if NO_SPDX.search(licence) else {
        "license": {"id": licence}}
    files = [{"type": "file", "name": file, "hashes": [
        {"alg": "SHA-256", "content": hashlib.sha256((bundle / file).read_bytes()).hexdigest()}]}
        for file in sorted(part.files)]
    facts: dict[str, object] = {"type": "library", "bom-ref": part.name, "name": part.name, "version": part.version,
                                "purl": part.purl, "licenses": [plain], "components": files}
    if part.modules:
        facts["properties"] = [{"name": "counter:modules-in-archive", "value": str(part.modules)}]
    return {key: value for key, value in facts.items() if value not in ("", [])}


def main(bundle: Path, work: Path) -> int:
    """Both files, into the bundle's folder of licences."""
    parts = gathered(bundle, work)
    target = bundle / "_internal" / "licences"
    (target / "THIRD-PARTY-NOTICES.txt").write_text(notices(parts), encoding="utf-8", newline="\n")
    (target / "sbom.cdx.json").write_text(sbom(bundle, parts), encoding="utf-8", newline="\n")
    by_licence = defaultdict(list)
    for part in parts:
        by_licence[LICENCES[part.name]].append(part.name)
    print(f"{len(parts)} parts, {sum(len(part.files) for part in parts)} files, each with its owner and licence:")
    for licence, names in sorted(by_licence.items()):
        print(f"  {licence}: {', '.join(names)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
