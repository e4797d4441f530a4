"""The house holds its own plan: ARCHITECTURE.md is read, and every file and import is held to it."""

import ast
import re
import sys
import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
PRODUCT = sorted((ROOT / "counter").rglob("*.py"))
MODULE_LINES, FUNCTION_LINES, MEDIAN_LINES, CLASS_METHODS = 250, 40, 8, 15
DUPLICATE_LINES = 10
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
# Whoever shows text by these lets Qt guess whether it is markup.
GUESSES_MARKUP = {
    "QLabel", "QMessageBox", "QTextEdit", "QTextBrowser", "QTextDocument", "QStaticText", "QWhatsThis",
    "setHtml", "insertHtml", "appendHtml", "toHtml",
}  # fmt: skip
PLAIN_TOOLTIP = "plain_tooltip"


@cache
def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(*kinds):
    """Every node of these kinds in the product, with its file."""
    return [(path, node) for path in PRODUCT for node in walk(path) if isinstance(node, kinds)]


@cache
def walk(path):
    return list(ast.walk(tree(path)))


def place(path, node=None):
    return f"{path.relative_to(ROOT)}:{node.lineno}" if node else str(path.relative_to(ROOT))


def plan():
    """The table of rooms: room → (rooms it may import, packages from outside)."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| `")]
    parsed = [(re.findall(r"`([\w.]+)`", row[0]), row[2], row[3].split()) for row in rows]
    order = [room for names, _, _ in parsed for room in names]
    rules = set(order[order.index("lookup") : order.index("people") + 1])
    rooms = {}
    for names, may, outside in parsed:
        inside = set(re.findall(r"`(\w+)`", may)) | (rules if "*rules*" in may else set())
        for room in names:
            rooms[room] = (set(order) if may.strip() == "all" else inside, set(outside))
    return rooms


def room_of(path):
    inside = path.relative_to(ROOT / "counter").parts if path.is_relative_to(ROOT / "counter") else (path.name,)
    return inside[0] if path.name == "main.py" else inside[0].removesuffix(".py")


def imports(path):
    """Every module imported anywhere in the file, with the names taken from it where it is `counter` itself."""
    for node in walk(path):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{place(path, node)} imports relatively"
            names = [f"counter.{alias.name}" for alias in node.names] if node.module == "counter" else [node.module]
            yield from ((node, name) for name in names)


def strangers():
    """Imports that the plan does not allow."""
    rooms = plan()
    main = [ROOT / "main.py"] if (ROOT / "main.py").exists() else []
    for path in [*main, *PRODUCT]:
        room = room_of(path)
        if room == "__init__":
            continue
        inside, outside = rooms[room]
        for node, name in imports(path):
            top, _, rest = name.partition(".")
            if top == "counter":
                allowed = rest.partition(".")[0] in inside | {room}
            else:
                allowed = top in outside or top in sys.stdlib_module_names
            if not allowed:
                yield f"{place(path, node)} imports {name}"


def test_every_room_is_in_the_plan():
    rooms = {room_of(path) for path in PRODUCT} - {"__init__"}
    assert rooms <= set(plan()), "ARCHITECTURE.md names no such room"


def test_every_import_is_an_arrow_of_the_plan():
    assert list(strangers()) == []


def test_the_linter_knows_the_same_rooms_as_the_plan():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    assert set(re.findall(r"\w+", " ".join(layers))) == set(plan()) - {"main.py"}
    assert not any("ignore_imports" in contract for contract in contracts)


def test_modules_stay_short_enough_to_read():
    lengths = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in PRODUCT}
    assert {name: lines for name, lines in lengths.items() if lines > MODULE_LINES} == {}


def test_functions_stay_short_enough_to_read():
    lengths = {place(p, node): node.end_lineno - node.lineno + 1 for p, node in nodes(*FUNCTION)}
    assert {name: lines for name, lines in lengths.items() if lines > FUNCTION_LINES} == {}
    assert median(lengths.values()) <= MEDIAN_LINES


def test_no_class_does_everything():
    methods = {place(p, node): sum(isinstance(part, FUNCTION) for part in node.body) for p, node in nodes(ast.ClassDef)}
    assert {name: count for name, count in methods.items() if count > CLASS_METHODS} == {}


def test_every_module_and_public_name_says_what_it_is():
    public = [(p, node) for p, node in nodes(ast.ClassDef, *FUNCTION) if node in tree(p).body and node.name[0] != "_"]
    silent = [place(p, node) for p, node in public if not ast.get_docstring(node)]
    silent += [place(path) for path in PRODUCT if tree(path).body and not ast.get_docstring(tree(path))]
    assert silent == []


def test_nothing_is_written_twice():
    seen = defaultdict(set)
    for path in PRODUCT:
        lines = [(n, line.strip()) for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)]
        code = [(n, line) for n, line in lines if line and not re.match(r"(from|import|#|\"\"\"|[)\]}]+,?$)", line)]
        for start in range(len(code) - DUPLICATE_LINES + 1):
            block = code[start : start + DUPLICATE_LINES]
            seen["\n".join(line for _, line in block)].add(f"{place(path)}:{block[0][0]}")
    assert [sorted(places) for places in seen.values() if len(places) > 1] == []


def test_no_text_from_people_can_be_taken_for_markup():
    named = [(p, node, node.id) for p, node in nodes(ast.Name)] + [(p, n, n.attr) for p, n in nodes(ast.Attribute)]
    assert [f"{place(p, node)} {name}" for p, node, name in named if name in GUESSES_MARKUP] == []


def test_tooltips_are_plain_text():
    calls = [(p, n) for p, n in nodes(ast.Call) if isinstance(n.func, ast.Attribute) and n.args]
    tips = [(p, n, n.args[0]) for p, n in calls if n.func.attr == "setToolTip"]
    tips += [(p, n, n.args[1]) for p, n in calls if ast.unparse(n.func) == "QToolTip.showText"]
    assert [place(p, n) for p, n, text in tips if not ast.unparse(text).startswith(PLAIN_TOOLTIP)] == []


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("test_*.py")), ids=lambda path: path.name)
def test_no_test_is_left_out(path):
    """`skipif` is for what a platform can't do, and has no place in a journey or in this file."""
    left_out = {"skip", "xfail", "importorskip"} | ({"skipif"} if path.parent.name in ("tests", "journeys") else set())
    attributes = [node for node in walk(path) if isinstance(node, ast.Attribute) and node.attr in left_out]
    assert [place(path, node) for node in attributes if ast.unparse(node.value).startswith("pytest")] == []


def test_no_limit_is_talked_away():
    away = re.compile(r"noqa: *(C901|PLR09|D10)|noqa(?!:)|type: *ignore(?!\[)|mypy: *ignore-errors")
    assert [place(path) for path in PRODUCT if away.search(path.read_text(encoding="utf-8"))] == []
