"""The made-up shop: every kind of thing is in it, today is alive, and its journal holds like one made at a counter."""

import json
import unicodedata
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from counter_maker import Clock, open_file, open_till

from counter import complaints as complaint_rules
from counter import follow_ups as follow_up_rules
from counter.demo.make import Plan, Pools, make
from counter.desk import open as opening
from counter.desk import undo
from counter.errors import Refused
from counter.gestures import Engine, parse_boundaries, parse_catalogue
from counter.models import gestures, journal, things
from counter.models.tables_people import Thing
from counter.records.entries import (
    ComplaintState,
    DepositFate,
    Direction,
    EntryKind,
    OrderState,
    ReturnOutcome,
)
from counter.records.gestures import EventKind, Reaction
from counter.records.people import ContactKind, FactKind, Source
from counter.records.slips import SlipKind
from counter.settings import Settings
from counter.voice import codes

RESOURCES = Path(__file__).parents[2] / "resources"
TODAY = date(2026, 11, 26)
AFTERNOON = datetime.fromisoformat("2026-11-26T15:30:00+00:00")
PEOPLE = 60


def load(*parts):
    return json.loads(RESOURCES.joinpath(*parts).read_text(encoding="utf-8"))


POOLS = Pools(load("demo", "names.json"), load("demo", "people.json"), load("demo", "shop.json"))


def shop_in(folder, plan):
    database = open_file(folder / "shop.counter")
    make(database, POOLS, plan)
    return database


def rows(database, query):
    return database.execute_sql(query).fetchall()


def column(database, query):
    return [row[0] for row in rows(database, query)]


