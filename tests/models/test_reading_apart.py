"""A strange file is read by a process of its own: what it does to its reader, the counter never feels."""

import io
import os
import sys
import threading
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook
from test_imports import cards, change, everybody, file_of, seen, still

from counter.errors import Refused
from counter.office import imports
from counter.office.imports import Answers
from counter.office.reading import DIED, STOPPED, TOO_LONG, Reader
from counter.office.reading_child import MEMORY
from counter.records.countries import COUNTRIES, DayOrder
from counter.records.imports import Fate, Part

MAIN = (sys.executable, str(Path(__file__).parents[2] / "main.py"))
BRITAIN = COUNTRIES["GB"]


@pytest.fixture
def shop_file(tmp_path):
    return tmp_path / "shop.counter"


@pytest.fixture
def reader(shop_file):
    opened = Reader(MAIN, shop_file)
    yield opened
    opened.close()


@pytest.fixture
def put(tmp_path):
    """A file with these bytes."""

    def write(data, name="people.csv"):
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    return write


def preview(reader, glance, order=None, shape=None):
    for at, page in enumerate(imports.pages()):
        reader.note_known(page, first=not at)
    if not next(imports.pages(), ()):
        reader.note_known((), first=True)
    reader.note_numbers(imports.numbers(glance.shape.key))
    return reader.plan(shape or glance.shape, order or glance.order, BRITAIN)


@pytest.mark.slow
@pytest.mark.parametrize("key", ["square", "google", "hiboutik", "vcard"])
def test_a_file_read_apart_is_the_same_as_one_read_here_and_comes_in_whole(till, ops, reader, put, key):
    data = cards() if key == "vcard" else file_of(key)
    glance = reader.look(put(data, "people.vcf" if key == "vcard" else "people.csv"))
    assert (glance.shape.key, glance.count, glance.cards) == (key, 60, key == "vcard")
    assert len(glance.rows) == 40
    apart, here = preview(reader, glance), seen(till, data)
    assert tuple(apart.plans) == here.plans
    assert tuple(apart.plans) == here.plans
    assert apart.outlook == here.outlook
    assert [*imports.take(change(till, ops()), apart, Answers())][-1] == 1.0
    assert len(everybody()) == 49
    again = preview(reader, glance)
    assert again.outlook.counts == {Fate.SAME: 60}
    before = still()
    assert [*imports.take(change(till, ops()), again, Answers())][-1] == 1.0
    assert still() == before


def test_columns_and_the_order_of_days_are_put_right_before_anything_is_planned(reader, put):
    glance = reader.look(put(b"Who;Born;Sign\nAnna Ward;03/04/1980;loves rye\n"))
    assert (glance.header, glance.example) == (("Who", "Born", "Sign"), "03/04/1980")
    with pytest.raises(Refused, match="the day or the month"):
        reader_plan(reader, glance)
    shape = replace(glance.shape, parts=(Part.NAME, Part.BIRTHDAY, Part.LEAVE))
    (plan,) = reader_plan(reader, glance, order=DayOrder.MONTH_DAY, shape=shape).plans
    assert (plan.person.name, plan.person.birthday, plan.person.notes) == ("Anna Ward", (3, 4, 1980), ())


def reader_plan(reader, glance, order=None, shape=None):
    reader.note_known((), first=True)
    reader.note_numbers({})
    return reader.plan(shape or glance.shape, order, BRITAIN)


def test_letters_that_come_out_wrong_are_read_anew_as_the_owner_says(reader, put):
    path = put("Name,Phone\nŁukasz Żak,020 7946 0142\n".encode("cp1250"))
    assert reader.look(path).rows[0][0] != "Łukasz Żak"
    assert reader.look(path, "cp1250").rows[0][0] == "Łukasz Żak"


