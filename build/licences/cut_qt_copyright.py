"""Makes qt-third-party.txt from the copyright files of Debian's Qt packages, whose people read all of Qt's sources.

    python build/licences/cut_qt_copyright.py NAME=COPYRIGHT ... > build/licences/qt-third-party.txt

What is built into the libraries stays; tests, examples, tools, documents and other platforms are left out.
"""
import re
import sys
from pathlib import Path

ELSEWHERE = re.compile(
    r"^(tests|examples|doc|debian|util|config\.tests|mkspecs|cmake|qmake|bin|libexec|coin|lib|configure)\b"
    r"|^(\*|\*\*/CMakeLists.txt)$|src/android|vk\.xml|\.cmake$|_win\.cpp$"
    r"|/doc/|^src/(tools|testlib|assets|qmlcompiler|tracegen|network|sql|opengl/doc)"
    r"|3rdparty/(gradle|sqlite|wasm|iaccessible2|wintab|catch2|VulkanMemoryAllocator)"
    r"|plugins/platforms/(android|cocoa|ios|qnx|wasm|direct2d|windows)|(^|/)(jar|android)/|\.qdoc")
# Qt itself, under the LGPL, and what the GPL keeps out of the libraries: documents, tools, the compositor.
QTS_OWN = re.compile(r"LGPL-3 or GPL-2( or GPL-3)?(\n|$)|GPL-3|GFDL")
HEAD = """Parts of others that are built into Qt's own libraries, with their licences.
Taken from the copyright files of Debian's packages of Qt {versions}; what only tests, examples, tools or other
platforms hold is left out. Qt's own list: https://doc.qt.io/qt-6/licenses-used-in-qt.html
"""


def paragraphs(text: str) -> list[dict[str, str]]:
    """Fields by name; a field's further lines stay as they are."""
    blocks = [block for block in re.split(r"\n\s*\n", text) if not block.lstrip().startswith("#")]
    found = []
    for block in blocks:
        fields: dict[str, str] = {}
        name = ""
        for line in block.splitlines():
            if re.match(r"[A-Z][\w-]*:", line):
                name, _, value = line.partition(":")
                fields[name] = value.strip()
            elif name:
                fields[name] += "\n" + line
        found.append(fields)
    return found


def inside(files: str) -> list[str]:
    """The files of a paragraph that end up in the libraries."""
    return [path for path in files.split() if not ELSEWHERE.search(path)]


def cut(text: str) -> str:
    """The paragraphs about what is inside, then the licences they name."""
    parts, named, texts = [], set(), {}
    for fields in paragraphs(text):
        if "Files" not in fields:
            if "License" in fields:
                texts[fields["License"].partition("\n")[0].strip()] = fields["License"]
            continue
        files, licence = inside(fields["Files"]), fields.get("License", "")
        if not files or QTS_OWN.match(licence):
            continue
        named.update(re.split(r" (?:or|and) |, ", licence.partition("\n")[0].strip()))
        named.add(licence.partition("\n")[0].strip())
        parts.append(f"Files: {' '.join(files)}\nCopyright: {fields.get('Copyright', '')}\nLicense: {licence}")
    shown = [name for name in texts if name in named and not name.startswith("GPL-")]
    full = [f"License: {texts[name]}" for name in shown]
    return "\n\n".join(parts + full)


if __name__ == "__main__":
    wanted = dict(argument.split("=", 1) for argument in sys.argv[1:])
    sys.stdout.write(HEAD.format(versions=", ".join(wanted)))
    for title, path in wanted.items():
        rule = "-" * 100
        sys.stdout.write(f"\n{rule}\n{title}\n{rule}\n\n{cut(Path(path).read_text(encoding='utf-8'))}\n")
