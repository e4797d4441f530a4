"""What the owner does, on a real shop file: kept, told in a sentence, and taken back."""

from dataclasses import replace

import pytest
from counter_commands import LEFT_OUT, REFUND
from counter_maker import RESOURCES, resources, someone_called

from counter.desk import complaints, returns, visits
from counter.desk import gestures as at_the_counter
from counter.desk import people as at_the_door
from counter.desk import undo as counter_undo
from counter.desk.composing import lines_for
from counter.errors import FieldRefused, Known, Refused
from counter.models import shop
from counter.models.tables_people import EntryRow
from counter.office import catalogue, lines, set_up, staff, today, undo
from counter.office import shop as settings_kept
from counter.office.change import Change
from counter.office.lines import OwnerLine
from counter.office.set_up import Beginning
from counter.records.entries import EntryKind
from counter.records.gestures import Gesture, Kind
from counter.records.people import Role, Staff
from counter.settings import Settings

STARTER = (RESOURCES / "gestures" / "catalogue.json").read_text(encoding="utf-8")
TEA = Gesture(
    key="tea_to_the_tram", title="Tea to the tram", kind=Kind.LOW_COST, family="treat", cost=45,
    contains=frozenset({"eaten", "no_allergens"}), say="Here, for the way.", why="It is cold.",
)  # fmt: skip


@pytest.fixture
def change(till, ops):
    """A new operation of the owner's each time it is called."""

    def make():
        return Change(database=till.database, op=ops(), at=till.now, day=till.today, staff_id=till.staff_id)

    return make


def now(cup=300):
    return catalogue.load(STARTER, cup)


def a_line(text="The kettle is always on for you.", **rest):
    return OwnerLine(**{"number": 0, "language": "en", "occasion": "first_visit", "text": text, **rest})


def test_without_a_change_the_catalogue_is_what_came_with_the_program(till):
    assert now() == resources()[0]


def test_a_gesture_of_ones_own_is_kept_and_comes_last(till, change):
    assert catalogue.save(change(), TEA, 300, own=True).sentence == "“\u2068Tea to the tram\u2069” is in the catalogue."
    assert now().gestures[-1] == TEA


def test_costs_follow_the_price_of_a_cup(till, change):
    catalogue.save(change(), TEA, 300, own=True)
    assert now(cup=600).get(TEA.key).cost == 90
    coming = {gesture.key: gesture.cost for gesture in now(cup=600).gestures}
    assert all(coming[gesture.key] == pytest.approx(2 * gesture.cost, abs=1) for gesture in now().gestures)


def test_a_gesture_switched_off_keeps_its_place_and_is_on_again(till, change):
    first = now().gestures[0]
    saved = catalogue.switch(change(), first, on=False)
    assert saved.sentence.endswith("is switched off: it is not suggested any more.")
    assert now().gestures[0] == replace(first, active=False)
    catalogue.switch(change(), now().gestures[0], on=True)
    assert now() == resources()[0]


def test_a_changed_gesture_stays_changed_when_it_is_switched(till, change):
    first = replace(now().gestures[0], title="Half the load, as far as the tram")
    catalogue.save(change(), first, 300)
    catalogue.switch(change(), first, on=False)
    assert now().get(first.key) == replace(first, active=False)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": Kind.FREE}, "cost"),
        ({"kind": Kind.RESTORING}, "family"),
        ({"family": "apology"}, "kind"),
        ({"contains": frozenset({"eaten"})}, "contains"),
        ({"minutes": 90.0}, None),
        ({"say": "  "}, None),
        ({"why": "{horoscope} says so."}, None),
        ({"title": "x" * 201}, None),
    ],
)
def test_a_gesture_that_makes_no_sense_is_told_and_nothing_is_kept(till, change, wrong, field):
    with pytest.raises(Known) as told:
        catalogue.save(change(), replace(TEA, **wrong), 300, own=True)
    assert told.value.sentence.endswith(".")
    assert getattr(told.value, "field", None) == field
    assert now() == resources()[0]


