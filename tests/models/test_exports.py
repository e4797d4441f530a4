"""The shop owns its data: everything goes out as files that anyone can read, and comes back in with nothing lost."""

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path

import pytest
from counter_maker import open_file, someone_called

from counter.demo.make import Plan, Pools, make
from counter.desk import facts
from counter.desk import people as desk
from counter.errors import Refused, Unavailable
from counter.models import people, whole
from counter.models.tables_people import CustomerRow
from counter.office import exports, imports, taking_in
from counter.office.change import Change
from counter.records.imports import Fate
from counter.records.people import ContactKind, DateForm, FactForm, FactKind, PersonForm
from counter.transfer.looking import look
from counter.transfer.vcards import read_vcards

RESOURCES = Path(__file__).parents[2] / "resources"
NOON = datetime.fromisoformat("2026-11-26T12:00:00+00:00")


def load(name):
    return json.loads((RESOURCES / "demo" / name).read_text(encoding="utf-8"))


def content(database):
    """Every table, row by row, as SQLite has it, with the counters of ids."""
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@'"
    names = [name for (name,) in database.execute_sql(tables).fetchall()]
    found = {name: database.execute_sql(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall() for name in names}
    return found | {"counted": sorted(database.execute_sql("SELECT name, seq FROM sqlite_sequence").fetchall())}


# Columns that the made-up shop leaves blank.
RARE = (
    ("customer", "merged_into", 1), ("order_case", "final_price", 1200), ("credit_move", "note_slip_id", 1),
    ("gesture_event", "undoes", 1), ("feedback", "theme", "warmth"), ("anonymous_answer", "theme", "warmth"),
    ("printer", "target", "=lp"), ("print_job", "reason", "-paper"), ("print_job", "place", "@x.pdf"),
)  # fmt: skip


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """A made-up shop with some of everything, and rows that a spreadsheet or a reader of CSV could trip over."""
    database = open_file(tmp_path_factory.mktemp("shop") / "shop.counter")
    pools = Pools(load("names.json"), load("people.json"), load("shop.json"))
    make(database, pools, Plan(40, 7, date(2026, 11, 26), now=NOON))
    put = database.execute_sql
    put("INSERT OR REPLACE INTO logo (id, image) VALUES (1, ?)", (bytes(range(256)) * 1_000,))
    put("INSERT INTO kept VALUES ('name index', 3, ?)", (b"",))
    put("INSERT INTO external_id VALUES ('square', '=1+1', 1)")
    put("INSERT INTO import_run VALUES (1, '@people.csv', 'Square', '2026-11-26T12:00:00.000000Z', 1)")
    put("INSERT INTO forgotten VALUES (1, 99, '2026-11-26', 'Maya')")
    put("INSERT INTO gesture VALUES ('tea', '{}', 0, 1)")
    put("INSERT INTO boundary VALUES ('nuts', '+nuts', '[]', 3)")
    put("INSERT INTO report VALUES ('2026-11-23', '@Ring', '=words', '2026-11-26T12:00:00.000000Z', 'yes')")
    for table, column, value in RARE:
        put(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = (SELECT max(rowid) FROM "{table}")', (value,))
    for table in whole.tables(database):
        if "gone_by" in {column.name for column in table.columns}:
            put(f'UPDATE "{table.name}" SET gone_by = 1 WHERE rowid = (SELECT min(rowid) FROM "{table.name}")')
    odd = "'=cmd|' /C calc'!A0\r\n\"quoted\", ;\t\rend 😀 'x"
    for number, text in enumerate((odd, "=1+1", "+44 20", "-5", "@x", "'", "''", "\t", "\r", "a\nb", '"', ",", " x ")):
        put("INSERT INTO line (language, occasion, text) VALUES ('en', ?, ?)", (str(number), text))
    yield database
    database.close()


@pytest.fixture
def folder(shop, tmp_path):
    assert [*exports.everything(shop, tmp_path / "out", NOON)][-1] == 1.0
    return tmp_path / "out"


def test_every_table_comes_back_as_it_was(shop, folder, tmp_path):
    taking_in.take_in(folder, tmp_path / "again.counter")
    again = open_file(tmp_path / "again.counter")
    wanted, found = content(shop), content(again)
    assert wanted.keys() == found.keys()
    for name in wanted:
        assert found[name] == wanted[name], name
    again.close()


def test_the_shop_that_goes_round_leaves_no_table_and_no_column_blank(shop):
    blank = []
    for table in whole.tables(shop):
        rows = shop.execute_sql(f'SELECT * FROM "{table.name}"').fetchall()
        columns = [[row[at] for row in rows] for at in range(len(table.columns))]
        told = zip(table.columns, columns, strict=True)
        blank += [f"{table.name}.{column.name}" for column, cells in told if set(cells) <= {None, ""}]
    assert blank == []


def test_there_is_a_file_for_each_table_and_a_page_that_explains_them(shop, folder):
    names = {table.name for table in whole.tables(shop)}
    assert {path.name for path in folder.iterdir()} == {f"{n}.csv" for n in names} | {exports.MANIFEST, exports.PAGE}
    page = (folder / exports.PAGE).read_text(encoding="utf-8")
    assert "customer.csv: One person." in page
    for table in whole.tables(shop):
        assert table.about
        assert all(f"    {column.name}: {column.kind}" in page for column in table.columns)


def test_no_text_in_any_file_is_a_formula(folder):
    for path in folder.glob("*.csv"):
        csv.field_size_limit(10_000_000)
        with path.open(encoding="utf-8", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        csv.field_size_limit(131_072)
        harmful = [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))]
        negative = [cell for cell in cells if cell.startswith("-") and not cell[1:].replace(".", "").isdigit()]
        assert (harmful, negative) == ([], []), path.name


def test_a_file_that_was_changed_or_is_missing_is_told_and_nothing_is_left(folder, tmp_path):
    wanted = tmp_path / "again.counter"
    (folder / "note.csv").write_text("id,customer_id,text,gone_by\r\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"note\.csv is another one"):
        taking_in.take_in(folder, wanted)
    (folder / "note.csv").unlink()
    with pytest.raises(Refused, match=r"note\.csv can't be read"):
        taking_in.take_in(folder, wanted)
    assert [path for path in tmp_path.iterdir() if path != folder] == []


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"program": "Other", "format": 1, "tables": {}, "numbers": {}}'])
def test_a_folder_of_something_else_is_refused(folder, tmp_path, text):
    (folder / exports.MANIFEST).write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match="no list of files"):
        taking_in.take_in(folder, tmp_path / "again.counter")


