"""The small extra at the counter, on a real shop file: when it comes, what it never does, what is learnt of it."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from counter_maker import RESOURCES, open_till, someone_called

from counter.desk import complaints, dry_run, facts, gestures, learning, notes, people, suggesting, thank, undo, visits
from counter.desk import open as opening
from counter.desk.composing import SlipWish
from counter.desk.reading import Read
from counter.desk.situation import situation
from counter.errors import FieldRefused, Refused
from counter.gestures import Catalogue, Engine, dump_gesture, parse_gesture
from counter.models import gestures as log
from counter.models import shop
from counter.models.tables_people import ConsentRow
from counter.office.catalogue import load
from counter.records.card import NONE_LEFT, SuggestionState
from counter.records.complaints import ComplaintForm
from counter.records.gestures import EventKind, Kind, Reaction
from counter.records.people import DateForm, FactForm, FactKind, PersonForm, Source
from counter.records.slips import Size, SlipKind

PROMPTED = 40


@pytest.fixture
def anna(till, ops):
    return someone_called(till, "Anna Kowalska", ops())


def visit_events(till):
    """The visits that the log holds, taken back ones left out."""
    events = list(log.events_after(0))
    undone = {event.undoes for event in events}
    return [event for event in events if event.kind is EventKind.VISIT and event.number not in undone]


def as_if_replayed(till):
    return Engine.replay(till.catalogue, till.settings.giving(), till.settings.seed, log.events_after(0)).state()


def suggested(till, ops, who):
    """A suggestion, asked for where none was drawn."""
    view = gestures.today(till, who)
    if view.state is not SuggestionState.SUGGESTED:
        view = gestures.another(till, ops(), who)
    assert view.state is SuggestionState.SUGGESTED, view
    return view


def given(till, ops, who):
    return gestures.given(till, ops(), suggested(till, ops, who).suggestion_id)


def key_of(till, view):
    return log.suggestion(view.suggestion_id).gesture


def all_that_may_come(till, ops, clock, who, days=PROMPTED):
    """The gestures suggested when asked for on so many days, none of them given."""
    found = []
    for _ in range(days):
        view = gestures.today(till, who)
        if view.state is not SuggestionState.SUGGESTED:
            view = gestures.another(till, ops(), who)
        if view.state is SuggestionState.SUGGESTED:
            found.append(till.catalogue.get(key_of(till, view)))
        clock.go_on(days=1)
    return found


def changed(till, **limits):
    """The same counter after the owner changed the limits."""
    till.settings = replace(till.settings, gestures=replace(till.settings.gestures, **limits))
    till.engine = learning.start(till.catalogue, till.settings)


def printed(till, who, **wish):
    """The blocks of the slip by their size, as they would print."""
    blocks = thank.choices(till, who, SlipWish(**wish)).preview.blocks
    return {block.size: block.text for block in blocks if hasattr(block, "size")}


# One event for each visit


def test_the_first_thing_done_that_day_is_the_visit_and_nothing_after_it_is_another(till, ops, anna):
    opening.card(till, anna)
    assert visit_events(till) == []
    visits.here(till, ops(), anna)
    complaints.log(till, ops(), anna, ComplaintForm(words="The rye was hard."))
    thank.slip(till, ops(), anna, SlipWish())
    (visit,) = visit_events(till)
    assert (visit.customer, visit.day) == (anna, till.today)
    assert visit.mark.groups and visit.mark.seen
    assert json.loads(till.engine.state())["visits"].keys() == {str(anna)}


def test_the_next_day_makes_another_visit(till, ops, clock, anna):
    visits.here(till, ops(), anna)
    clock.go_on(days=1)
    visits.here(till, ops(), anna)
    assert [event.day for event in visit_events(till)] == [till.today - timedelta(days=1), till.today]


def test_a_command_that_comes_twice_makes_one_visit(till, anna):
    for _ in range(2):
        visits.here(till, "same", anna)
    assert len(visit_events(till)) == 1


def test_a_command_that_is_refused_teaches_nothing(till, ops, anna):
    before = till.engine.state()
    view = suggested(till, ops, anna)
    gestures.not_today(till, ops(), view.suggestion_id)
    undo.last(till, ops())
    changed(till, count_day=0)
    with pytest.raises(Refused, match="As many as we give in a day were given"):
        gestures.given(till, ops(), view.suggestion_id)
    assert visit_events(till) == []
    assert {**json.loads(till.engine.state()), "seen": 0} == json.loads(before)


def test_undo_of_what_made_the_visit_takes_the_visit_out_of_what_was_learnt(till, ops, anna):
    before = json.loads(till.engine.state())
    visits.here(till, ops(), anna)
    undo.last(till, ops())
    assert visit_events(till) == []
    assert {**json.loads(till.engine.state()), "seen": 0} == {**before, "seen": 0}


def test_the_visit_stays_while_something_else_of_it_stands_and_goes_with_the_last(till, ops, anna):
    first = visits.here(till, ops(), anna)
    second = complaints.log(till, ops(), anna, ComplaintForm(words="The rye was hard."))
    undo.entry(till, ops(), first.entry_id)
    assert len(visit_events(till)) == 1
    undo.entry(till, ops(), second.entry_id)
    assert visit_events(till) == []
    visits.here(till, ops(), anna)
    assert len(visit_events(till)) == 1
    assert till.engine.state() == as_if_replayed(till)


def test_what_is_written_about_a_person_makes_no_visit(till, ops, anna):
    notes.add(till, ops(), anna, "Collects on Fridays.")
    facts.add(till, ops(), anna, FactForm(kind=FactKind.LIKES, text="rye"))
    assert visit_events(till) == []


def test_someone_makes_a_visit_each_time_and_a_card_opened_later_tells_what_it_looked_like(till, ops):
    for _ in range(2):
        opening.card(till, people.someone(till, ops()).customer_id)
    first, second = visit_events(till)
    assert first.customer is None and first.turn != second.turn
    looked_like = json.loads(till.engine.state())["visits"].values()
    assert [visit["groups"][0] for visit in looked_like] == ["walk-in", "walk-in"]


# What was learnt is kept


def a_week(till, ops, clock, names=12):
    """People come, some are given something, and it is seen how it was received."""
    persons = [someone_called(till, f"Person {n}", ops()) for n in range(names)]
    for day in range(6):
        for number, who in enumerate(persons):
            opening.card(till, who)
            if (number + day) % 4 == 0 and gestures.today(till, who).can_ask:
                view = gestures.another(till, ops(), who)
                if view.state is SuggestionState.SUGGESTED:
                    extra = gestures.given(till, ops(), view.suggestion_id).thing_id
                    gestures.reaction(till, ops(), extra, (Reaction.DELIGHTED, Reaction.AWKWARD)[number % 2])
            visits.here(till, ops(), who)
        clock.go_on(days=1)
    return persons


@pytest.mark.parametrize("every", [1, 30, 10**6])
def test_the_engine_is_the_same_kept_brought_up_to_date_or_replayed(till, ops, clock, path, monkeypatch, every):
    monkeypatch.setattr(learning, "KEEP_EVERY", every)
    a_week(till, ops, clock)
    state = till.engine.state()
    till.database.close()
    again = open_till(path, clock)
    again.engine = learning.start(again.catalogue, again.settings)
    assert again.engine.state() == state == as_if_replayed(again)
    again.database.close()


def test_an_undo_after_a_restart_takes_back_what_was_learnt(till, ops, clock, path, monkeypatch, anna):
    monkeypatch.setattr(learning, "KEEP_EVERY", 1)
    a_week(till, ops, clock, names=8)
    before = json.loads(till.engine.state())
    given(till, ops, anna)
    till.database.close()
    again = open_till(path, clock)
    again.engine = learning.start(again.catalogue, again.settings)
    undo.last(again, ops())
    assert {**json.loads(again.engine.state()), "seen": 0, "day": 0}.keys() == before.keys()
    assert json.loads(again.engine.state())["used"] == before["used"]
    assert again.engine.state() == as_if_replayed(again)
    once_more = learning.start(again.catalogue, again.settings)
    assert once_more.state() == again.engine.state()
    again.database.close()


def test_other_limits_make_the_log_be_learnt_anew(till, ops, clock, monkeypatch):
    monkeypatch.setattr(learning, "KEEP_EVERY", 1)
    a_week(till, ops, clock, names=8)
    changed(till, cups_day=1.0)
    assert till.engine.state() == as_if_replayed(till)


# The same suggestion as long as no rule speaks against it


def test_opening_the_card_again_shows_the_same(till, ops, anna):
    view = suggested(till, ops, anna)
    assert opening.card(till, anna).suggestion == view == opening.card(till, anna).suggestion


def test_on_most_days_nothing_comes_and_the_card_says_so_kindly(till, clock, anna):
    views = []
    for _ in range(60):
        views.append(opening.card(till, anna).suggestion)
        clock.go_on(days=1)
    nothing = [view for view in views if view.state is SuggestionState.NONE]
    assert 0.5 < len(nothing) / len(views) < 0.99
    assert {view.because for view in nothing} == {"Nothing extra today: their name is enough."}
    assert all(view.can_ask for view in nothing)


def test_an_allergy_told_after_the_card_was_opened_takes_the_suggestion_away(till, ops, clock, anna):
    def is_eaten(view):
        return "eaten" in till.catalogue.get(key_of(till, view)).contains

    view = suggested(till, ops, anna)
    while not is_eaten(view):
        clock.go_on(days=1)
        view = suggested(till, ops, anna)
    facts.add(till, ops(), anna, FactForm(kind=FactKind.NEVER, text="Nothing to eat.", boundaries=("food",)))
    with pytest.raises(Refused, match="Never for them: anything to eat or drink"):
        gestures.given(till, ops(), view.suggestion_id)
    shown = opening.card(till, anna).suggestion
    assert shown.state is not SuggestionState.SUGGESTED or not is_eaten(shown)
    with pytest.raises(Refused, match="no longer open"):
        gestures.given(till, ops(), view.suggestion_id)


def test_what_is_ticked_waits_for_the_visit_and_makes_none(till, ops, anna):
    opening.card(till, anna)
    visits.set_circumstances(till, ops(), anna, frozenset({"heavy", "rain"}))
    assert visit_events(till) == []
    assert visits.circumstances(till, anna) == {"heavy", "rain"}
    opening.card(till, anna)
    visits.here(till, ops(), anna)
    card = opening.card(till, anna)
    assert card.visit_today.circumstances == {"heavy"}
    assert card.day_circumstances == {"rain"}
    assert "heavy" in visit_events(till)[0].mark.circumstances


def test_what_may_be_ticked_stands_in_the_order_of_its_likelihood_here_and_for_them(till, ops, clock, anna):
    assert opening.card(till, anna).likely[:3] == ("with_child", "heavy", "rain")
    for name in ("Ben", "Cara", "Dan"):
        who = someone_called(till, name, ops())
        opening.card(till, who)
        visits.set_circumstances(till, ops(), who, frozenset({"with_dog"}))
        visits.here(till, ops(), who)
    opening.card(till, anna)
    visits.set_circumstances(till, ops(), anna, frozenset({"bad_day"}))
    visits.here(till, ops(), anna)
    clock.go_on(days=1)
    assert opening.card(till, anna).likely[:3] == ("bad_day", "with_dog", "rain")
    visits.set_circumstances(till, ops(), anna, frozenset({"cold"}))
    assert set(opening.card(till, anna).likely[-4:]) == {"rain", "cold", "heat", "holiday"}


def test_a_chip_ticked_on_a_plain_visit_may_make_an_occasion_the_same_each_time(till, ops, clock, anna):
    came = 0
    a_week(till, ops, clock)
    for _ in range(60):
        plain = opening.card(till, anna).suggestion
        visits.set_circumstances(till, ops(), anna, frozenset({"bad_day"}))
        ticked = opening.card(till, anna).suggestion
        assert opening.card(till, anna).suggestion == ticked
        came += plain.state is SuggestionState.NONE and ticked.state is SuggestionState.SUGGESTED
        clock.go_on(days=1)
    assert came > 0


# The hard rules


def test_near_their_birthday_it_is_the_occasion_and_somebody_elses_is_not(till, ops, anna):
    facts.add_date(till, ops(), anna, DateForm(label="her birthday", month=11, day=28))
    assert situation(till, Read(till, anna)).dates[0].kind == "birthday"
    ben = someone_called(till, "Ben Ade", ops())
    facts.add_date(till, ops(), ben, DateForm(label="the twins’ birthday", month=11, day=28))
    assert situation(till, Read(till, ben)).dates[0].kind == "event"
    said = [gestures.why_not(till, who, "birthday_hush") for who in (anna, ben)]
    assert said[0][0].startswith("Nothing forbids it") or said[0][0].startswith("Nothing speaks")
    assert "It is only for when their birthday is near." in said[1] or "There is no occasion for it now." in said[1]


def test_a_birthday_that_was_only_guessed_drives_nothing(till, ops, anna):
    facts.add_date(till, ops(), anna, DateForm(label="birthday", month=11, day=26, source=Source.GUESSED))
    assert situation(till, Read(till, anna)).dates == ()
    assert printed(till, anna)[Size.LINE] == printed(till, anna, line="")[Size.LINE]
    assert "irthday" not in " ".join(thank.choices(till, anna, SlipWish()).lines)


@pytest.mark.parametrize("source", [Source.SAID, Source.NOTICED, Source.GUESSED])
def test_nuts_never_come_for_who_must_not_have_them_however_we_know(till, ops, clock, anna, source):
    nuts = FactForm(kind=FactKind.NEVER, text="No nuts: she carries a pen.", source=source, boundaries=("nuts",))
    facts.add(till, ops(), anna, nuts)
    for gesture in all_that_may_come(till, ops, clock, anna):
        assert not gesture.contains & {"nuts", "peanuts"}


def test_a_never_nobody_has_sorted_leaves_only_what_is_not_eaten_scented_or_touching(till, ops, clock, anna):
    facts.add(till, ops(), anna, FactForm(kind=FactKind.NEVER, text="Not the blue plates, ever."))
    coming = all_that_may_come(till, ops, clock, anna)
    assert coming
    assert all(not gesture.contains and not gesture.touches and not gesture.cost for gesture in coming)
    assert "not sorted yet" in gestures.why_not(till, anna, "hot_cup")[-1]


@pytest.mark.parametrize(("source", "speaks"), [(Source.SAID, True), (Source.NOTICED, False), (Source.GUESSED, False)])
def test_only_what_they_said_themselves_drives_a_gesture(till, ops, anna, source, speaks):
    facts.add(till, ops(), anna, FactForm(kind=FactKind.LIKES, text="Dark rye.", source=source))
    spoken = " ".join(gestures.why_not(till, anna, "remembered_liking"))
    assert ("They have not told us themselves" not in spoken) == speaks


def test_what_they_must_never_have_is_not_taken_for_what_they_like(till, ops, anna):
    facts.add(till, ops(), anna, FactForm(kind=FactKind.NEVER, text="Never a dog biscuit.", boundaries=("animals",)))
    assert situation(till, Read(till, anna)).facts == {}


def test_of_what_they_like_the_newest_is_spoken_of_and_all_of_it_counts(till, ops, anna):
    for text in ("Dark rye.", "Flat white."):
        facts.add(till, ops(), anna, FactForm(kind=FactKind.LIKES, text=text))
    assert situation(till, Read(till, anna)).facts == {"likes": "Flat white", "likes before": "Dark rye"}


def test_until_they_were_told_only_goodwill_comes_and_it_comes_at_once(till, ops, clock, anna):
    wrong = complaints.log(till, ops(), anna, ComplaintForm(words="The cake was late.", theme="Promise not kept"))
    view = opening.card(till, anna).suggestion
    assert view.state is SuggestionState.SUGGESTED and view.goodwill
    complaints.put_right(till, ops(), wrong.thing_id, "We baked another.")
    assert {gesture.kind for gesture in all_that_may_come(till, ops, clock, anna, 5)} == {Kind.RESTORING}


def decide(till, ops, clock, who, how):
    """Something about today's extra, before anything went wrong."""
    if how == "nothing came":
        while gestures.today(till, who).state is not SuggestionState.NONE:
            clock.go_on(days=1)
    elif how == "passed over":
        while suggesting.today(till, who).can_ask:
            gestures.another(till, ops(), who)
    else:
        step = {"given": gestures.given, "left": gestures.not_today}[how]
        step(till, ops(), suggested(till, ops, who).suggestion_id)