def test_a_colleagues_idea_waits_switched_off_and_the_owner_makes_it_whole(till, ops, change):
    anna = someone_called(till, "Anna Kowalska")
    at_the_counter.own_idea(till, ops(), anna, ("A sugar mouse, Ünï", "0.60"), keep=True)
    idea = now().gestures[-1]
    assert (idea.title, idea.cost, idea.active) == ("A sugar mouse, Ünï", 60, False)
    catalogue.save(change(), replace(idea, why="It made a child laugh.", say="For you.", active=True), 300)
    assert [gesture for gesture in now().gestures if gesture.title == idea.title] == [
        replace(idea, why="It made a child laugh.", say="For you.", active=True)
    ]


def test_what_a_newer_program_kept_is_left_out_and_stays(till):
    shop.save_gesture("from_later", '{"title": "Later", "kind": "telepathy"}', active=True, own=True)
    assert now() == resources()[0]
    assert shop.gesture_texts()[0][0] == "from_later"


def test_a_trade_counts_what_fits_it_and_what_fits_all(till):
    counts = catalogue.for_each_trade(now())
    fits = [gesture for gesture in now().gestures if {"bakery", "*"} & gesture.trades]
    assert counts["bakery"] == len(fits) > counts["*"] > 0


def test_the_engine_keeps_what_it_learnt_when_the_catalogue_changes(till, ops, change):
    anna = someone_called(till, "Anna Kowalska")
    visits.here(till, ops(), anna)
    catalogue.save(change(), TEA, 300, own=True)
    assert catalogue.renewed(till.engine, now(), till.settings).state() == till.engine.state()


def test_settings_are_kept_and_what_the_page_does_not_show_stays(till, change):
    before = settings_kept.load()
    saved = settings_kept.save(change(), replace(before, coffee=340, printer_id=99, seed=5, set_up=False))
    assert saved.sentence == "A cup of coffee costs £3.40. What small extras cost follows it."
    assert settings_kept.load() == replace(before, coffee=340)


@pytest.mark.parametrize(
    ("wrong", "field"), [({"coffee": 0}, "coffee"), ({"shop_name": " "}, "shop_name")]
)
def test_settings_that_make_no_sense_are_refused_beside_their_field(till, change, wrong, field):
    before = settings_kept.load()
    with pytest.raises(FieldRefused) as told:
        settings_kept.save(change(), replace(before, **wrong))
    assert told.value.field == field
    assert settings_kept.load() == before


def test_a_week_of_extras_holds_a_day_of_them(till, change):
    before = settings_kept.load()
    with pytest.raises(FieldRefused, match="A week"):
        settings_kept.save(change(), replace(before, gestures=replace(before.gestures, cups_week=1.0)))


@pytest.mark.parametrize(
    ("place", "then"),
    [
        (("DE", "Europe/Berlin"), ("DE", "Europe/Berlin", "de", 300)),
        (("JP", "Asia/Tokyo"), ("JP", "Asia/Tokyo", "en", 480)),
        (("", "Europe/Warsaw"), ("PL", "Europe/Warsaw", "pl", 1400)),
        (("US", "America/Chicago"), ("US", "America/Chicago", "en", 300)),
        (("FR", "Etc/UTC"), ("FR", "Europe/Paris", "fr", 300)),
        (("", "UTC"), ("GB", "Europe/London", "en", 300)),
        (("AQ", "Nowhere/Land"), ("GB", "Europe/London", "en", 300)),
    ],
)
def test_a_new_shop_starts_with_what_its_pc_says_of_the_place(place, then):
    found = settings_kept.at_home(Settings(), place, {"en", "de", "fr", "pl"})
    assert (found.country, found.zone, found.language, found.coffee) == then


def test_a_line_of_the_shops_own_is_offered_on_slips(till, change):
    anna = someone_called(till, "Anna Kowalska")
    lines.save(change(), a_line("  Good that   you are here. "))
    assert "Good that you are here." in [line.text for line in lines_for(till, anna, till.wordings["en"])]
    lines.switch(change(), own_lines(till)[0], on=False)
    assert "Good that you are here." not in [line.text for line in lines_for(till, anna, till.wordings["en"])]


