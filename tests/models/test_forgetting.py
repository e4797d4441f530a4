"""A customer who asks for it is forgotten: in every place of the file, down to its bytes, and after a restore again."""

import json
import shutil
from datetime import timedelta

import pytest
from counter_commands import COMMANDS, every_row
from counter_maker import open_till, someone_called
from test_imports import bring

from counter.desk import complaints, drafts, facts, find, gestures, notes, orders, returns, thank, undo, visits
from counter.desk import people as desk
from counter.desk.composing import SlipWish
from counter.errors import Refused
from counter.lookup import Equivalents
from counter.models import kept, people, printing, things
from counter.models.database import connect, sweep
from counter.models.tables_counter import FeedbackRow, ReturnRow, SlipRow
from counter.models.tables_people import CustomerRow, EntryRow, HouseholdRow, VisitRow
from counter.models.tables_shop import DraftRow, ExternalIdRow, ForgottenRow, ImportRow, PrintJobRow
from counter.office import exports, forgetting, imports, report, taking_in
from counter.office import report_decisions as decisions
from counter.office import undo as office_undo
from counter.office.change import Change
from counter.office.forgetting import Way
from counter.records.complaints import ComplaintForm
from counter.records.entries import DepositFate, Draft, OrderState, Reason, ReturnOutcome
from counter.records.orders import Ending, OrderForm
from counter.records.people import ContactKind, DateForm, FactForm, FactKind, PersonForm
from counter.records.returns import ReturnForm
from counter.records.when import monday

# What only she could be known by, in the stories of the counter's commands.
HERS = (
    "Kowalska", "Ania", "anna@example.org", "07700 900123", "7700900123", "scarf", "candles", "spaniel", "poodle",
    "Best rye", "So kind", "Fridays", "Mondays", "Janek", "Both burnt", "in a hurry", "The party is off",
    "A sample of the new tart", "Ask about",
)  # fmt: skip
ALL = ("Zyxomma Quillfeather", "Quillfeather", "Zyxo", "+44 7700 900317", "7700900317", "zyx@example.org", "heliotrope")


def change(till, op="forget"):
    return Change(database=till.database, op=op, at=till.now, day=till.today, staff_id=till.staff_id)


def bytes_of(path):
    """The file, its log, and everything kept in it unpacked."""
    files = [file for file in path.parent.iterdir() if file.name.startswith(path.name)]
    return b"".join(file.read_bytes() for file in files)


def found_in(data, words):
    return [word for word in words if word.encode() in data]