@pytest.mark.parametrize("before", ["nothing came", "given", "left", "passed over"])
def test_goodwill_comes_with_the_apology_whatever_was_decided_earlier_that_day(till, ops, clock, anna, before):
    decide(till, ops, clock, anna, before)
    was = opening.card(till, anna).suggestion
    clock.go_on(minutes=5)
    complaints.log(till, ops(), anna, ComplaintForm(words="The cake was late."))
    view = opening.card(till, anna).suggestion
    assert view.goodwill and view == opening.card(till, anna).suggestion
    other = gestures.another(till, ops(), anna)
    assert other.goodwill and other.title != view.title
    gestures.given(till, ops(), other.suggestion_id)
    clock.go_on(minutes=5)
    card = opening.card(till, anna).suggestion
    assert (card.state, card.title) == (SuggestionState.GIVEN, other.title)
    for _ in range(2):
        undo.last(till, ops())
    again = opening.card(till, anna).suggestion
    assert not again.goodwill
    assert before != "given" or again.given == was.given is not None


def test_a_promise_not_kept_is_made_good_as_one(till, ops, anna):
    assert "It is only for when a promised day was not kept." in gestures.why_not(till, anna, "promise_made_up")
    complaints.log(till, ops(), anna, ComplaintForm(words="The cake was late.", theme="Promise not kept"))
    assert "only for when" not in " ".join(gestures.why_not(till, anna, "promise_made_up"))