def own_lines(till):
    return [line for line in lines.every(till.wordings) if not line.starter]


def test_a_line_of_the_programs_is_switched_off_and_on_again(till, change):
    before = lines.every(till.wordings)
    lines.switch(change(), before[0], on=False)
    after = lines.every(till.wordings)
    assert after[0] == replace(before[0], active=False, number=after[0].number)
    assert after[1:] == before[1:]
    lines.switch(change(), after[0], on=True)
    assert lines.every(till.wordings)[0].active
    assert len(lines.every(till.wordings)) == len(before)


def test_a_line_of_the_programs_in_other_words_becomes_the_shops_own(till, change):
    first = lines.every(till.wordings)[0]
    lines.save(change(), replace(first, text="In our words.", starter=False, instead_of=first.text))
    assert not lines.every(till.wordings)[0].active
    assert [line.text for line in own_lines(till)] == ["In our words."]
    lines.save(change(), replace(own_lines(till)[0], text="In better words."))
    assert [line.text for line in own_lines(till)] == ["In better words."]


@pytest.mark.parametrize("text", [" ", "x" * 201, "\u200b"])
def test_a_line_that_can_not_stand_on_a_slip_is_refused(till, change, text):
    with pytest.raises(FieldRefused):
        lines.save(change(), a_line(text))
    assert own_lines(till) == []


def test_a_line_stands_there_once(till, change):
    lines.save(change(), a_line())
    with pytest.raises(FieldRefused, match="there already"):
        lines.save(change(), a_line())


def names():
    return [(one.name, one.role, one.active) for one in staff.everybody()]


def test_somebody_new_is_renamed_leaves_and_comes_back(till, change):
    saved = staff.save(change(), Staff(0, " Zoë ", Role.CASHIER, active=True))
    assert saved.sentence == "\u2068Zoë\u2069 stands at the counter."
    zoe = staff.everybody()[-1]
    staff.save(change(), replace(zoe, name="Zoë R.", role=Role.OWNER))
    zoe = staff.everybody()[-1]
    assert staff.switch(change(), zoe, on=False).sentence == "\u2068Zoë R.\u2069 has left. What they noted stays."
    assert names()[-1] == ("Zoë R.", Role.OWNER, False)
    staff.switch(change(), zoe, on=True)
    assert names()[-1] == ("Zoë R.", Role.OWNER, True)


@pytest.mark.parametrize("name", ["", " ", "maya", "x" * 201])
def test_a_name_that_no_key_can_carry_is_refused(till, change, name):
    before = names()
    with pytest.raises(FieldRefused):
        staff.save(change(), Staff(0, name, Role.CASHIER, active=True))
    assert names() == before


def test_there_are_nine_keys_and_one_who_left_gives_theirs_back(till, change):
    for number in range(3, 10):
        staff.save(change(), Staff(0, f"Number {number}", Role.CASHIER, active=True))
    with pytest.raises(Refused, match="nine keys"):
        staff.save(change(), Staff(0, "Tenth", Role.CASHIER, active=True))
    staff.switch(change(), staff.everybody()[1], on=False)
    staff.save(change(), Staff(0, "Tenth", Role.CASHIER, active=True))
    with pytest.raises(Refused, match="nine keys"):
        staff.switch(change(), staff.everybody()[1], on=True)


def test_every_change_is_taken_back_newest_first(till, change):
    at_first = (settings_kept.load(), now(), lines.every(till.wordings), names())
    settings_kept.save(change(), replace(till.settings, coffee=500))
    catalogue.save(change(), TEA, 300, own=True)
    catalogue.switch(change(), now().gestures[3], on=False)
    lines.save(change(), a_line())
    staff.save(change(), Staff(0, "Zoë", Role.CASHIER, active=True))
    staff.switch(change(), staff.everybody()[0], on=False)
    said = [undo.last(change()).sentence for _ in range(6)]
    assert said[0] == "Undone: \u2068Maya\u2069 has left. What they noted stays."
    assert said[-1].startswith("Undone: A cup of coffee costs £5.00.")
    after = (settings_kept.load(), now(), lines.every(till.wordings), names())
    assert after[:2] + after[3:] == at_first[:2] + at_first[3:]
    assert [line for line in after[2] if line.active] == list(at_first[2])
    with pytest.raises(Refused, match="Nothing was changed"):
        undo.last(change())


