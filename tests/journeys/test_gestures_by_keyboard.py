"""The small extra at the counter's real window, by keyboard alone, on a real shop file; each sentence as it is said."""

import json
import re
from datetime import timedelta
from functools import partial

import pytest
from keyboard import CTRL, Key
from PySide6.QtCore import Qt

from counter.models import gestures as log
from counter.models import people
from counter.office import catalogue as shelf
from counter.records.card import SuggestionState
from counter.records.gestures import EventKind, Gesture, Kind
from counter.ui.texts import gestures as words
from counter.ui.widgets.text import Text

pytestmark = pytest.mark.slow
ALT = Qt.KeyboardModifier.AltModifier
SUGGESTED, NONE = SuggestionState.SUGGESTED, SuggestionState.NONE


def till(counter):
    return counter.counter.control._errands.till


def extra(counter):
    return counter.window.card.suggestion


def spoken(counter):
    """All that stands on the extra's card, read as sentences: nothing half filled in, nothing doubled."""
    texts = [text.text() for text in counter.window.right.extra.findChildren(Text) if text.isVisible() and text.text()]
    for text in texts:
        assert not re.search(r"[{}]|None|\.\.|  |_", text), text
    return texts


def ask(counter, keys):
    keys.press(Key.Key_T, CTRL)
    return extra(counter)


def ask_until(counter, keys, clock, wanted, days=8):
    """Asked for up to twice a day, the days going on, until such a suggestion comes."""
    seen = []
    for _ in range(days):
        for _ in range(3):
            view = extra(counter)
            seen.append((view.state, view.title, view.because))
            if view.state is SUGGESTED and wanted(view):
                spoken(counter)
                return view
            if view.state is SUGGESTED or view.can_ask:
                ask(counter, keys)
        clock.now += timedelta(days=1)
        open_anna(keys)
    raise AssertionError(f"it never came: {seen}")


def open_anna(keys):
    keys.press(Key.Key_Escape)
    keys.type("Anna Kowalska")
    keys.press(Key.Key_Return)


def know(keys, text, kind="Never", source="Said", boundary=""):
    keys.press(Key.Key_F7)
    keys.type(text)
    keys.choose("What is it", kind)
    keys.choose("How we know", source)
    if boundary:
        keys.choose("What it forbids", boundary)
    keys.save()


def why_not(counter, keys, title):
    """“Why not …?” by keyboard, for one extra."""
    keys.press(Key.Key_W, ALT)
    keys.type(title)
    answer = " ".join(part.text() for pair in counter.window.form().answers for part in pair)
    keys.press(Key.Key_Escape)
    assert counter.window.form() is None
    return answer


def kinds_logged():
    return [event.kind for event in log.events_after(0)]


def catalogue(counter):
    return till(counter).catalogue.gestures


@pytest.fixture
def walnut_slice(counter):
    """An extra of the shop's own that is worth much and has nuts in it."""
    made = Gesture(
        key="walnut_slice", title="A slice of the walnut loaf", kind=Kind.LOW_COST, family="treat", cost=20,
        contains=frozenset({"eaten", "nuts", "gluten"}), touches=frozenset(), prior=1.0, minutes=0.5, ask_first=True,
        why="It is still warm.", say="Would you try the walnut loaf?",
    )
    errands, refused = counter.counter.owners._errands, []
    keep = partial(shelf.save, own=True)
    errands.change(keep, (lambda _saved: None, refused.append), made, till(counter).settings.coffee)
    assert not refused
    return made.title


def test_a_birthday_near_is_the_reason_that_is_said(counter, keys, clock, anna):
    keys.press(Key.Key_F7)
    keys.type("birthday")
    keys.choose("What is it", "A date")
    keys.tab_to("Day")
    keys.type("28 Nov 1990")
    keys.save()
    view = ask_until(counter, keys, clock, lambda view: "birthday" in view.because.lower(), days=4)
    assert view.because.endswith(".")
    keys.press(Key.Key_G, CTRL)
    assert extra(counter).given.title == view.title


@pytest.mark.parametrize("source", ["Said", "Noticed"])
def test_an_allergy_blocks_whoever_told_us_of_it(counter, keys, anna, walnut_slice, source):
    if extra(counter).state is SUGGESTED:
        keys.press(Key.Key_L, CTRL)
    assert "nuts" not in why_not(counter, keys, "walnut")
    know(keys, "nuts", source=source, boundary="no nuts")
    assert "Never for them: nuts." in why_not(counter, keys, "walnut")
    while extra(counter).state is SUGGESTED or extra(counter).can_ask:
        assert ask(counter, keys).title != walnut_slice
        spoken(counter)