def test_goodwill_is_counted_apart_from_plus_ones(till, ops, anna):
    complaints.log(till, ops(), anna, ComplaintForm(words="The cake was late."))
    changed(till, count_day=0)
    view = opening.card(till, anna).suggestion
    assert view.goodwill
    gestures.given(till, ops(), view.suggestion_id)
    assert log.used(till.today)[2] == 0


def test_when_the_days_gifts_are_given_nothing_more_comes_even_asked_for(till, ops, anna):
    changed(till, count_day=1)
    ben = someone_called(till, "Ben Ade", ops())
    waiting = suggested(till, ops, anna)
    given(till, ops, ben)
    with pytest.raises(Refused, match="As many as we give in a day were given today. Ask for another."):
        gestures.given(till, ops(), waiting.suggestion_id)
    view = opening.card(till, anna).suggestion
    assert (view.state, view.because) == (SuggestionState.NONE, "Nothing that fits today: their name is enough.")
    assert not view.can_ask


def test_undo_of_a_gift_gives_its_budget_back_and_it_is_unlearnt(till, ops, anna):
    visits.here(till, ops(), anna)
    view = suggested(till, ops, anna)
    used, learnt = log.used(till.today), json.loads(till.engine.state())
    extra = gestures.given(till, ops(), view.suggestion_id)
    gestures.reaction(till, ops(), extra.thing_id, Reaction.DELIGHTED)
    assert log.used(till.today) != used
    undo.entry(till, ops(), extra.entry_id)
    assert log.used(till.today) == used
    assert {**json.loads(till.engine.state()), "seen": 0} == {**learnt, "seen": 0}
    assert opening.card(till, anna).suggestion == view