def test_nothing_is_written_over(shop, folder, tmp_path):
    with pytest.raises(Refused, match="is not empty"):
        next(exports.everything(shop, folder, NOON))
    kept = tmp_path / "kept.counter"
    kept.write_bytes(b"mine")
    with pytest.raises(Refused, match="there already"):
        taking_in.take_in(folder, kept)
    assert kept.read_bytes() == b"mine"


def test_a_place_that_can_not_be_written_is_told(shop, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(Unavailable, match="Choose another place"):
        [*exports.everything(shop, tmp_path / "file" / "out", NOON)]


def furnished(till, ops):
    form = PersonForm(
        name="Anna Öztürk; Ward", called="=Ania", company="Mill, Ltd", address="1 High St\nYork", language="de",
        contacts=(
            (ContactKind.PHONE, "+44 20 7946 0001", ""), (ContactKind.PHONE, "020 7946 0002", ""),
            (ContactKind.EMAIL, "a@x.uk", ""), (ContactKind.EMAIL, "b@x.uk", ""),
        ),
    )  # fmt: skip
    who = desk.new(till, ops(), form).customer_id
    facts.add(till, ops(), who, FactForm(kind=FactKind.NEVER, text="nuts", boundaries=("nuts",)))
    facts.add(till, ops(), who, FactForm(kind=FactKind.LIKES, text="rye; dark"))
    facts.add_date(till, ops(), who, DateForm(label="birthday", month=2, day=29))
    someone_called(till, "Bob " + "Llanfair" * 12)
    return who


def seen(till, data):
    looked = look("x", data)
    return imports.preview(looked, imports.everybody(looked, till.settings.here(till.now).country))


def test_customers_as_csv_are_the_same_people_here_and_new_in_another_shop(till, ops, tmp_path):
    furnished(till, ops)
    data = exports.customers_csv().encode()
    assert look("x", data).shape.name == "Counter"
    preview = seen(till, data)
    assert [plan.fate for plan in preview.plans] == [Fate.SAME, Fate.LOOK]
    anna = preview.plans[0].person
    assert (anna.called, anna.address, anna.birthday) == ("=Ania", "1 High St\nYork", (2, 29, None))
    assert len(anna.contacts) == 4
    assert anna.notes == ("Never: nuts", "rye; dark")
    assert preview.warnings() == ((2, "Never: nuts", ("nuts",)),)


def test_customers_as_vcards_come_in_again_and_hold_nothing_that_staff_noted(till, ops):
    furnished(till, ops)
    text = exports.customers_vcards()
    assert "nuts" not in text
    assert "rye" not in text
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    anna, bob = read_vcards(text).people
    assert (anna.name, anna.called, anna.company) == ("Anna Öztürk; Ward", "=Ania", "Mill, Ltd")
    assert (anna.address, anna.birthday) == ("1 High St\nYork", (2, 29, None))
    assert [value for _, value in anna.contacts] == ["+44 20 7946 0001", "020 7946 0002", "a@x.uk", "b@x.uk"]
    assert bob.name == "Bob " + "Llanfair" * 12


def test_a_shops_people_move_to_another_shop_by_csv(till, ops, tmp_path):
    furnished(till, ops)
    data = exports.customers_csv().encode()
    names = [row.name for row in CustomerRow.live().order_by(CustomerRow.id)]
    till.database.close()
    other = open_file(tmp_path / "other.counter")
    change = Change(database=other, op="one", at=till.now, day=till.today)
    [*imports.take(change, seen(till, data), imports.Answers())]
    assert [row.name for row in CustomerRow.live().order_by(CustomerRow.id)] == names
    assert [fact.text for fact in people.facts(1)] == ["Never: nuts", "rye; dark"]
    other.close()


def test_any_list_is_written_for_a_spreadsheet(till):
    data = exports.list_csv(("what", "how many"), [("=1+1", -3), ("Rückgabe", 2)])
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows == [["what", "how many"], ["'=1+1", "-3"], ["Rückgabe", "2"]]