def test_a_never_that_nobody_sorted_keeps_all_away_that_is_eaten_or_scented(counter, keys, clock, anna):
    know(keys, "the usual trouble")
    gestures = {g.title: g for g in catalogue(counter)}
    for _ in range(3):
        for _ in range(2):
            view = extra(counter) if extra(counter).state is SUGGESTED else ask(counter, keys)
            if view.state is SUGGESTED:
                assert not gestures[view.title].contains - {"no_allergens"}
                assert not gestures[view.title].touches
                ask(counter, keys)
        clock.now += timedelta(days=1)
        open_anna(keys)


def test_until_what_went_wrong_is_told_only_goodwill_comes_and_after_it_goes_with_the_apology(counter, keys, anna):
    keys.press(Key.Key_F4)
    keys.type("The bread was hard")
    keys.save()
    assert extra(counter).goodwill
    assert "Goodwill gesture" in spoken(counter)
    keys.press(Key.Key_F6)
    keys.choose("What happens now", "Put right")
    keys.press(Key.Key_Tab)
    keys.type("A fresh loaf at once")
    keys.press(Key.Key_Return)
    assert [item.kind.value for item in counter.window.card.open] == ["untold"]
    assert extra(counter).goodwill
    keys.press(Key.Key_G, CTRL)
    assert "Extra given" in spoken(counter)


def test_what_goes_wrong_after_an_extra_was_given_brings_goodwill_all_the_same(counter, keys, anna):
    if extra(counter).state is not SUGGESTED:
        ask(counter, keys)
    keys.press(Key.Key_G, CTRL)
    keys.press(Key.Key_F4)
    keys.type("The bread was hard")
    keys.save()
    assert extra(counter).goodwill
    assert any("sorry" in text for text in spoken(counter))


def test_how_it_was_taken_is_said_by_one_key_when_they_come_again(counter, keys, clock, anna):
    view = ask(counter, keys) if extra(counter).state is not SUGGESTED else extra(counter)
    keys.press(Key.Key_G, CTRL)
    clock.now += timedelta(days=6)
    open_anna(keys)
    assert not counter.window.right.extra.reactions.isVisible()
    keys.press(Key.Key_R, CTRL)
    assert any(view.title in text and "how was it taken?" in text for text in spoken(counter))
    keys.press(Key.Key_Space)
    assert counter.window.message.message() == f"{view.title}: delighted."
    assert [event.day for event in log.events_after(0) if event.kind is EventKind.REACTION][-1].day == 26
    keys.press(Key.Key_R, CTRL)
    assert "known already" in counter.window.message.message()


def test_what_is_better_asked_about_first_says_so(counter, keys, clock, anna, walnut_slice):
    ask_until(counter, keys, clock, lambda view: view.title == walnut_slice)
    assert "One small extra · ask first" in spoken(counter)


def test_when_the_weeks_money_is_spent_only_what_costs_nothing_comes(counter, keys, anna):
    shop = till(counter)
    week = shop.settings.giving().budget().money_week
    keys.press(Key.Key_O, CTRL)
    keys.type("A whole hamper for the street party")
    keys.tab_to("cost")
    keys.type(f"{week / 100:.2f}")
    keys.save()
    keys.press(Key.Key_Escape)
    keys.press(Key.Key_F11)
    view = extra(counter) if extra(counter).state is SUGGESTED else ask(counter, keys)
    if view.state is SUGGESTED:
        assert view.cost == 0
        assert "Costs nothing · nothing left this week" in spoken(counter)
        keys.press(Key.Key_L, CTRL)
    dear = next(g for g in shop.catalogue.gestures if g.cost and {"*", shop.settings.trade} & g.trades)
    assert "The money left for today or this week is not enough." in why_not(counter, keys, dear.title)


def test_why_another_did_not_come_can_be_asked_beside_a_suggestion_and_after_it_was_given(counter, keys, anna):
    if extra(counter).state is not SUGGESTED:
        ask(counter, keys)
    assert "It is only for when it is raining." in why_not(counter, keys, "double bag")
    keys.press(Key.Key_G, CTRL)
    answer = why_not(counter, keys, "double bag")
    assert "One was given today already; that is enough. It is only for when it is raining." in answer
    assert "The child works" in why_not(counter, keys, "shop's stamp")


def test_a_quiet_hour_is_seen_and_kept_with_what_was_suggested(counter, keys, clock, anna):
    view = ask_until(counter, keys, clock, lambda view: log.suggestion(view.suggestion_id).occasion == "quiet")
    assert view.because.endswith(".")