def test_a_reaction_seen_another_way_counts_once_and_undo_brings_back_the_first(till, ops, anna):
    extra = given(till, ops, anna).thing_id
    gestures.reaction(till, ops(), extra, Reaction.PLEASED)
    pleased = {**json.loads(till.engine.state()), "seen": 0}
    gestures.reaction(till, ops(), extra, Reaction.AWKWARD)
    assert {**json.loads(till.engine.state()), "seen": 0} != pleased
    undo.last(till, ops())
    assert {**json.loads(till.engine.state()), "seen": 0} == pleased
    gestures.reaction(till, ops(), extra, Reaction.AWKWARD)
    gestures.reaction(till, ops(), extra, Reaction.PLEASED)
    assert {**json.loads(till.engine.state()), "seen": 0} == pleased


def test_after_the_third_another_nothing_more_comes_today(till, ops, anna):
    suggested(till, ops, anna)
    views = [gestures.another(till, ops(), anna) for _ in range(3)]
    assert [view.state for view in views] == [SuggestionState.SUGGESTED] * 2 + [SuggestionState.NONE]
    assert views[-1].because == "Nothing more today: their name is enough."
    assert not opening.card(till, anna).suggestion.can_ask


def test_another_pressed_once_swaps_once_however_often_the_command_comes(till, ops, anna):
    suggested(till, ops, anna)
    assert gestures.another(till, "same", anna) == gestures.another(till, "same", anna)
    assert len(log.refused_today(anna, till.today)) == 1