def places(words):
    """Tables and columns in which one of the words stands."""
    return {name for name, rows in every_row().items() if any(word in row for row in rows for word in words)}


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize("what", COMMANDS)
def test_whatever_happened_nothing_of_it_names_her_any_more(till, ops, path, what, way):
    before, command = COMMANDS[what]
    story = before(till, ops)
    saved = command(story, ops())
    who = story.who or saved.customer_id
    if what == "moved to the right person":
        who = story.at[1]
    for order in people_orders(who):
        orders.end(till, ops(), order, OrderState.CANCELLED, Ending("It rains.", DepositFate.RETURNED))
    for one in {who, story.who} - {0}:
        forgetting.forget(change(till, f"forget {one}"), one, way)
    assert places(HERS) == set()
    assert found_in(bytes_of(path), HERS) == []
    sweep(till.database)
    assert till.database.execute_sql("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert till.database.execute_sql("PRAGMA foreign_key_check").fetchall() == []


def people_orders(who):
    open_now = ("collected", "declined", "cancelled")
    return [order.id for order in things.of_person("order_case", who) if order.state not in open_now]


def furnish(till, ops, tmp_path):
    """Somebody who is in every place that the file has."""
    data = b"Customer ID,Customer name,Email,Phone,Total visits,Note\n77,Zyxomma Quillfeather,,,1,heliotrope soap\n"
    bring(till, ops, data, None)
    who = CustomerRow.get(CustomerRow.name == ALL[0]).id
    reached = ((ContactKind.PHONE, ALL[3], ""), (ContactKind.EMAIL, ALL[5], ""))
    desk.edit(till, ops(), who, 1, PersonForm(name=ALL[0], called="Zyxo", address="1 Heliotrope Mews",
                                              contacts=reached))  # fmt: skip
    facts.add(till, ops(), who, FactForm(kind=FactKind.NEVER, text="no heliotrope", boundaries=("scent",)))
    facts.add_date(till, ops(), who, DateForm(label="heliotrope day", month=2, day=3))
    notes.add(till, ops(), who, "Quillfeather was here.")
    visits.here(till, ops(), who)
    returned = ReturnForm(items=(("tart", "1"),), reason=Reason.FAULTY, outcome=ReturnOutcome.REFUND, amount="3",
                          note="heliotrope stains")  # fmt: skip
    returns.log(till, ops(), who, returned)
    undo.last(till, ops())
    returns.log(till, ops(), who, returned)
    gestures.today(till, who)
    thank.slip(till, ops(), who, SlipWish())
    slip = SlipRow.get(SlipRow.customer_id == who)
    (tmp_path / "slip.pdf").write_bytes(b"%PDF heliotrope")
    job = printing.put_in(slip.id, 1, till.now)
    PrintJobRow.update(state="printed", place=str(tmp_path / "slip.pdf")).where(PrintJobRow.id == job).execute()
    FeedbackRow.create(customer_id=who, slip_id=slip.id, words="heliotrope!", scores=(9, None, None), at=till.now)
    drafts.keep(till, Draft(form="note", customer_id=who, fields={"text": "heliotrope"}))
    other = someone_called(till, "Anna Ward", ops())
    notes.add(till, ops(), other, "Sister of Zyxomma Quillfeather, zyx@example.org\nZyxomma Quillfeather pays.")
    HouseholdRow.create(customer_id=other, name="Zyxomma Quillfeather", relation="sister", member_id=who)
    report.decide(till.today, "Ring Zyxomma Quillfeather", "“Hello”, said Zyxomma Quillfeather", till.now)
    ImportRow.create(file="zyx@example.org.vcf", shape="", at=till.now)
    index = find.open_index(Equivalents.parse(""), till.today)
    find.keep_index(index)
    return who, other


def test_before_she_is_forgotten_her_name_is_in_all_these_places(till, ops, path, tmp_path):
    furnish(till, ops, tmp_path)
    assert places(ALL) >= {
        "customer", "contact", "fact", "important_date", "note", "change", "entry", "draft", "slip", "feedback",
        "household", "report", "import_run", "return_case",
    }  # fmt: skip
    assert kept.read(find.NAME) is not None
    assert found_in(bytes_of(path), ALL[:4]) == list(ALL[:4])


@pytest.mark.parametrize("way", Way)
def test_she_is_gone_from_every_place_and_the_others_are_as_they_were(till, ops, path, tmp_path, way):
    who, other = furnish(till, ops, tmp_path)
    others = {name: [row for row in rows if "Anna Ward" in row] for name, rows in every_row().items()}
    forgetting.forget(change(till), who, way)
    assert places(ALL) == set()
    assert found_in(bytes_of(path), ALL) == []
    assert kept.read(find.NAME) is None
    assert not (tmp_path / "slip.pdf").exists()
    assert ExternalIdRow.select().count() + DraftRow.select().count() + PrintJobRow.select().count() == 0
    assert {name: [row for row in rows if "Anna Ward" in row] for name, rows in every_row().items()} == others
    assert people.customer(other).name == "Anna Ward"
    (stub,) = ForgottenRow.select().dicts()
    assert (stub["customer_id"], stub["day"], stub["staff"]) == (who, till.today, "Maya")


def test_made_anonymous_what_counted_still_counts(till, ops, tmp_path):
    who, _ = furnish(till, ops, tmp_path)
    tables = (VisitRow, ReturnRow, SlipRow, FeedbackRow)
    before = [table.select().where(table.customer_id == who).count() for table in tables]
    forgetting.forget(change(till), who, Way.ANONYMOUS)
    assert [table.select().where(table.customer_id == who).count() for table in tables] == before
    assert min(before) > 0
    assert FeedbackRow.get(FeedbackRow.customer_id == who).scores == (9, None, None)
    assert people.customer(who).unnamed


def test_erased_nothing_of_hers_is_left_to_count(till, ops, tmp_path):
    who, _ = furnish(till, ops, tmp_path)
    forgetting.forget(change(till), who, Way.ERASE)
    assert people.customer(who) is None
    for table in (VisitRow, ReturnRow, SlipRow, FeedbackRow, EntryRow):
        assert table.select().where(table.customer_id == who).count() == 0


def test_what_only_resembles_her_name_or_is_somebody_elses_too_stays(till, ops):
    anna = someone_called(till, "Anna Ward", ops())
    desk.edit(till, ops(), anna, 1, PersonForm(name="Anna Ward", contacts=((ContactKind.PHONE, "020 7946 0001", ""),)))
    home = someone_called(till, "Bob Ward", ops())
    desk.edit(till, ops(), home, 1, PersonForm(name="Bob Ward", contacts=((ContactKind.PHONE, "020 7946 0001", ""),)))
    notes.add(till, ops(), home, "Anna Wardman rang; home is 020 7946 0001. Anna Ward is out.")
    forgetting.forget(change(till), anna, Way.ERASE)
    words = [row for row in every_row()["note"] if "rang" in row]
    assert "Anna Wardman rang; home is 020 7946 0001. … is out." in words[0]
    assert [contact.value for contact in people.contacts(home)] == ["020 7946 0001"]


def test_a_namesake_keeps_her_name(till, ops):
    one, other = someone_called(till, "Anna Ward", ops()), someone_called(till, "Anna Ward", ops())
    notes.add(till, ops(), other, "Anna Ward likes rye.")
    forgetting.forget(change(till), one, Way.ANONYMOUS)
    assert people.customer(other).name == "Anna Ward"
    assert any("Anna Ward likes rye." in row for row in every_row()["note"])


def test_two_who_were_merged_are_forgotten_together(till, ops):
    one, other = someone_called(till, "Anna Ward", ops()), someone_called(till, "Ania Ward", ops())
    CustomerRow.update(merged_into=one).where(CustomerRow.id == other).execute()
    forgetting.forget(change(till), other, Way.ANONYMOUS)
    assert [row.name for row in CustomerRow.select()] == ["", ""]


def test_somebody_who_waits_for_an_order_is_not_forgotten_yet(till, ops):
    anna = someone_called(till, "Anna Ward", ops())
    orders.log(till, ops(), anna, OrderForm(spec="A cake", price="40", due="28.11. 16:00"))
    with pytest.raises(Refused, match="1 order of theirs is not collected yet"):
        forgetting.forget(change(till), anna, Way.ERASE)
    assert people.customer(anna).name == "Anna Ward"


def test_it_is_done_once_and_no_undo_brings_her_back(till, ops):
    anna = someone_called(till, "Anna Ward", ops())
    notes.add(till, ops(), anna, "x")
    first = forgetting.forget(change(till), anna, Way.ANONYMOUS)
    assert forgetting.forget(change(till), anna, Way.ANONYMOUS) == first
    assert undo.undoable(till) == ()
    with pytest.raises(Refused):
        office_undo.last(change(till, "undo"))
    with pytest.raises(Refused, match="Nobody is here"):
        forgetting.forget(change(till, "again"), 999, Way.ERASE)


def test_a_file_that_brought_her_can_still_be_taken_back(till, ops):
    data = b"Customer ID,Customer name,Email,Phone,Total visits,Note\n1,Anna Ward,,,1,rye\n2,Bob Ward,b@x.uk,,1,\n"
    bring(till, ops, data)
    anna = CustomerRow.get(CustomerRow.name == "Anna Ward").id
    forgetting.forget(change(till), anna, Way.ERASE)
    [*imports.take_back(change(till, "back"), imports.runs()[0].number)]
    assert CustomerRow.live().count() == 0


@pytest.mark.parametrize("way", Way)
def test_after_an_older_backup_is_restored_she_is_forgotten_again(till, ops, path, tmp_path, clock, way):
    who, other = furnish(till, ops, tmp_path)
    till.database.close()
    shutil.copy(path, tmp_path / "backup")
    again = open_till(path, clock)
    forgetting.forget(change(again), who, way)
    again.database.close()
    shutil.copy(tmp_path / "backup", path)
    restored = open_till(path, clock)
    assert found_in(bytes_of(path), ALL[:1])
    assert forgetting.again(restored.database, restored.today) == 1
    assert places(ALL) == set()
    assert found_in(bytes_of(path), ALL) == []
    assert people.customer(other).name == "Anna Ward"
    assert ForgottenRow.select().count() == 1
    assert forgetting.again(restored.database, restored.today) == 0
    restored.database.close()


def test_somebody_else_who_got_her_number_after_a_restore_is_not_forgotten(till, ops, path, tmp_path, clock):
    till.database.close()
    shutil.copy(path, tmp_path / "backup")
    again = open_till(path, clock)
    gone = someone_called(again, "Anna Ward", ops())
    forgetting.forget(change(again), gone, Way.ERASE)
    again.database.close()
    shutil.copy(tmp_path / "backup", path)
    clock.go_on(hours=1)
    restored = open_till(path, clock)
    new = someone_called(restored, "Bob Stone", ops())
    assert new == gone
    assert forgetting.again(restored.database, restored.today) == 0
    assert people.customer(new).name == "Bob Stone"
    restored.database.close()


def test_the_list_beside_the_file_says_nothing_about_who(till, ops, path):
    anna = someone_called(till, "Anna Ward", ops())
    forgetting.forget(change(till), anna, Way.ERASE)
    text = path.with_name(forgetting.LIST).read_text(encoding="utf-8")
    assert "Anna" not in text
    assert [line[0] for line in json.loads(text)] == [anna]


def test_a_list_that_was_damaged_is_set_aside_and_a_new_one_begun(till, ops, path):
    listed = path.with_name(forgetting.LIST)
    listed.write_text("[[1, 2", encoding="utf-8")
    anna = someone_called(till, "Anna Ward", ops())
    assert forgetting.again(till.database, till.today) == 0
    forgetting.forget(change(till), anna, Way.ERASE)
    assert listed.with_suffix(".damaged").read_text(encoding="utf-8") == "[[1, 2"
    assert [line[0] for line in json.loads(listed.read_text(encoding="utf-8"))] == [anna]


def test_a_folder_written_afterwards_holds_nothing_of_her(till, ops, tmp_path):
    who, _ = furnish(till, ops, tmp_path)
    forgetting.forget(change(till), who, Way.ANONYMOUS)
    [*exports.everything(till.database, tmp_path / "out", till.now)]
    data = b"".join(file.read_bytes() for file in (tmp_path / "out").iterdir())
    assert found_in(data, ALL) == []
    taking_in.take_in(tmp_path / "out", tmp_path / "again.counter")
    connect(tmp_path / "again.counter").close()



@pytest.mark.parametrize("way", Way)
def test_her_words_leave_the_empty_chair_its_card_and_the_reports_kept_as_pdf(till, ops, path, tmp_path, clock, way):
    anna = someone_called(till, "Anna Ward", ops())
    said = complaints.log(till, ops(), anna, ComplaintForm(words="The loaf was grey and cold"))
    week = monday(till.today)
    clock.go_on(days=7)
    decisions.print_card(change(till, "card"), report.weekly(week, till.settings, till.now))
    (tmp_path / "card.pdf").write_bytes(b"%PDF grey")
    PrintJobRow.update(state="printed", place=str(tmp_path / "card.pdf")).execute()
    complaints.edit(till, ops(), said.thing_id, ComplaintForm(words="The loaf was grey, cold and sour"))
    reports = path.with_name("reports")
    reports.mkdir()
    before, since = (reports / f"What customers say {week - timedelta(days=7 * ago)}.pdf" for ago in (1, 0))
    before.write_bytes(b"%PDF"), since.write_bytes(b"%PDF grey and cold")
    assert places(["grey and cold"]) >= {"report", "slip", "change"}
    forgetting.forget(change(till), anna, way)
    assert places(["grey"]) == set()
    assert found_in(bytes_of(path), ["grey"]) == []
    assert (before.exists(), since.exists(), (tmp_path / "card.pdf").exists()) == (True, False, False)
