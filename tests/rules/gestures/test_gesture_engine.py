"""The engine as a whole: one decision a visit, the same again, learnt from events, taken back by an undo."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from counter.gestures import Engine, Policy, mark_from, mark_text
from counter.records.gestures import Event, EventKind, Given, Mark, NearDate, Outcome, Reaction


def days(engine, situation, budget, count):
    """The decisions of so many days, nothing learnt in between."""
    return [engine.suggest(replace(situation, day=situation.day + timedelta(days=n)), budget) for n in range(count)]


def event(number, kind, situation, mark=None, **more):
    return Event(number=number, kind=kind, day=situation.day, customer=situation.customer, mark=mark or Mark(), **more)


def lived(engine, situation, budget, count, start=1):
    """A few days of visits, each with what was suggested when asked, given and liked."""
    log = []
    for n in range(count):
        today = replace(situation, day=situation.day + timedelta(days=n), customer=100 + n)
        mark = engine.suggest(today, budget, asked=True).mark
        for kind, reaction in (
            (EventKind.VISIT, None),
            (EventKind.GIVEN, None),
            (EventKind.REACTION, Reaction.PLEASED),
        ):
            log.append(event(start + len(log), kind, today, mark, reaction=reaction))
            engine.observe(log[-1])
    return log


def test_opening_the_card_again_shows_the_same(engine, maya, budget):
    for opened in days(engine, maya, budget, 30):
        assert opened in days(engine, maya, budget, 30)


def test_the_same_seed_gives_the_same_and_another_seed_another_year(starter, policy, maya, budget):
    first, again, other = (Engine(starter, policy, seed) for seed in (1, 1, 2))
    assert days(first, maya, budget, 60) == days(again, maya, budget, 60)
    assert days(first, maya, budget, 60) != days(other, maya, budget, 60)


def test_most_visits_get_nothing_and_the_card_says_so_kindly(engine, maya, budget):
    outcomes = [decision.outcome for decision in days(engine, maya, budget, 200)]
    assert 0.02 < outcomes.count(Outcome.SUGGESTED) / 200 < 0.5
    nothing = next(d for d in days(engine, maya, budget, 200) if d.outcome is Outcome.NOT_TODAY)
    assert nothing.sentence == "Nothing extra today: their name is enough."
    assert nothing.suggestion is None


def test_someone_is_not_told_that_their_name_is_enough(engine, someone, budget):
    spent = replace(budget, used_count=6)
    assert "name" not in engine.suggest(someone, spent).sentence


def test_each_turn_of_someone_is_drawn_anew(engine, someone, budget):
    outcomes = {engine.suggest(replace(someone, turn=n), budget).outcome for n in range(60)}
    assert outcomes == {Outcome.SUGGESTED, Outcome.NOT_TODAY}


def test_asking_all_the_same_passes_the_draw_but_no_rule(engine, maya, budget):
    asked = engine.suggest(maya, budget, asked=True)
    assert asked.suggestion is not None
    assert engine.suggest(maya, replace(budget, used_count=6), asked=True).suggestion is None


def test_the_kept_state_goes_on_as_if_never_stopped(starter, policy, engine, maya, budget):
    lived(engine, maya, budget, 40)
    again = Engine.restore(starter, policy, 7, engine.state())
    assert again.seen == engine.seen == 120
    assert days(again, maya, budget, 60) == days(engine, maya, budget, 60)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"seen": 3}', "null"])
def test_a_foreign_state_asks_for_a_replay(starter, policy, text):
    with pytest.raises(ValueError):
        Engine.restore(starter, policy, 7, text)


def test_a_replay_of_the_log_learns_the_same(starter, policy, engine, maya, budget):
    log = lived(engine, maya, budget, 40)
    assert Engine.replay(starter, policy, 7, log).state() == engine.state()


def test_an_undo_takes_back_what_was_learnt(starter, policy, engine, maya, budget):
    log = lived(engine, maya, budget, 40)
    before = engine.state()
    wrong = event(121, EventKind.GIVEN, replace(maya, day=log[-1].day), log[-1].mark)
    engine.observe(wrong)
    assert engine.state() != before
    undo = event(122, EventKind.UNDONE, maya, undoes=121)
    assert engine.observe(undo)
    assert engine.state() == Engine.replay(starter, policy, 7, [*log, wrong, undo]).state()
    assert engine.seen == 122


def test_an_undo_of_long_ago_asks_for_a_replay(engine, maya, budget):
    lived(engine, maya, budget, 60)
    assert not engine.observe(event(999, EventKind.UNDONE, maya, undoes=1))


def test_what_delights_is_valued_higher_and_what_embarrasses_lower(only, entry, maya, budget):
    engine = only(entry(key="liked"), entry(key="disliked"), habit=0.0, scene_habit=0.0, sampling=0.0)
    before = engine.suggest(maya, budget).scores
    for number in range(12):
        for offset, (key, reaction) in enumerate((("liked", Reaction.DELIGHTED), ("disliked", Reaction.AWKWARD))):
            mark = Mark(gesture=key, family="craft")
            engine.observe(
                event(2 * number + offset, EventKind.REACTION, replace(maya, customer=number), mark, reaction=reaction)
            )
    after = engine.suggest(maya, budget).scores
    assert after["liked"] > before["liked"]
    assert after["disliked"] < before["disliked"]


def test_what_they_had_lately_charms_less_and_comes_back_with_time(only, entry, maya, budget):
    engine = only(entry(cooldown_days=0), person_count_30=99, sampling=0.0)

    def worth(days_ago):
        given = Given(gesture="note", day=maya.day - timedelta(days=days_ago), visit=1, family="craft")
        other = Given(gesture="x", day=maya.day - timedelta(days=days_ago), visit=2, family="help")
        return engine.suggest(replace(maya, history=(given, other)), budget).scores["note"]

    assert worth(5) < worth(60) < worth(300)


def test_among_near_equals_the_one_longest_not_given_comes(only, entry, maya, budget):
    engine = only(entry(key="aa"), entry(key="bb"), entry(key="cc"), sampling=0.0, habit=0.0, scene_habit=0.0)
    seen = []
    for number in range(3):
        today = replace(maya, customer=number, day=maya.day + timedelta(days=number))
        decision = engine.suggest(today, budget, asked=True)
        seen.append(decision.suggestion.gesture.key)
        engine.observe(event(number + 1, EventKind.GIVEN, today, decision.mark))
    assert sorted(seen) == ["aa", "bb", "cc"]


def test_a_swap_sets_its_family_back_for_this_visit(only, entry, maya, budget):
    engine = only(
        entry(key="aa", prior=0.9),
        entry(key="bb", prior=0.6),
        entry(key="cc", family="help", prior=0.55),
        near_equal=0.0,
    )
    first = engine.suggest(maya, budget, asked=True).suggestion.gesture.key
    assert first == "aa"
    assert engine.suggest(replace(maya, refused_today=("aa",)), budget).suggestion.gesture.key == "cc"


def test_a_gesture_worth_too_little_is_not_suggested(only, entry, maya, budget):
    engine = only(entry(minutes=20.0))
    assert engine.suggest(maya, budget, asked=True).outcome is Outcome.NOTHING_FITS
    assert "would mean little" in engine.why_not("note", maya, budget)[0]


def test_the_budget_lasts_until_the_evening(engine, maya, budget):
    early = engine.suggest(replace(maya, hour=9), budget).chance
    late = engine.suggest(replace(maya, hour=17), budget).chance
    assert early < late


def test_the_chips_ticked_most_come_first(engine, maya, budget):
    for number in range(5):
        wet = replace(maya, customer=number, circumstances=frozenset({"rain"}))
        engine.observe(event(number + 1, EventKind.VISIT, wet, engine.suggest(wet, budget).mark))
    assert engine.likeliest_chips(["cold", "heavy", "rain"])[0] == "rain"


def test_the_words_of_an_occasion_come_with_the_suggestion(engine, maya, budget):
    rainy = replace(maya, circumstances=frozenset({"rain"}))
    found = engine.suggest(rainy, budget, asked=True).suggestion
    assert found.occasion_words == "it is raining"
    assert found.reason and found.say


def test_an_engine_of_a_trade_offers_nothing_of_another(starter, maya, budget):
    engine = Engine(starter, Policy(trade="wine"), seed=1)
    offered = set(engine.suggest(maya, budget).scores)
    assert all({"*", "wine"} & starter.get(key).trades for key in offered)


def test_a_mark_is_kept_as_text_and_read_again(engine, maya, budget):
    mark = engine.suggest(replace(maya, circumstances=frozenset({"rain"})), budget, asked=True).mark
    assert mark_from(mark_text(mark)) == mark
    assert mark_from("") == Mark()
    assert mark_from('{"hour": 9, "unheard_of": 1}') == Mark(hour=9)


def test_what_they_told_us_makes_a_gesture_fit(only, entry, maya, budget):
    engine = only(entry(key="bowl", fits=("spaniel",)), entry(key="card"), sampling=0.0)
    told = replace(maya, facts={"matters": "Her spaniel Bo."})
    found = engine.suggest(told, budget, asked=True).suggestion
    assert (found.gesture.key, found.occasion_words) == ("bowl", "it fits something they told us")


def test_a_snapshot_and_what_the_log_has_beyond_it_make_the_same_engine(starter, policy, engine, maya, budget):
    log = lived(engine, maya, budget, 40)
    number, text = engine.snapshot()
    assert 0 < number < engine.seen
    again = Engine.start(starter, policy, 7, text)
    for each in log[number:]:
        again.observe(each)
    assert again.state() == engine.state()


def test_an_undo_that_stands_in_the_log_after_the_snapshot_is_taken_in_twice_without_harm(
    starter, policy, engine, maya, budget
):
    log = lived(engine, maya, budget, 40)
    wrong = event(121, EventKind.GIVEN, replace(maya, day=log[-1].day), log[-1].mark)
    undo = event(122, EventKind.UNDONE, maya, undoes=121)
    later = lived(engine, replace(maya, day=log[-1].day), budget, 40, start=123)
    engine = Engine.replay(starter, policy, 7, [*log, wrong, undo, *later])
    number, text = engine.snapshot()
    assert number > 122
    again = Engine.start(starter, policy, 7, text)
    assert again.observe(undo)
    for each in later[number - 122 :]:
        again.observe(each)
    assert again.state() == engine.state()


@pytest.mark.parametrize("changes", [{"cups_day": 1.0}, {"noise_sd": 0.5}])
def test_what_was_learnt_by_other_limits_asks_for_a_replay(starter, policy, engine, changes):
    with pytest.raises(ValueError):
        Engine.start(starter, replace(policy, **changes), 7, engine.snapshot()[1])


def test_an_own_idea_is_a_gift_of_the_visit_and_no_suggestion_that_was_taken(engine, maya):
    idea = Mark(gesture="own_1", groups=("known", "rare", "noon"), cost=120)
    engine.observe(event(1, EventKind.GIVEN, maya, idea))
    engine.observe(event(2, EventKind.REACTION, maya, idea, reaction=Reaction.DELIGHTED))
    learnt = json.loads(engine.state())
    assert (learnt["accept"], learnt["family"], learnt["spent_money"]) == ({}, {}, 120)
    assert learnt["visits"]["4"]["given"] == 1


def test_a_visit_nobody_looked_at_counts_as_a_visit_and_not_as_a_poor_moment(engine, maya):
    engine.observe(event(1, EventKind.VISIT, maya, Mark(hour=10)))
    engine.observe(event(2, EventKind.VISIT, replace(maya, day=maya.day + timedelta(days=1)), Mark(hour=10)))
    learnt = json.loads(engine.state())
    assert (learnt["weights"], learnt["hours"]) == ([], {"10": 1.0})


def test_a_card_opened_after_the_visit_tells_what_it_looked_like(engine, maya, budget):
    mark = engine.suggest(maya, budget).mark
    engine.observe(event(1, EventKind.VISIT, maya, Mark(hour=10)))
    engine.observe(event(2, EventKind.SHOWN, maya, mark))
    assert json.loads(engine.state())["visits"]["4"]["groups"] == list(mark.groups)


def test_the_day_that_is_near_is_the_one_asked_about(only, entry, maya, budget):
    ask = entry(say="How was {event}?", needs=(("told_event", "coming_event"),), needs_facts=())
    dates = (
        NearDate(kind="event", month=9, day=1, label="the wedding"),
        NearDate(kind="event", month=3, day=8, label="the concert"),
    )
    found = only(ask).suggest(replace(maya, dates=dates), budget, asked=True).suggestion
    assert found.say == "How was the concert?"