def test_one_gift_a_day_is_enough(till, ops, anna):
    given(till, ops, anna)
    with pytest.raises(Refused, match="that is enough"):
        gestures.another(till, ops(), anna)


def test_the_last_one_is_not_given_twice_running_however_long_ago_it_was(till, ops, clock, anna):
    key = key_of(till, suggested(till, ops, anna))
    given(till, ops, anna)
    clock.go_on(days=500)
    assert "It was the last one they had." in gestures.why_not(till, anna, key)


# What runs out


def with_one_left(till, key="roll_from_tray"):
    """The shop's shelf with a single extra on it, of which there is one."""
    last_one = replace(till.catalogue.get(key), stock=1)
    shop.save_gesture(key, json.dumps(dump_gesture(last_one, till.settings.coffee)), active=True, own=False)
    till.catalogue = Catalogue((last_one,))
    till.engine = Engine(till.catalogue, till.settings.giving(), till.settings.seed)
    return key


def on_disk(till, key):
    return load((RESOURCES / "gestures" / "catalogue.json").read_text("utf-8"), till.settings.coffee).get(key).stock


def test_what_runs_out_is_counted_as_it_is_given_and_taken_back(till, ops, anna):
    key, ben = with_one_left(till), someone_called(till, "Ben Ade", ops())
    extra = given(till, ops, anna)
    assert "There is none of it left." in gestures.why_not(till, ben, key)
    assert (till.catalogue.get(key).stock, on_disk(till, key)) == (0, 0)
    undo.entry(till, ops(), extra.entry_id)
    assert (till.catalogue.get(key).stock, on_disk(till, key)) == (1, 1)
    given(till, ops, ben)
    till.engine = Engine(till.catalogue, till.settings.giving(), till.settings.seed)
    assert opening.card(till, anna).suggestion.state is SuggestionState.NONE
    undo.last(till, ops())
    assert gestures.another(till, ops(), anna).state is SuggestionState.SUGGESTED