def test_the_counters_undo_passes_the_owner_by_and_the_owners_the_counter(till, ops, change):
    anna = someone_called(till, "Anna Kowalska", ops())
    visits.here(till, ops(), anna)
    catalogue.switch(change(), now().gestures[0], on=False)
    assert counter_undo.last(till, ops()).sentence == "Undone: \u2068Anna\u2069 was here today."
    assert undo.last(change()).sentence.startswith("Undone: “")
    with pytest.raises(Refused):
        undo.last(change())


def test_yesterdays_changes_stand(till, clock, change):
    catalogue.switch(change(), now().gestures[0], on=False)
    clock.go_on(days=1)
    with pytest.raises(Refused):
        undo.last(change())


def test_the_same_operation_twice_changes_nothing_more(till, change):
    once = change()
    first = staff.save(once, Staff(0, "Zoë", Role.CASHIER, active=True))
    again = staff.save(once, Staff(0, "Zoë B.", Role.CASHIER, active=True))
    assert again == first
    assert [name for name, _, _ in names()].count("Zoë B.") == 0


def test_who_changed_what_stands_in_the_journal(till, change):
    catalogue.switch(change(), now().gestures[0], on=False)
    entry = EntryRow.select().order_by(EntryRow.id.desc()).first()
    assert (entry.kind, entry.staff_id, entry.thing) == (EntryKind.SETTING, till.staff_id, "gesture")


def test_the_day_at_a_glance_counts_what_happened_today(till, ops):
    anna, ben = someone_called(till, "Anna Kowalska", ops()), someone_called(till, "Ben Okri", ops())
    someone = at_the_door.someone(till, ops()).customer_id
    visits.here(till, ops(), anna)
    visits.here(till, ops(), ben)
    at_the_counter.own_idea(till, ops(), ben, ("A sugar mouse", "0.60"))
    returns.log(till, ops(), someone, REFUND)
    complaints.log(till, ops(), anna, LEFT_OUT)
    day = today.glance(till.settings, till.here, ())
    assert (day.visits, day.by_name, day.gestures, day.gesture_cost) == (3, 2, 1, 60)
    assert (day.returns, day.complaints, day.put_right) == (1, 1, 0)
    assert day.day_budget == round(till.settings.gestures.cups_day * 300)


def test_yesterday_is_no_part_of_the_day(till, ops, clock):
    visits.here(till, ops(), someone_called(till, "Anna Kowalska", ops()))
    clock.go_on(days=1)
    day = today.glance(till.settings, till.here, ())
    assert (day.visits, day.gestures, day.returns, day.complaints) == (0, 0, 0, 0)


def test_the_first_start_keeps_everything_in_one_step(till, change):
    beginning = Beginning(
        settings=Settings(shop_name="Löwen", country="DE", zone="Europe/Berlin"), staff=("Ina", " ", "Ole"),
        printer="EPSON_TM_m30",
    )  # fmt: skip
    assert set_up.set_up(change(), beginning).sentence == "\u2068Löwen\u2069 is open."
    kept = settings_kept.load()
    printer = next(printer for printer in shop.printers() if printer.id == kept.printer_id)
    assert (kept.shop_name, kept.set_up, printer.target) == ("Löwen", True, "EPSON_TM_m30")
    assert names()[-2:] == [("Ina", Role.OWNER, True), ("Ole", Role.CASHIER, True)]
    with pytest.raises(Refused):
        undo.last(change())


def test_a_first_start_that_can_not_be_kept_keeps_nothing(till, change):
    before = (settings_kept.load(), names())
    with pytest.raises(FieldRefused):
        set_up.set_up(change(), Beginning(settings=Settings(coffee=0), staff=("Ina",)))
    with pytest.raises(FieldRefused):
        set_up.set_up(change(), Beginning(settings=Settings(), staff=("Ina", "x" * 300)))
    assert (settings_kept.load(), names()) == before
