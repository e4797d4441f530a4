"""A damaged shop file: nothing of it is deleted, a backup takes its place, and what can still be read comes back."""

from random import Random

import pytest
from counter_maker import MORNING, open_file, open_till, someone_called

from counter.desk import complaints, facts, notes, people, undo
from counter.desk.complaints import ComplaintForm
from counter.errors import Broken, Damaged, Unavailable
from counter.models import people as stored
from counter.models import salvage, swap, vetting
from counter.models.backup import unpack
from counter.models.database import PAGE, connect, sweep
from counter.models.tables_counter import FollowUpRow, NoteRow
from counter.models.tables_people import CustomerRow
from counter.office import backups, rescuing
from counter.office.change import Change
from counter.records.backups import Why
from counter.records.entries import Severity
from counter.records.people import ContactKind, DateForm, FactForm, FactKind, PersonForm


@pytest.fixture(scope="module")
def healthy(tmp_path_factory):
    """A shop of 300 people with a note each; a backup of the first 280, and what the file is now."""
    path = tmp_path_factory.mktemp("healthy") / "shop.counter"
    till = open_till(path)
    with till.database.atomic():
        for number in range(280):
            notes.add(till, f"note {number}", someone_called(till, f"Anna {number}"), f"Collects on Fridays, {number}.")
    backup = backups.make(till.database, Why.BY_ITSELF, MORNING)
    with till.database.atomic():
        for number in range(280, 300):
            notes.add(till, f"note {number}", someone_called(till, f"Anna {number}"), f"Collects on Fridays, {number}.")
        notes.add(till, "late", 7, "Has a new dog, Rex.")
    till.database.close()
    return path.read_bytes(), backup.path.read_bytes()


@pytest.fixture
def shop(path, healthy):
    """The shop's file as it was, with its backup beside it."""
    path.write_bytes(healthy[0])
    (path.parent / "backups").mkdir()
    (path.parent / "backups" / "shop-000001.counter.gz").write_bytes(healthy[1])
    return path