def test_what_a_colleague_says_there_is_none_of_comes_for_nobody_else_that_day(till, ops, clock, anna):
    ben = someone_called(till, "Ben Ade", ops())
    view = suggested(till, ops, anna)
    key = key_of(till, view)
    gestures.not_today(till, ops(), view.suggestion_id)
    assert "There is none of it left." not in gestures.why_not(till, ben, key)
    gestures.because(till, ops(), view.suggestion_id, NONE_LEFT)
    assert "There is none of it left." in gestures.why_not(till, ben, key)
    clock.go_on(days=1)
    assert "There is none of it left." not in gestures.why_not(till, ben, key)


def test_how_it_was_taken_can_be_said_days_later_and_is_learnt_of_the_day_it_was_given(till, ops, clock, anna):
    extra = given(till, ops, anna)
    assert opening.card(till, anna).suggestion.before is None
    clock.go_on(days=9)
    before = opening.card(till, anna).suggestion.before
    assert before.id == extra.thing_id
    gestures.reaction(till, ops(), before.id, Reaction.DELIGHTED)
    assert opening.card(till, anna).suggestion.before is None
    learnt = [event for event in log.events_after(0) if event.kind is EventKind.REACTION]
    assert [event.day for event in learnt] == [before.day]
    undo.last(till, ops())
    assert opening.card(till, anna).suggestion.before == before


# What the hour is like


