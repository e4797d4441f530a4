"""Whatever is typed or pasted into a field: kept exactly as far as it can be seen, or refused with a sentence."""

import json
from pathlib import Path

import pytest
from keyboard import CTRL, SHIFT, Key
from PySide6.QtWidgets import QApplication

from counter.models.database import TABLES
from counter.records.cleaning import clean_line, clean_text
from counter.ui.texts import counter as words
from counter.ui.widgets.editors import LineEditor, LinesEditor
from counter.ui.widgets.fields import Field
from counter.ui.widgets.timeline import TimelineRow

NAUGHTY = json.loads((Path(__file__).parents[1] / "data/naughty_strings/blns.json").read_text(encoding="utf-8"))
OURS = (
    "<b>bold</b><img src=x onerror=alert(1)><script>alert(1)</script>",
    "x" * 10_000,
    "Anna\x00\x07\x1b[2J\x7f\x9bKowalska",
    "\u202eevil\u202c \u2066hidden\u2069",
    "👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿❤️‍🔥👩🏽‍🍳",
    "'; DROP TABLE customer; --",
    "=HYPERLINK(\"http://example.com\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "An\u200bna\ufeff\u00ad",
    "%s %n {0} {name} $(reboot) `reboot`",
    "../../../../etc/passwd",
    "عبد الرحمن بن محمد 123 abc",
    "Z̸̡̛̫a̶l̵g̴o̷ " + "e\u0301\u0302\u0303\u0304" * 20,
    "one\u2028two\x85three\r\nfour",
    "\ud800\udfff\ufffe\uffff",
    "\x1b@\x1dV\x00\x1b!\x30",
)
FORMS = {
    "person": (Key.Key_N, CTRL), "return": (Key.Key_F2, None), "compliment": (Key.Key_F3, None),
    "compliment_paid": (Key.Key_F3, SHIFT), "complaint": (Key.Key_F4, None), "order": (Key.Key_F5, None),
    "note": (Key.Key_F7, None), "own_idea": (Key.Key_O, CTRL),
}  # fmt: skip


def editors(counter):
    """The text fields of the open form that can be seen."""
    form = counter.window.form()
    return [editor for kind in (LineEditor, LinesEditor) for editor in form.findChildren(kind) if editor.isVisible()]


def paste(keys, text):
    keys.press(Key.Key_A, CTRL)
    QApplication.clipboard().setText(text)
    keys.press(Key.Key_V, CTRL)


def batched(texts, size):
    return [texts[start : start + size] for start in range(0, len(texts), size)]


def problems(counter):
    form = counter.window.form()
    return {field for field in form.findChildren(Field) if field.problem()} if form else set()


def kept_texts():
    """Every text in the shop's file, those inside JSON too."""
    found = set()
    for table in TABLES:
        for row in table.select().tuples():
            found |= set(_texts(row))
    return found


def _texts(value):
    if isinstance(value, str):
        yield value
        if value[:1] in "[{":
            try:
                yield from _texts(json.loads(value))
            except ValueError:
                return
    elif isinstance(value, dict):
        yield from _texts([*value, *value.values()])
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
    elif hasattr(value, "name"):
        yield str(value.name)


def save_or_be_told(counter, keys):
    """Save; what is refused says why, and is emptied, until the rest is saved. Answers the texts that were saved."""
    for _ in range(4):
        typed = [(editor, _value(editor)) for editor in editors(counter)]
        keys.save()
        assert counter.window.message.message() != words.PROGRAM_FAULT
        if counter.window.form() is None:
            return [text for _, text in typed]
        wrong = problems(counter)
        assert wrong, "a form that stays says why"
        for field in wrong:
            assert len(field.problem()) > 10
            field.set_value("")
    return []


def _value(editor):
    return editor.text() if isinstance(editor, LineEditor) else editor.toPlainText()


def as_kept(text):
    """How a text may be kept: as one line, or as many."""
    return {clean(text, "text", 10_000) for clean in (clean_line, clean_text)}


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_hostile_texts_in_every_field_are_kept_exactly_or_refused_with_a_sentence(counter, keys, anna, form):
    key, modifier = FORMS[form]
    for hostile in OURS:
        if form == "person":
            counter.window.left.empty()
        keys.press(key, *((modifier,) if modifier else ()))
        for editor in editors(counter):
            editor.setFocus()
            paste(keys, hostile)
        saved = save_or_be_told(counter, keys)
        kept = kept_texts()
        for text in filter(None, saved):
            assert as_kept(text) & (kept | {""}), (form, hostile[:60])
        if counter.window.form() is not None:
            keys.press(Key.Key_Escape)


@pytest.mark.slow
def test_every_public_naughty_string_is_kept_as_a_note_and_shown_exactly(counter, keys, anna):
    for eight in batched(NAUGHTY, 8):
        keys.press(Key.Key_F7)
        paste(keys, "\n".join(eight))
        expected = clean_text(_value(editors(counter)[-1]), "text")
        keys.save()
        assert counter.window.form() is None
        assert counter.window.card.timeline[0].thing.text == expected
        assert any(row.line.text == expected for row in counter.window.findChildren(TimelineRow))


@pytest.mark.slow
def test_every_public_naughty_string_can_be_searched_for(counter, keys):
    for naughty in (*NAUGHTY, *OURS):
        paste(keys, naughty)
        assert counter.window.message.message() != words.PROGRAM_FAULT
    counter.window.left.empty()
    keys.type("anna")
    assert counter.window.left.found.chosen() is not None


def test_what_can_not_be_seen_in_a_name_is_told_beside_it_and_after_saving(counter, keys):
    keys.press(Key.Key_N, CTRL)
    keys.tab_to("Name")
    paste(keys, "An\u200bna\x07 Kowalska")
    keys.press(Key.Key_Tab)
    name = counter.window.form().findChild(Field, "field_name")
    assert name.editor.accessibleDescription() == "2 characters that can’t be seen are left out."
    keys.press(Key.Key_Return)
    assert counter.window.head.name.text() == "Anna Kowalska"
    assert counter.window.message.message().endswith("2 characters that can’t be seen are left out.")


def test_joiners_that_a_script_needs_stay_without_a_word(counter, keys):
    keys.press(Key.Key_N, CTRL)
    keys.tab_to("Name")
    paste(keys, "ක්‍රිෂාන්")
    keys.press(Key.Key_Return)
    assert counter.window.head.name.text() == "ක්‍රිෂාන්"
    assert "left out" not in counter.window.message.message()


STEPS = {"complaint": "Put right", "order": "They cancel"}


@pytest.mark.slow
@pytest.mark.parametrize("thing", STEPS)
def test_hostile_texts_in_a_step_of_what_is_open_are_kept_exactly_or_refused_with_a_sentence(
    counter, keys, anna, thing
):
    for hostile in OURS:
        keys.press(FORMS[thing][0])
        keys.type("The bread")
        keys.save()
        keys.press(Key.Key_F6)
        keys.choose("What happens now", STEPS[thing])
        for editor in editors(counter):
            editor.setFocus()
            paste(keys, hostile)
        saved = save_or_be_told(counter, keys)
        kept = kept_texts()
        for text in filter(None, saved):
            assert as_kept(text) & (kept | {""}), (thing, hostile[:60])
        if counter.window.form() is not None:
            keys.press(Key.Key_Escape)
        while counter.window.card.open:
            keys.press(Key.Key_Z, CTRL)
