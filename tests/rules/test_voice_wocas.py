"""What stands in the weekly report, and who sits in the empty chair."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from counter.records.report import Voice, VoiceKind
from counter.voice import wocas
from counter.voice.index import Change
from counter.voice.times import Case, half_right
from counter.voice.trends import Week

DAY = date(2026, 11, 26)


def complaint(words, **about):
    return Voice(kind=VoiceKind.COMPLAINT, words=words, day=DAY, **about)


def praise(words, about=""):
    return Voice(kind=VoiceKind.COMPLIMENT, words=words, day=DAY, about=about)


def all_words(sections):
    return [line.words for section in sections for line in section.lines]


def test_the_chair_takes_what_is_open_first_then_what_is_told_more_often_then_the_longest():
    voices = [
        praise("Lovely"), complaint("Stale bread", theme="bread"), complaint("Long", open=True), praise("A long story"),
    ]  # fmt: skip
    offered = wocas.empty_chair(voices, up={"bread"})
    assert [voice.words for voice in offered] == ["Long", "Stale bread", "A long story"]


def test_nobody_sits_in_the_chair_twice_in_a_year():
    used = []
    for week in range(52):
        voices = [complaint("The same old story", open=True), praise(f"Something new {week}")]
        used.append(wocas.empty_chair(voices, used)[0].words)
    assert len(set(used)) == 52


def test_no_name_is_left_on_the_card():
    names = ("Ania Kowalska", "Zoë", "Li", "")
    said = "ANIA told Zoë that Ms Kowalska likes Liverpool; Li agreed."
    assert wocas.without_names(said, names) == "N. told N. that Ms N. likes Liverpool; N. agreed."


def test_a_message_in_small_letters_leaves_no_name_on_the_card_either():
    said = "anna told me mr kowalska was late, i will come back"
    assert wocas.without_names(said, ["Anna Kowalska"]) == "N. told me mr N. was late, i will come back"


@given(st.text(max_size=40), st.text("abß İé", min_size=2, max_size=6))
def test_a_name_is_found_wherever_it_stands_alone(around, name):
    plain = name.strip()
    masked = wocas.without_names(f"{around} {name} {around}", [name])
    assert len(plain) < 2 or plain not in masked.split()


def test_every_voice_but_the_one_in_the_chair_is_listed_once():
    week = [complaint("Cold coffee"), praise("Best rye", "Maya"), Voice(kind=VoiceKind.ANSWER, words="Fine", day=DAY)]
    older = [complaint("Loud music", open=True)]
    listed = all_words(wocas.sections(wocas.Said(week=tuple(week), older=tuple(older)), week[0]))
    assert sorted(filter(None, listed)) == ["Best rye", "Fine", "Loud music"]


def test_a_complaint_tells_what_is_known_and_what_is_not():
    known = complaint(
        "Cold", who="Ania", thing="complaint", cause="Machine off", remedy="New cup", told="at the counter"
    )
    asked = complaint("Stale", thing="complaint", asked="Ben by 30 Nov")
    notes = [line.note for line in wocas.sections(wocas.Said(week=(known, asked)), None)[0].lines]
    assert notes[0] == "26 Nov 2026 · Ania · cause: Machine off · put right: New cup · told: at the counter"
    assert notes[1] == "26 Nov 2026 · someone · cause asked of Ben by 30 Nov · not put right yet · not told yet"


def test_praise_is_counted_by_person_without_an_order_of_merit_and_complaints_never():
    week = (praise("So kind", "Tom"), praise("So fast", "Ben"), praise("So warm", "Tom"), praise("All of you", ""))
    lines = wocas.sections(wocas.Said(week=week), week[0])[3].lines
    assert [line.note for line in lines if not line.words] == ["Ben 1 · Tom 2"]
    wrongs = wocas.sections(wocas.Said(week=(complaint("Cold"),)), None)[0].lines
    assert all(line.words for line in wrongs)


def test_under_a_day_the_time_to_put_right_is_told_in_hours():
    cases = [Case(0.1)] * 8 + [Case(0.2), Case(0.3)]
    assert "half within 2 hours" in wocas.righted_tile([], half_right(cases)).detail
    assert "half within 3.0 days" in wocas.righted_tile([], half_right([Case(3)] * 9)).detail


def test_an_anonymous_voice_has_neither_name_nor_day():
    line = wocas.sections(wocas.Said(week=(Voice(kind=VoiceKind.ANSWER, words="Fine", day=DAY),)), None)[4].lines[0]
    assert (line.note, line.thing, line.thing_id) == ("without a name", "", None)


def test_themes_stand_by_how_often_they_were_told():
    quiet, loud = [Week(2, 100)] * 31, [*[Week(2, 100)] * 30, Week(9, 100)]
    bars = wocas.theme_bars({"bread": quiet, "queue": loud, "never": [Week(0, 100)] * 31})
    assert [(bar.theme, bar.now, bar.says) for bar in bars] == [("queue", 9, "more than usual"), ("bread", 2, "")]


def test_tiles_keep_quiet_where_little_is_known():
    assert wocas.index_tile(None, 3, Change.TOO_FEW).figure == "–"
    assert "too few to say" in wocas.righted_tile([], half_right([Case(3, open=True)])).detail
    assert wocas.waiting_tile([complaint("x")], DAY + timedelta(days=4)).detail == "the oldest for 4 days"