def usual_days(till, ops, clock, days=6, each=6):
    """Days on which so many came in this hour."""
    persons = [someone_called(till, f"Person {n}", ops()) for n in range(each)]
    for _ in range(days):
        for who in persons:
            visits.here(till, ops(), who)
        clock.go_on(days=1)
    return persons


def test_a_quiet_hour_is_told_from_the_usual_one(till, ops, clock, anna):
    assert not situation(till, Read(till, anna)).circumstances & {"quiet", "rush"}
    usual_days(till, ops, clock, each=12)
    assert "quiet" in situation(till, Read(till, anna)).circumstances


def test_a_rush_is_told_and_others_stand_by(till, ops, clock, anna):
    persons = usual_days(till, ops, clock, each=8)
    for who in persons:
        visits.here(till, ops(), who)
    assert {"rush", "others", "alone"} <= situation(till, Read(till, anna)).circumstances
    clock.go_on(minutes=20)
    assert not situation(till, Read(till, anna)).circumstances & {"rush", "others"}


def test_a_suggestion_that_waited_is_not_shown_again_in_a_rush_that_forbids_it(till, ops, clock, anna):
    persons = usual_days(till, ops, clock, each=8)
    calm = replace(till.catalogue.get("roll_from_tray"), never_when=frozenset({"rush"}))
    till.catalogue = Catalogue((calm,))
    till.engine = Engine(till.catalogue, till.settings.giving(), till.settings.seed)
    view = suggested(till, ops, anna)
    assert opening.card(till, anna).suggestion == view
    for who in persons:
        visits.here(till, ops(), who)
    assert opening.card(till, anna).suggestion.state is SuggestionState.NONE


def test_the_last_hour_is_the_closing_one(till, clock, anna):
    assert "closing" not in situation(till, Read(till, anna)).circumstances
    clock.go_on(hours=6, minutes=40)
    assert "closing" in situation(till, Read(till, anna)).circumstances


def test_we_may_call_only_who_agreed(till, anna):
    assert "contact_ok" not in situation(till, Read(till, anna)).circumstances
    ConsentRow.create(customer_id=anna, purpose="contact", given=True, day=till.today)
    assert "contact_ok" in situation(till, Read(till, anna)).circumstances
    ConsentRow.create(customer_id=anna, purpose="contact", given=False, day=till.today)
    assert "contact_ok" not in situation(till, Read(till, anna)).circumstances


def test_their_own_past_has_the_family_of_each_gesture(till, ops, anna):
    given(till, ops, anna)
    (past,) = situation(till, Read(till, anna)).history
    assert past.family == till.catalogue.get(past.gesture).family


# Someone, and ideas of one's own


def test_someone_gets_nothing_personal_and_is_never_told_that_their_name_is_enough(till, ops, clock):
    for _ in range(25):
        who = people.someone(till, ops()).customer_id
        view = opening.card(till, who).suggestion
        if view.state is SuggestionState.NONE:
            assert view.because == "Nothing extra today: a kind word is enough."
            view = gestures.another(till, ops(), who)
        if view.state is SuggestionState.SUGGESTED:
            gesture = till.catalogue.get(key_of(till, view))
            assert not gesture.needs_facts and "personal" not in gesture.touches
            assert "{" not in view.because + view.say


def test_an_own_idea_spends_the_budget_and_is_no_suggestion_that_was_taken(till, ops, anna):
    taken = json.loads(till.engine.state())["accept"]
    saved = gestures.own_idea(till, ops(), anna, ("Two gingerbread stars", "1.20", "2"))
    assert log.used(till.today) == (120, 2.0, 1)
    learnt = json.loads(till.engine.state())
    assert learnt["accept"] == taken
    assert learnt["visits"][str(anna)]["given"] == 1
    gestures.reaction(till, ops(), saved.thing_id, Reaction.DELIGHTED)
    assert json.loads(till.engine.state())["family"] == {}
    assert opening.card(till, anna).suggestion.title == "Two gingerbread stars"


