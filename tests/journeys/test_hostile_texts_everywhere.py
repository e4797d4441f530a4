"""Hostile texts in every text field that the windows have: the fields are counted from the widgets themselves."""

import logging
from itertools import count

import pytest
from keyboard import ALT, CTRL, Key, Keyboard
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import isValid
from test_hostile_texts import FORMS, OURS, STEPS, as_kept, editors, kept_texts, paste, save_or_be_told

from counter.models import things
from counter.models.tables_people import ConsentRow
from counter.office import shop as settings_kept
from counter.records.cleaning import clean_line, clean_text
from counter.ui.forms.make import NAMES
from counter.ui.owner.window import OwnerWindow
from counter.ui.texts import one_person, ways_back
from counter.ui.texts.counter import PROGRAM_FAULT
from counter.ui.texts.owner import PAGES
from counter.ui.texts.shop import WAYS
from counter.ui.theme import Tone
from counter.ui.widgets.chips import Chip
from counter.ui.widgets.editors import LineEditor, LinesEditor
from counter.ui.widgets.fields import Field
from counter.ui.widgets.text import Text
from counter.voice import codes

pytestmark = pytest.mark.slow
# forms that are opened in another way than by one key on a card; a follow-up is the note's form
OTHERS = {"tell": STEPS, "follow_up": FORMS["note"], "credit": "Ctrl+B", "feedback": "a slip's code"}
# what brings a field of the owner's window to light beside Ctrl+N and the chips
MORE_KEYS = {"inbox": Key.Key_T, "wrongs": Key.Key_Y}
# they stand there only after somebody was found, or a way was chosen that has a template; each has a test of its own
APART = {"purpose", "wording", "template"}
# each text has a figure of its own, so that what one field keeps is not taken for what another does
FIGURES = count(1000)
# fields of which nothing is kept: somebody or something is looked for, or a message of which only what is read is kept
LOOKED_FOR = {"find_gesture", "who_asks", "pasted"}
# fields of words, of which some at least are kept exactly: the rest are figures, days and addresses
KEPT = {
    "change", "product", "themes", "title", "why", "say", "label", "text", "closing", "header", "name", "shop_name",
    "address",
}  # fmt: skip
# what is put in the place of what was refused, where nothing stood before
RIGHT = {"sold": "12", "cost": "0", "minutes": "1", "rests": "30", "year": "3"}


def test_no_form_is_forgotten():
    assert sorted(FORMS | OTHERS) == sorted(NAMES)


def test_hostile_texts_in_the_words_given_back_are_kept_exactly_or_refused_with_a_sentence(counter, keys, anna):
    for hostile in OURS:
        keys.press(Key.Key_F9)
        keys.press(Key.Key_Return)
        counter.window.left.empty()
        counter.window.search.setFocus()
        keys.type(codes.show(things.last_slip().code))
        keys.press(Key.Key_Return)
        assert counter.window.form() is not None
        for editor in editors(counter):
            editor.setFocus()
            paste(keys, hostile)
        for text in filter(None, save_or_be_told(counter, keys)):
            assert as_kept(text) & (kept_texts() | {""}), hostile[:60]
        if counter.window.form() is not None:
            keys.press(Key.Key_Escape)


def test_hostile_texts_where_store_credit_is_used_are_refused_with_a_sentence_and_the_credit_stays(counter, keys):
    for hostile in OURS:
        keys.press(Key.Key_B, CTRL)
        for editor in editors(counter):
            editor.setFocus()
            paste(keys, hostile)
        keys.save()
        form = counter.window.form()
        assert form is not None
        assert any(len(field.problem()) > 10 for field in form.findChildren(Field))
        keys.press(Key.Key_Escape)


@pytest.fixture
def owner(counter, keys, qtbot):
    """The owner's window of the program itself, over a shop that has seen a year."""
    keys.press(Key.Key_F10)
    qtbot.waitUntil(lambda: _owners() is not None)
    yield _owners()
    counter.main.setFocus()


def _owners():
    return next((one for one in QApplication.topLevelWidgets() + QApplication.allWidgets()
                 if isinstance(one, OwnerWindow) and one.isVisible()), None)  # fmt: skip


def fields_of(widget):
    """Every place of ours to type into, seen or not."""
    return {one for kind in (LineEditor, LinesEditor) for one in widget.findChildren(kind) if not one.isReadOnly()}


def stuff(page, text, but=frozenset()):
    """The text into all that can be seen but these, into each with a figure of its own: field → what it then holds."""
    seen = {one for one in fields_of(page) if one.isVisible() and one.isEnabled()} - set(but)
    for one in seen:
        fill(one, f"{text[:9990]} {next(FIGURES)}")
    return {one: typed_in(one) for one in seen if isValid(one)}


def typed_in(editor):
    return editor.text() if isinstance(editor, LineEditor) else editor.toPlainText()


def save(page, typed, before, qtbot):
    """Ctrl+Enter in every form; what is refused is put right and the rest saved. Answers the sentences that say why."""
    said = set()
    for _ in range(5):
        wrong = set()
        for editor in {form_of(one, page): one for one in typed if isValid(one) and one.isVisible()}.values():
            editor.setFocus()
            qtbot.keyClick(editor, Key.Key_Return, CTRL)
            QApplication.processEvents()
            put_dialogs_away(page)  # a place on disk that a page asks for is left
            said |= red_sentences(page)
            wrong |= {one for one in page.findChildren(Field) if one.isVisible() and one.problem()}
        for one in wrong:
            put_right(one, before)
        if not wrong:
            break
    return said


def red_sentences(page):
    """What stands in red beside a field, at a form's foot or in the message: each is a sentence."""
    texts = [one for one in page.window().findChildren(Text) if one.isVisible() and one.text()]
    return {one.text() for one in texts if one._wording.tone is Tone.RED and len(one.text()) > 10}