def test_someone_without_a_name_gets_nothing_personal_and_is_not_called_by_one(counter, keys, clock):
    gestures = {g.title: g for g in catalogue(counter)}
    for _ in range(5):
        keys.press(Key.Key_F11)
        view = extra(counter) if extra(counter).state is SUGGESTED else ask(counter, keys)
        texts = " ".join(spoken(counter))
        assert "their name" not in texts.lower()
        if view.state is SUGGESTED:
            assert not gestures[view.title].touches & {"personal", "contact"}
            assert not gestures[view.title].contains & {"nuts", "alcohol"}
        keys.press(Key.Key_Escape)


def test_after_three_passed_over_there_is_no_more_today(counter, keys, anna):
    before, swaps = kinds_logged().count(EventKind.SWAPPED), 0
    while extra(counter).state is SUGGESTED or extra(counter).can_ask:
        swaps += extra(counter).state is SUGGESTED
        ask(counter, keys)
        assert swaps <= 3
    assert swaps == 3
    assert kinds_logged().count(EventKind.SWAPPED) == before + 3
    assert extra(counter).state is NONE
    assert any("enough" in text or "today" in text for text in spoken(counter))


def test_an_own_idea_is_noted_and_waits_for_the_owner(counter, keys, anna):
    keys.press(Key.Key_O, CTRL)
    keys.type("A ribbon on the bag")
    keys.tab_to("catalogue")
    keys.press(Key.Key_Space)
    keys.save()
    assert extra(counter).given.title == "A ribbon on the bag"
    assert "waits in the catalogue" in counter.window.message.message()
    spoken(counter)


def test_an_undone_gift_gives_its_cost_back_and_takes_back_what_was_learnt(counter, keys, anna):
    before = till(counter).engine.state()
    view = ask(counter, keys) if extra(counter).state is not SUGGESTED else extra(counter)
    keys.press(Key.Key_G, CTRL)
    assert extra(counter).state is SuggestionState.GIVEN
    keys.press(Key.Key_R, CTRL)
    keys.press(Key.Key_Space)
    assert extra(counter).given.reaction
    keys.press(Key.Key_Z, CTRL)
    assert not extra(counter).given.reaction
    keys.press(Key.Key_Z, CTRL)
    assert extra(counter).state is SUGGESTED
    assert extra(counter).title == view.title
    assert log.used(till(counter).today)[2] == given_by_the_demo(counter)
    assert sums(till(counter).engine.state()) == sums(before)


def given_by_the_demo(counter):
    from counter.models.tables_gestures import GivenRow

    today = till(counter).today
    return GivenRow.live().where((GivenRow.day == today) & ~GivenRow.restoring).count()


def sums(state):
    """What is learnt of gestures; the log's own numbers go on."""
    kept = json.loads(state)
    return [kept[name] for name in ("gesture", "family", "person", "accept")]


def test_not_today_takes_a_reason_if_one_likes(counter, keys, anna):
    view = ask(counter, keys) if extra(counter).state is not SUGGESTED else extra(counter)
    keys.press(Key.Key_L, CTRL)
    assert extra(counter).state is SuggestionState.SKIPPED
    keys.press(Key.Key_L, CTRL)
    keys.choose(words.LEFT_WHY, "No time")
    assert extra(counter).because == "No time"
    assert "No time" in spoken(counter)
    assert log.suggestion(view.suggestion_id).because == "No time"


def test_three_chips_stand_there_and_the_rest_behind_one_key_what_is_usual_for_them_first(counter, keys, clock, anna):
    def shown():
        return [button.accessibleName() for button in chips(counter) if button.isVisible()]

    assert len(shown()) == 4
    keys.press(Key.Key_J, CTRL)
    assert len(shown()) == 11
    keys.choose("Today", "Bad day")
    assert "Bad day" in " ".join(shown()[:4]) or counter.window.card.holding == {"bad_day"}
    assert counter.window.card.holding == {"bad_day"}
    keys.press(Key.Key_F8)
    assert people.visit_on(anna, till(counter).today).circumstances == {"bad_day"}
    clock.now += timedelta(days=1)
    open_anna(keys)
    assert "Bad day" in shown()[0]


def chips(counter):
    from counter.ui.widgets.chips import Chip

    return counter.window.middle.card_page.circumstances.findChildren(Chip)


def test_the_weather_holds_for_the_whole_day_and_for_everybody(counter, keys, clock, anna):
    keys.press(Key.Key_J, CTRL)
    keys.choose("Today", "Rain")
    keys.press(Key.Key_Escape)
    keys.press(Key.Key_F11)
    assert "rain" in counter.window.card.holding
    clock.now += timedelta(days=1)
    keys.press(Key.Key_Escape)
    keys.press(Key.Key_F11)
    assert "rain" not in counter.window.card.holding