def bomb():
    """A workbook of some kilobytes that unfolds to a gigabyte."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/worksheets/sheet1.xml", "w") as sheet,
    ):
        for _ in range(300):
            sheet.write(b"<c>" * 300_000)
    return out.getvalue()


def strings_bomb():
    """A workbook whose head lies about how large it unfolds."""
    book = Workbook()
    book.active.append(["Name", "x" * 30_000])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()[:-200]


HOSTILE = {
    "21 MB": (b"a" * 21_000_000, "20 MB can be read"),
    "a bomb": (bomb, "unfolds to more"),
    "half a workbook": (strings_bomb, "damaged or locked"),
    "a million columns": (b"a," * 1_000_000, "hardly a list"),
    "nothing": (b"", "nothing in this file"),
    "only NUL": (b"\0" * 5_000, "nothing in this file"),
    "an older workbook": (b"\xd0\xcf\x11\xe0" + b"x" * 500, "of an older kind"),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence(reader, put, kind):
    data, said = HOSTILE[kind]
    with pytest.raises(Refused, match=said):
        reader.look(put(data() if callable(data) else data))


def test_a_file_that_is_gone_is_told(reader, tmp_path):
    with pytest.raises(Refused, match="can't be opened"):
        reader.look(tmp_path / "gone.csv")


def child(tmp_path, body):
    """A reader whose child does something else."""
    (tmp_path / "child.py").write_text(body, encoding="utf-8")
    return sys.executable, str(tmp_path / "child.py")


def test_a_child_that_dies_takes_nothing_with_it(put, tmp_path, shop_file):
    reader = Reader(child(tmp_path, "import os; os.abort()"), shop_file)
    with pytest.raises(Refused, match=DIED):
        reader.look(put(b"Name\nAnna\n"))
    reader.close()


@pytest.mark.skipif(sys.platform == "win32", reason="the system knows no such limit")
def test_a_child_that_eats_memory_ends_at_its_limit(put, tmp_path, shop_file):
    eats = f"import sys; sys.path.insert(0, {str(MAIN[1].rpartition('/')[0])!r})\n"
    eats += "from counter.office import reading_child as c\nc._limit_memory()\nx = bytearray(c.MEMORY)\n"
    reader = Reader(child(tmp_path, eats), shop_file)
    with pytest.raises(Refused, match=DIED):
        reader.look(put(b"Name\nAnna\n"))
    reader.close()


def looking_at_a_pipe(reader, tmp_path):
    """The program's own child at a file that gives nothing yet, as a share that hangs: its thread, what it heard."""
    os.mkfifo(tmp_path / "people.csv")
    heard = []

    def look():
        try:
            heard.append(reader.look(tmp_path / "people.csv").count)
        except Refused as refused:
            heard.append(refused.sentence)

    reading = threading.Thread(target=look)
    reading.start()
    return reading, heard


def opened_by_the_child(path, reading):
    """The pipe's other end, from the moment on when the child reads from it."""
    while reading.is_alive():
        try:
            return os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            continue
    raise AssertionError("the child never opened the file")


@pytest.mark.skipif(sys.platform == "win32", reason="such pipes are Unix's")
def test_the_programs_own_child_reads_within_its_limit_of_memory(reader, tmp_path):
    reading, heard = looking_at_a_pipe(reader, tmp_path)
    pipe = opened_by_the_child(tmp_path / "people.csv", reading)
    limits = Path(f"/proc/{reader._process.pid}/limits").read_text(encoding="ascii")
    os.write(pipe, b"Name\nAnna Ward\n")
    os.close(pipe)
    reading.join(30)
    assert heard == [1]
    (space,) = (line.split() for line in limits.splitlines() if line.startswith("Max address space"))
    assert [int(space[3]), int(space[4])] == [MEMORY, MEMORY]


@pytest.mark.skipif(sys.platform == "win32", reason="such pipes are Unix's")
def test_the_programs_own_child_is_ended_when_a_file_never_comes(tmp_path):
    reader = Reader(MAIN, tmp_path / "shop.counter", limits=(1.0, 1.0))
    reading, heard = looking_at_a_pipe(reader, tmp_path)
    reading.join(30)
    assert heard == [TOO_LONG]
    reader.close()


def test_a_child_that_never_ends_is_ended(put, tmp_path, shop_file):
    reader = Reader(child(tmp_path, "while True: pass"), shop_file, limits=(0.3, 0.3))
    with pytest.raises(Refused, match=TOO_LONG):
        reader.look(put(b"Name\nAnna\n"))
    reader.close()


def test_the_owner_may_stop_the_reading(put, tmp_path, shop_file):
    reader = Reader(child(tmp_path, "import time; time.sleep(60)"), shop_file)
    told = []

    def look():
        try:
            reader.look(put(b"Name\nAnna\n"))
        except Refused as refused:
            told.append(refused.sentence)

    reading = threading.Thread(target=look)
    reading.start()
    while reader._process is None:
        assert reading.is_alive()
    reader.stop()
    reading.join(10)
    assert told == [STOPPED]
    reader.close()


def test_nothing_of_the_file_stays_behind(put, shop_file):
    reader = Reader(MAIN, shop_file)
    reader.look(put(file_of("square", 5)))
    folder = reader.folder
    assert any(folder.iterdir())
    assert shop_file.parent in folder.parents
    reader.close()
    assert not folder.exists()