def test_an_idea_joins_the_catalogue_and_waits_for_the_owner_as_if_anything_were_in_it(till, ops, anna):
    saved = gestures.own_idea(till, ops(), anna, ("Two gingerbread stars", "1.20"), keep=True)
    assert saved.sentence.endswith("It waits in the catalogue: the owner says what is in it, and switches it on.")
    ((_, text, active, own),) = shop.gesture_texts()
    idea = parse_gesture(json.loads(text), till.settings.coffee)
    assert (idea.title, idea.cost, active, own) == ("Two gingerbread stars", 120, False, True)
    assert {"eaten", "nuts", "gluten", "scent"} <= idea.contains


@pytest.mark.parametrize(
    ("idea", "field"), [(("", "1"), "title"), (("Stars", "much"), "cost"), (("Stars", "1", "long"), "minutes")]
)
def test_an_idea_that_cannot_be_read_is_told_beside_its_field(till, ops, anna, idea, field):
    with pytest.raises(FieldRefused) as told:
        gestures.own_idea(till, ops(), anna, idea)
    assert told.value.field == field


# The slip


def test_the_slip_says_what_was_given_in_words_for_the_customer(till, ops, anna):
    assert Size.GESTURE not in printed(till, anna)
    view = suggested(till, ops, anna)
    gestures.given(till, ops(), view.suggestion_id)
    gesture = till.catalogue.get(key_of(till, view))
    assert printed(till, anna)[Size.GESTURE] == gesture.for_customer["en"]
    undo.last(till, ops())
    assert Size.GESTURE not in printed(till, anna)


def test_an_own_idea_is_a_little_something_on_the_slip_for_its_words_are_a_colleagues(till, ops, anna):
    gestures.own_idea(till, ops(), anna, ("Flirted her into a better mood", ""))
    assert printed(till, anna)[Size.GESTURE] == "And a little something from us."


def test_in_a_language_without_words_of_its_own_it_is_a_little_something(till, ops, anna):
    view = suggested(till, ops, anna)
    gestures.given(till, ops(), view.suggestion_id)
    assert till.catalogue.on_paper(key_of(till, view), "de") == "Und eine Kleinigkeit von uns."


def test_goodwill_stands_on_the_slip_that_says_what_we_did(till, ops, anna):
    complaints.log(till, ops(), anna, ComplaintForm(words="It was hard.", remedy="We baked another."))
    view = opening.card(till, anna).suggestion
    assert view.goodwill
    gestures.given(till, ops(), view.suggestion_id)
    words = printed(till, anna, kind=SlipKind.APOLOGY)[Size.GESTURE]
    assert words == till.catalogue.get(key_of(till, view)).for_customer["en"]


def test_someone_who_gets_a_name_keeps_what_was_given(till, ops):
    who = people.someone(till, ops()).customer_id
    given(till, ops, who)
    people.edit(till, ops(), who, 1, PersonForm(name="Zoë Tan"))
    assert opening.card(till, who).suggestion.state is SuggestionState.GIVEN


def test_the_owner_can_read_why_each_gesture_did_not_come(till, anna):
    found = gestures.why_not_each(till, anna)
    assert {"*", "bakery"} & found[0][0].trades
    assert all(sentences and all(s.endswith(".") for s in sentences) for _, sentences in found)


# Over the weeks


def test_a_dry_run_tells_what_last_week_would_have_brought_and_changes_nothing(till, ops, clock, anna):
    a_week(till, ops, clock)
    sorry = complaints.log(till, ops(), anna, ComplaintForm(words="The cake was late."))
    clock.go_on(days=1)
    before, log_before = till.engine.state(), list(log.events_after(0))
    found = dry_run.last_week(till, till.catalogue)
    assert found == dry_run.last_week(till, till.catalogue)
    assert (till.engine.state(), list(log.events_after(0))) == (before, log_before)
    assert any(each.goodwill and each.customer_id == anna for each in found) and sorry
    plus_ones = [each.day for each in found if not each.goodwill]
    assert plus_ones
    assert max(plus_ones.count(day) for day in plus_ones) <= till.settings.gestures.count_day
    assert all(each.reason.endswith((".", "?")) and "{" not in each.reason for each in found)


def test_in_a_dry_run_what_is_switched_off_does_not_come(till, ops, clock):
    a_week(till, ops, clock)
    nothing = Catalogue(tuple(replace(gesture, active=False) for gesture in till.catalogue.gestures))
    assert dry_run.last_week(till, nothing) == ()