def tables(database):
    return column(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")


@pytest.fixture(scope="module", params=[7, 8], ids=["one shop", "another shop"])
def demo(request, tmp_path_factory):
    database = shop_in(tmp_path_factory.mktemp("demo"), Plan(PEOPLE, request.param, TODAY, now=AFTERNOON))
    yield database
    database.close()


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """Enough people for what is rare."""
    database = shop_in(tmp_path_factory.mktemp("town"), Plan(600, 5, TODAY))
    yield database
    database.close()


@pytest.fixture
def till(demo):
    """The counter at this shop, in the afternoon of its last day."""
    path = Path(demo.database)
    demo.close()
    opened = open_till(path, Clock(AFTERNOON))
    yield opened
    opened.database.close()
    demo.connect()


def every(name):
    return tuple(things.live(name))


def test_everybody_planned_is_there_and_a_few_without_a_name(demo):
    names = column(demo, "SELECT name FROM customer WHERE unnamed = 0")
    assert len(names) == PEOPLE
    assert 1 <= len(column(demo, "SELECT id FROM customer WHERE unnamed = 1")) < PEOPLE
    assert len(column(demo, "SELECT name FROM staff")) == 4


def test_names_come_in_many_scripts(town):
    names = "".join(column(town, "SELECT name || called FROM customer")).replace(" ", "")
    scripts = {unicodedata.name(letter).split()[0] for letter in names if letter.isalpha()}
    assert scripts >= {
        "LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "DEVANAGARI", "BENGALI", "TAMIL", "THAI", "ETHIOPIC", "CJK",
        "HIRAGANA", "HANGUL",
    }
    assert set("łéöüñçşı") <= set(names)


def test_people_are_told_apart_reached_and_belong_together(demo):
    assert max(Counter(column(demo, "SELECT name FROM customer WHERE name <> ''")).values()) > 1
    assert set(column(demo, "SELECT kind FROM contact")) == set(ContactKind)
    assert "".join(column(demo, "SELECT whose FROM contact"))
    assert {bool(member) for member in column(demo, "SELECT member_id FROM household")} == {True, False}
    assert set(column(demo, "SELECT may_collect FROM household")) == {0, 1}
    for what in ("called", "pronunciation", "company", "address", "language"):
        assert column(demo, f"SELECT id FROM customer WHERE {what} <> ''"), what
    assert column(demo, "SELECT id FROM consent WHERE given = 1 AND wording <> ''")


def test_facts_are_of_all_kinds_and_sources_and_some_never_has_no_boundary(demo):
    assert set(rows(demo, "SELECT DISTINCT kind, 1 FROM fact")) == {(kind.value, 1) for kind in FactKind}
    assert set(column(demo, "SELECT source FROM fact")) == set(Source)
    assert {text == "[]" for text in column(demo, "SELECT boundaries FROM fact WHERE kind = 'never'")} == {True, False}
    assert set(column(demo, "SELECT boundaries FROM fact WHERE kind <> 'never'")) == {"[]"}


def test_dates_have_a_year_or_not_and_exist(demo):
    dates = rows(demo, "SELECT year, month, day FROM important_date")
    assert {year is None for year, _, _ in dates} == {True, False}
    assert all(date(year or 2000, month, day) for year, month, day in dates)


def test_returns_have_every_outcome_and_one_receipt_comes_twice(till):
    back = every("return_case")
    assert {r.outcome for r in back} == set(ReturnOutcome)
    assert {r.bought_on is None for r in back} == {True, False}
    assert max(Counter(r.receipt_number for r in back if r.receipt_number).values()) > 1
    assert all((r.outcome in ("refund", "store_credit")) == bool(r.amount) for r in back)


def test_store_credit_is_granted_and_partly_used_and_never_below_nothing(till):
    left = Counter()
    for move in every("credit_move"):
        left[move.customer_id] += move.amount
        assert left[move.customer_id] >= 0
    used = {move.customer_id for move in every("credit_move") if move.amount < 0}
    assert any(left[person] for person in used)


def test_complaints_stand_in_every_state(till):
    told = every("complaint")
    waiting = [c for c in told if complaint_rules.waits(c)]
    assert {c.state for c in told} == set(ComplaintState)
    assert {bool(c.cause) for c in told if not complaint_rules.waits(c)} == {True, False}
    assert any(c.reopened for c in waiting)
    assert any(c.why_staff_id and not c.cause for c in told)
    assert complaint_rules.chased(told, till.here, till.settings.complaints)
    assert any(c.needed_by and c.needed_by > till.now for c in waiting)


def test_orders_stand_in_every_state(till):
    orders = every("order_case")
    assert {o.state for o in orders} >= set(OrderState)
    assert {o.deposit_fate for o in orders} == set(DepositFate)
    assert any(len(o.promises) > 1 for o in orders)
    assert any(o.deposit for o in orders)
    assert all(o.reason for o in orders if o.state in (OrderState.DECLINED, OrderState.CANCELLED))


def test_follow_ups_are_upcoming_today_overdue_and_done(till):
    assert {follow_up_rules.urgency(f, TODAY) for f in every("follow_up")} == set(follow_up_rules.Urgency)


def test_compliments_go_both_ways_and_there_are_notes_and_drafts(till):
    assert {c.direction for c in every("compliment")} == set(Direction)
    assert every("note")
    assert {draft.form for draft in opening.today(till).drafts} == {"return", "order", "note"}


def test_today_is_alive(till):
    today = opening.today(till)
    assert {item.red for item in today.promised} == {True, False}
    assert today.ready
    assert len(today.complaints) >= 3
    assert {item.red for item in today.follow_ups} == {True, False}
    assert {near.tag for near in today.near} >= {"today", "tomorrow"}
    assert today.recent


def test_nothing_has_happened_after_now(demo):
    assert max(column(demo, "SELECT at FROM entry")) <= "2026-11-26T15:30:00.000000Z"
    assert column(demo, "SELECT at FROM entry") == sorted(column(demo, "SELECT at FROM entry"), key=lambda at: at[:10])


def test_a_shop_without_a_moment_has_not_opened_yet(tmp_path):
    database = shop_in(tmp_path, Plan(5, 1, TODAY))
    assert max(column(database, "SELECT day FROM entry")) < TODAY.isoformat()
    database.close()


def test_nobody_comes_when_the_shop_is_closed(demo):
    days = {date.fromisoformat(day) for day in column(demo, "SELECT day FROM visit")}
    assert 6 not in {day.weekday() for day in days}
    assert max(days) == TODAY


def test_nobody_is_here_twice_a_day_nor_gets_the_same_extra_twice(town):
    twice = "SELECT customer_id, day FROM {} GROUP BY 1, 2{} HAVING count(*) > 1"
    assert rows(town, twice.format("entry WHERE kind = 'visit'", "")) == []
    assert rows(town, twice.format("visit JOIN customer ON customer.id = customer_id WHERE NOT unnamed", "")) == []
    assert rows(town, twice.format("given", ", gesture")) == []


def test_everything_points_to_something_that_is_there(demo):
    assert rows(demo, "PRAGMA foreign_key_check") == []
    assert rows(demo, "PRAGMA integrity_check") == [("ok",)]


def test_every_row_was_made_by_an_entry_and_stands_as_the_journal_says(demo):
    stood = {}
    for table, row, before, after in rows(demo, "SELECT table_name, row_id, before, after FROM change ORDER BY id"):
        known = (table, row) in stood or table == "suggestion"  # drawn when a card is opened, before any entry
        assert known == (before is not None), (table, row)
        stood.setdefault((table, row), {}).update(json.loads(after))
    for name in {name for name, table in journal.BY_NAME.items() if issubclass(table, Thing)} - {"staff", "suggestion"}:
        names = [found[1] for found in rows(demo, f'PRAGMA table_info("{name}")')]
        for values in rows(demo, f'SELECT * FROM "{name}"'):
            row = dict(zip(names, values, strict=True))
            told = stood[name, row["id"]]
            assert {column: row[column] for column in told} == told


def test_every_entry_says_what_was_done_and_by_whom(demo):
    assert rows(demo, "SELECT id FROM entry WHERE sentence = '' OR staff_id IS NULL OR customer_id IS NULL") == []
    assert set(column(demo, "SELECT kind FROM entry")) <= set(EntryKind)
    assert len(set(column(demo, "SELECT staff_id FROM entry"))) == 4
    assert column(demo, "SELECT id FROM entry WHERE undone_by IS NOT NULL") == column(
        demo, "SELECT undoes FROM entry WHERE undoes IS NOT NULL"
    )


def test_what_was_done_last_can_be_undone_at_the_counter(tmp_path):
    shop_in(tmp_path, Plan(400, 3, TODAY, now=AFTERNOON)).close()
    till = open_till(tmp_path / "shop.counter", Clock(AFTERNOON))
    refused = 0
    offered = undo.undoable(till)
    for number, saved in enumerate(offered):
        try:
            undo.entry(till, f"undo {number}", saved.entry_id)
        except Refused:
            refused += 1
    assert len(offered) > 5
    assert refused <= 2
    assert rows(till.database, "PRAGMA foreign_key_check") == []
    till.database.close()


def test_suggestions_ended_in_every_way_and_reactions_were_seen(demo):
    assert set(column(demo, "SELECT state FROM suggestion")) >= {"given", "swapped", "skipped", "shown"}
    assert set(column(demo, "SELECT reaction FROM given")) >= {"", Reaction.DELIGHTED, Reaction.PLEASED}
    assert set(column(demo, "SELECT kind FROM gesture_event")) == {
        EventKind.VISIT, EventKind.GIVEN, EventKind.SWAPPED, EventKind.SKIPPED, EventKind.REACTION,
    }


def test_the_engine_replays_its_log(till):
    events = tuple(gestures.events_after(0))
    settings = Settings.from_text(till.settings.to_text())
    engine = Engine.replay(till.catalogue, settings.giving(), settings.seed, events)
    again = Engine.replay(till.catalogue, settings.giving(), settings.seed, events)
    assert engine.seen == events[-1].number
    assert engine.state() == again.state()
    assert [event.day for event in events] == sorted(event.day for event in events)
    given = [g for g in every("given") if not g.own_idea]
    assert sorted(e.mark.gesture for e in events if e.kind is EventKind.GIVEN) == sorted(g.key for g in given)
    assert sum(e.kind is EventKind.REACTION for e in events) == sum(bool(g.reaction) for g in given)


def test_no_gesture_that_was_given_crossed_a_boundary(demo):
    text = RESOURCES.joinpath("gestures", "catalogue.json").read_text(encoding="utf-8")
    catalogue = parse_catalogue(text, 320)
    blocks = parse_boundaries(RESOURCES.joinpath("gestures", "boundaries.json").read_text(encoding="utf-8"))
    given = rows(
        demo,
        "SELECT given.gesture, fact.boundaries FROM given JOIN fact USING (customer_id)"
        " WHERE fact.kind = 'never' AND substr(fact.at, 1, 10) < given.day AND own_idea = 0",
    )
    for key, boundaries in given:
        gesture = catalogue.get(key)
        tags = gesture.contains | gesture.touches
        assert not any(blocks[boundary].blocks & tags for boundary in json.loads(boundaries)), key
        assert json.loads(boundaries) or not tags, key


def test_the_days_budget_was_kept(demo):
    spent = rows(demo, "SELECT sum(cost), count(*) FROM given WHERE restoring = 0 AND own_idea = 0 GROUP BY day")
    assert all(cost <= 4 * 320 and count <= 6 for cost, count in spent)


def test_no_two_slips_share_a_code_and_all_were_printed(demo):
    printed = column(demo, "SELECT code FROM slip")
    assert len(set(printed)) == len(printed) > PEOPLE / 2
    assert all(codes.read(code) == code for code in printed)
    assert set(column(demo, "SELECT kind FROM slip")) == set(SlipKind)
    assert column(demo, "SELECT state FROM print_job") == ["printed"] * len(printed)


def test_words_were_given_back_with_a_slip(demo):
    assert column(demo, "SELECT feedback.id FROM feedback JOIN slip ON slip.id = slip_id WHERE answered = 1")


def test_anonymous_words_lead_nowhere(demo):
    answers = rows(demo, "SELECT id, week, words FROM anonymous_answer")
    assert answers
    assert all(date.fromisoformat(week).weekday() == 0 for _, week, _ in answers)
    said = [words for _, _, words in answers]
    for table in set(tables(demo)) - {"anonymous_answer"}:
        assert not any(words in str(row) for row in rows(demo, f'SELECT * FROM "{table}"') for words in said), table
    used = column(demo, "SELECT id FROM slip WHERE answered = 1 AND id NOT IN (SELECT slip_id FROM feedback)")
    assert len(used) == len(answers)
    told = column(demo, "SELECT row_id FROM change WHERE table_name = 'slip' AND before IS NOT NULL")
    assert set(used).isdisjoint(told)


def test_the_numbers_of_anonymous_words_tell_no_order(town):
    weeks = column(town, "SELECT week FROM anonymous_answer ORDER BY id")
    assert len(weeks) > 10
    assert weeks not in (sorted(weeks), sorted(weeks, reverse=True))


def test_the_same_seed_makes_the_same_shop_and_another_one_another(tmp_path):
    shops = []
    for name, seed in (("first", 3), ("second", 3), ("third", 4)):
        folder = tmp_path / name
        folder.mkdir()
        database = shop_in(folder, Plan(30, seed, TODAY))
        shops.append({table: rows(database, f'SELECT * FROM "{table}"') for table in tables(database)})
        database.close()
    assert shops[0] == shops[1]
    assert shops[0]["customer"] != shops[2]["customer"]


def test_more_years_mean_more_history(tmp_path):
    database = shop_in(tmp_path, Plan(20, 3, TODAY, days=3 * 365))
    first = min(column(database, "SELECT day FROM visit"))
    assert date.fromisoformat(first) < TODAY - timedelta(days=1000)
    database.close()


def test_making_says_how_far_it_is_and_stopping_it_leaves_nothing(tmp_path):
    heard = []

    def listen(done, total):
        heard.append(done)
        if done > 40:
            raise KeyboardInterrupt

    database = open_file(tmp_path / "shop.counter")
    with pytest.raises(KeyboardInterrupt):
        make(database, POOLS, Plan(20, 3, TODAY), listen)
    assert heard == sorted(heard)
    assert rows(database, "SELECT * FROM customer") == rows(database, "SELECT * FROM setting") == []
    make(database, POOLS, Plan(20, 3, TODAY), lambda done, total: heard.append((done, total)))
    assert heard[-1] == (365, 365)
    database.close()


@pytest.mark.slow
def test_two_thousand_people_and_a_year_can_be_made(tmp_path):
    database = shop_in(tmp_path, Plan(2_000, 7, TODAY))
    assert len(column(database, "SELECT id FROM customer WHERE unnamed = 0")) == 2_000
    database.close()


@pytest.mark.parametrize("day", [TODAY + timedelta(days=n) for n in range(7)], ids=lambda day: f"{day:%a}")
def test_a_tiny_shop_can_be_made_on_any_day_of_the_week(tmp_path, day):
    database = shop_in(tmp_path, Plan(1, 2, day))
    assert len(column(database, "SELECT id FROM customer WHERE unnamed = 0")) == 1
    database.close()