def form_of(widget, page):
    while widget is not page and not hasattr(widget, "saved"):
        widget = widget.parentWidget()
    return widget


def put_right(field, before):
    """The first of the choices, or the figure that fits, or what stood there at first."""
    chip = next((one for one in field.editor.findChildren(Chip) if one.isVisible()), None)
    if chip is not None:
        chip.click()
    else:
        fill(field.editor, RIGHT.get(field.spec.name, before.get(field.editor, "")))


def put_dialogs_away(page):
    for dialog in page.window().findChildren(QFileDialog):
        dialog.close()


def uncover(page, text):
    """What the chips of a page bring to light, filled."""
    seen = {}
    for chip in [one for one in page.findChildren(Chip) if one.isVisible()]:
        if isValid(chip) and chip.isVisible() and fields_of(page) - set(seen):
            chip.click()
            seen |= stuff(page, text, seen)
    return seen


def begin(page, qtbot):
    """The form of the page, or what else its key opens."""
    if page.name in MORE_KEYS:
        qtbot.keyClick(QApplication.focusWidget(), MORE_KEYS[page.name], CTRL)
    else:
        page.new()
        put_dialogs_away(page)


def walk(page, hostile, before, qtbot):
    """The page and its form, filled and saved: field → kept, or whether it was said why not."""
    outcome, typed = {}, {}
    for opened in (False, True):
        if opened:
            begin(page, qtbot)
        for one in fields_of(page):
            before.setdefault(one, typed_in(one))
        if opened and not shown_anew(page, typed):
            break
        typed = stuff(page, hostile)
        names = {one: one.objectName() for one in typed}
        said = save(page, typed, before, qtbot)
        stored = kept_texts()
        outcome |= {names[one]: "kept" if is_kept(text, stored) else said for one, text in typed.items()}
    return outcome


def shown_anew(page, typed):
    return {one for one in fields_of(page) if one.isVisible() and one.isEnabled()} - set(typed)


def is_kept(text, stored):
    """As one text of many lines or of one, or each line of it as a thing of its own."""
    lines = [clean_line(line, "line", 10_000) for line in text.splitlines() if line.strip()]
    return bool(as_kept(text) & stored) or " ".join(lines) in stored or set(lines) <= stored


def test_the_fields_of_the_owners_window_keep_hostile_texts_exactly_or_say_why_not(owner, qtbot, caplog):
    pages = [owner.page(name) for name, _label in PAGES]
    left, kept, lost = {one.objectName() for one in fields_of(owner)}, set(), set()
    for turn, page in enumerate(page for page in pages if fields_of(page)):
        owner.show_page(page.name)
        before = {}
        for number, hostile in enumerate(OURS[turn % 4 :: 4]):  # the next page gets others
            owner.message.quiet()
            page.start()
            outcome = walk(page, hostile, before, qtbot)
            kept |= {name for name, what in outcome.items() if what == "kept"}
            lost |= {(page.name, name, number) for name, what in outcome.items() if not what}
            left -= set(outcome)
            if number == 0:
                begin(page, qtbot)
                left -= {one.objectName() for one in uncover(page, hostile)}
            assert owner.message.message() != PROGRAM_FAULT, (page.name, hostile[:60])
            qtbot.keyClick(QApplication.focusWidget() or page, Key.Key_Escape)
    assert {name for _, name, _ in lost} == LOOKED_FOR
    assert kept >= KEPT
    assert left == APART
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


def fill(editor, text):
    """The text in the place of what stands there."""
    editor.setFocus()
    editor.selectAll()
    QApplication.clipboard().setText(text)
    editor.paste()


def test_what_somebody_agrees_to_is_kept_exactly_or_refused_with_a_sentence(counter, keys, anna, qtbot):
    keys.press(Key.Key_K, ALT)
    qtbot.waitUntil(lambda: _owners() is not None)
    part = _owners().page().consent
    hands, kept = Keyboard(qtbot, _owners()), []
    for number, hostile in enumerate(OURS):
        fill(part.purpose.editor, f"{hostile} {number}")
        fill(part.wording.editor, f"{hostile} in which words")
        hands.choose(one_person.CONSENT_SAYS, one_person.YES)
        typed = part.purpose.value(), part.wording.value()
        part.keep.setFocus()
        hands.press(Key.Key_Return)
        told = part.purpose.problem() or part.wording.problem()
        if told:
            assert len(told) > 10
        else:
            kept.append((clean_line(typed[0], ""), clean_text(typed[1], "")))
    stored = ConsentRow.select(ConsentRow.purpose, ConsentRow.wording).order_by(ConsentRow.id).tuples()
    assert list(stored)[-len(kept) :] == kept
    assert len(kept) == len(OURS) - 1, "all but the one that is too long"


def test_the_address_that_a_slip_opens_is_kept_exactly_or_refused_with_a_sentence(owner, qtbot):
    owner.show_page("ways_back")
    part = owner.page().slip_part
    hands, kept = Keyboard(qtbot, owner), [""]
    part.way.editor.setFocus()
    hands.choose(ways_back.WAY, WAYS["form"])
    for hostile in (*OURS, "<script>'--"):
        for typed in (hostile, f"https://shop.example/{{code}}/{hostile}"):
            fill(part.template.editor, typed)
            hands.press(Key.Key_Return)
            if not part.template.problem():
                kept.append(typed)
            assert len(part.template.problem()) > 10 or not part.template.problem()
            assert settings_kept.load().template == kept[-1]
    used = ('=HYPERLINK("http://example.com")', "../../../../etc/passwd", "<script>'--")
    assert kept[1:] == [f"https://shop.example/{{code}}/{hostile}" for hostile in used]