def spoil(path, pages, first=1):
    """Overwrites some bytes in the middle of some pages; answers what the file is then."""
    data, random = bytearray(path.read_bytes()), Random(4)
    for page in random.sample(range(first, len(data) // PAGE), pages):
        data[page * PAGE + 1000 : page * PAGE + 1100] = random.randbytes(100)
    path.write_bytes(data)
    return data


def spoil_printers(path):
    """The page that holds the printers: nothing newer than the backup hangs on it."""
    data = bytearray(path.read_bytes())
    data[data.index(b"Slips as PDF")] ^= 1
    path.write_bytes(data)


def opens(path):
    database = open_file(path)
    try:
        sweep(database)
    finally:
        database.close()


def rescued(path):
    """What a start with a damaged file does; the shop is open then."""
    done = rescuing.rescue(path)
    till = open_till(path)
    return till, rescuing.look_for_newer(till.database, done)


def stamp(till, op="by hand"):
    return Change(database=till.database, op=op, at=till.now, day=till.today, staff_id=till.staff_id)


def test_the_newest_backup_takes_its_place_and_the_damaged_file_is_kept_byte_for_byte(shop):
    data = spoil(shop, 3)
    with pytest.raises(Broken):
        opens(shop)
    till, told = rescued(shop)
    assert CustomerRow.select().count() == 280
    assert told.aside.read_bytes() == data
    assert told.source.number == 1
    till.database.close()
    opens(shop)


def test_what_is_newer_comes_back_as_things_to_check_with_what_was_typed(shop):
    spoil_printers(shop)
    till, told = rescued(shop)
    assert told.readable == 41
    number, new = rescuing.bring_in(stamp(till), shop)
    assert (number, len(new)) == (41, 20)
    assert FollowUpRow.select().count() == 41
    to_do = {row.what: row.customer_id for row in FollowUpRow.select()}
    assert next(what for what in to_do if "Rex" in what).startswith("To check: ")
    assert next(who for what, who in to_do.items() if "Rex" in what) == 7
    names = {row.name for row in CustomerRow.select().where(CustomerRow.id.in_(new))}
    assert names == {f"Anna {number}" for number in range(280, 300)}
    till.database.close()
    opens(shop)


def test_people_come_back_with_their_phones_facts_days_and_notes_each_where_it_belongs(path, till):
    anna = someone_called(till, "Anna")
    backups.make(till.database, Why.BY_ITSELF, MORNING)
    bea = people.new(
        till, "bea", PersonForm(name="Beatrix", company="Mill", contacts=((ContactKind.PHONE, "020 7946 0142", ""),))
    ).customer_id
    facts.add(till, "nuts", bea, FactForm(kind=FactKind.NEVER, text="No nuts", boundaries=("nuts",)))
    facts.add_date(till, "day", bea, DateForm(label="Birthday", month=3, day=14))
    facts.add_member(till, "with", bea, ("Mara", "daughter"), may_collect=True)
    notes.add(till, "note", anna, "Has a new dog, Rex.")
    facts.add(till, "slip of the pen", anna, FactForm(kind=FactKind.LIKES, text="Never said"))
    undo.last(till, "undo")
    till.database.close()
    spoil_printers(path)
    opened, _ = rescued(path)
    _, touched = rescuing.bring_in(stamp(opened), path)
    (back,) = touched
    assert opened.customer(back).company == "Mill"
    assert [c.value for c in stored.contacts(back)] == ["020 7946 0142"]
    assert [(f.text, f.boundaries) for f in stored.facts(back)] == [("No nuts", ("nuts",))]
    assert [(d.label, d.month, d.day) for d in stored.important_dates(back)] == [("Birthday", 3, 14)]
    assert [(m.name, m.may_collect) for m in stored.household(back)] == [("Mara", True)]
    assert [n.text for n in NoteRow.select()] == ["Has a new dog, Rex."]
    assert stored.facts(anna) == ()
    undo.last(opened, "undo the last")
    opened.database.close()
    opens(path)


def test_what_the_backup_knows_already_is_not_there_twice(path, till):
    anna = someone_called(till, "Anna")
    backups.make(till.database, Why.BY_ITSELF, MORNING)
    fact = FactForm(kind=FactKind.NEVER, text="No nuts", boundaries=("nuts",))
    facts.add(till, "nuts", anna, fact)
    till.database.close()
    spoil_printers(path)
    opened, _ = rescued(path)
    facts.add(opened, "typed in again meanwhile", anna, fact)
    rescuing.bring_in(stamp(opened), path)
    assert [f.text for f in stored.facts(anna)] == ["No nuts"]
    opened.database.close()


@pytest.mark.parametrize("kept", ["[]", "null", '{"entries": 7}', "{" * 5000, '{"entries": [], "rows": [{}]}'])
def test_what_waits_and_makes_no_sense_offers_nothing(path, till, kept):
    (path.parent / "backups").mkdir()
    (path.parent / "backups" / "to-check.json").write_text(kept, encoding="utf-8")
    assert rescuing.waiting(path).count == 0
    assert rescuing.bring_in(stamp(till), path) == (0, ())


def test_people_who_came_meanwhile_are_not_taken_for_those_of_the_damaged_file(shop):
    spoil_printers(shop)
    till, _ = rescued(shop)
    kim = people.new(till, "kim", PersonForm(name="Kim")).customer_id
    rescuing.bring_in(stamp(till), shop)
    assert FollowUpRow.select().where(FollowUpRow.customer_id == kim).count() == 0
    till.database.close()


def test_brought_in_twice_it_is_there_once(shop):
    spoil_printers(shop)
    till, _ = rescued(shop)
    kept = (shop.parent / "backups" / "to-check.json").read_bytes()
    rescuing.bring_in(stamp(till), shop)
    assert rescuing.waiting(shop).count == 0
    (shop.parent / "backups" / "to-check.json").write_bytes(kept)
    rescuing.bring_in(stamp(till, "again"), shop)
    assert FollowUpRow.select().count() == 41
    till.database.close()


def test_an_entry_taken_back_is_not_brought_in(path, till):
    anna = someone_called(till, "Anna")
    backups.make(till.database, Why.BY_ITSELF, MORNING)
    complaints.log(till, "wrong", anna, ComplaintForm(words="The bread was hard.", severity=Severity.REAL))
    notes.add(till, "a slip of the pen", anna, "Was never said.")
    undo.last(till, "undo")
    till.database.close()
    spoil_printers(path)
    opened, told = rescued(path)
    (one,) = rescuing.waiting(path).entries
    assert (one.words, one.known, told.readable) == ("The bread was hard.", True, 1)
    opened.database.close()


def test_nothing_newer_offers_nothing(path, till):
    someone_called(till, "Anna")
    backups.make(till.database, Why.BY_ITSELF, MORNING)
    till.database.close()
    spoil_printers(path)
    opened, told = rescued(path)
    assert (told.readable, rescuing.waiting(path).count) == (0, 0)
    opened.database.close()


def rows_of(path):
    return vetting.inspect(path).rows


@pytest.mark.parametrize(("pages", "least"), [(1, 0.85), (5, 0.6)])
def test_without_a_backup_most_rows_are_read_and_none_is_wrong(shop, tmp_path, pages, least):
    """Of so small a file a page is much: seventy rows."""
    (shop.parent / "backups" / "shop-000001.counter.gz").unlink()
    spoil(shop, pages, first=6)
    read = salvage.rebuild(shop, tmp_path / "scratch", tmp_path / "rebuilt")
    assert sum(rows_of(tmp_path / "rebuilt").values()) == read
    assert read >= 1600 * least
    database = connect(tmp_path / "rebuilt")
    for name, text in database.execute_sql(
        "SELECT customer.name, note.text FROM note JOIN customer ON customer.id = note.customer_id WHERE note.id <= 300"
    ).fetchall():
        assert text == f"Collects on Fridays, {name.removeprefix('Anna ')}."
    database.close()


def test_people_who_can_not_be_read_stand_there_without_a_name_and_keep_their_notes(shop, tmp_path):
    data = bytearray(shop.read_bytes())
    data[data.index(b"Anna 100")] ^= 1
    shop.write_bytes(data)
    salvage.rebuild(shop, tmp_path / "scratch", tmp_path / "rebuilt")
    assert (rows_of(tmp_path / "rebuilt")["customer"], rows_of(tmp_path / "rebuilt")["note"]) == (300, 301)
    database = connect(tmp_path / "rebuilt")
    nameless = CustomerRow.select().where(CustomerRow.unnamed == 1).count()
    assert 0 < nameless < 150
    database.close()


def test_a_bad_page_of_the_schema_costs_that_table_only(shop, tmp_path):
    data = bytearray(shop.read_bytes())
    data[data.index(b"CREATE TABLE important_date") + 30] ^= 1
    shop.write_bytes(data)
    assert salvage.rebuild(shop, tmp_path / "scratch", tmp_path / "rebuilt") > 1500
    assert rows_of(tmp_path / "rebuilt")["note"] == 301


def test_without_anything_to_read_the_shop_begins_empty_and_the_file_is_kept(path):
    path.write_bytes(b"no database " * 5000)
    told = rescuing.rescue(path)
    assert (told.source, told.readable) == (None, 0)
    assert told.aside.read_bytes() == b"no database " * 5000
    database = open_file(path)
    assert CustomerRow.select().count() == 0
    database.close()


def test_a_shop_that_was_cut_off_and_has_no_backup_keeps_what_is_left(shop, tmp_path):
    (shop.parent / "backups" / "shop-000001.counter.gz").unlink()
    shop.write_bytes(shop.read_bytes()[: -20 * PAGE])
    told = rescuing.rescue(shop)
    assert told.readable > 300
    opens(shop)


def test_no_room_for_the_backup_is_told_and_nothing_is_changed(shop, monkeypatch):
    data = spoil(shop, 3)
    monkeypatch.setattr("counter.models.backup.LARGEST", 1000)
    with pytest.raises(Unavailable, match="not enough room"):
        rescuing.rescue(shop)
    assert shop.read_bytes() == data
    assert swap.set_aside(shop) == ()


def test_a_file_that_is_not_the_shops_is_never_put_in_place(path, tmp_path, healthy):
    (path.parent / "backups").mkdir()
    (path.parent / "backups" / "shop-000001.counter.gz").write_bytes(b"\x1f\x8b\x08\x10 whatever")
    path.write_bytes(healthy[0])
    spoil(path, 2, first=6)
    told = rescuing.rescue(path)
    assert told.source is None
    assert told.readable > 1000


def test_the_salvage_leaves_nothing_of_its_own_behind(shop, tmp_path):
    spoil(shop, 3)
    with salvage.opened(shop, tmp_path / "scratch") as file:
        salvage.newer(file, 560, 560)
    with pytest.raises(Damaged):
        salvage.rebuild(tmp_path / "gone", tmp_path / "scratch", tmp_path / "rebuilt")
    assert [each.name for each in tmp_path.iterdir() if "scratch" in each.name] == []


def test_a_backup_can_be_read_back_whatever_happened_to_the_shop(shop, tmp_path):
    shop.write_bytes(b"")
    for _ in unpack(shop.parent / "backups" / "shop-000001.counter.gz", tmp_path / "plain"):
        pass
    assert rows_of(tmp_path / "plain")["customer"] == 280
