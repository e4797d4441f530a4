"""A name with a letter that none of our fonts has: the cashier reads it before anything is printed."""

from keyboard import CTRL, Key

from counter.ui.texts.slip import cannot_show
from counter.ui.widgets.text import Text

UGARITIC = "\U00010380\U00010381"


def shown(panel):
    return " ".join(text.text() for text in panel.findChildren(Text) if text.isVisible())


def test_a_letter_that_would_not_print_is_told_before_the_slip_is_made(counter, keys):
    keys.focus.insert(f"Anna {UGARITIC}")
    keys.press(Key.Key_N, CTRL)
    keys.press(Key.Key_Return)
    before = set(counter.folders.slips.glob("*.pdf"))
    keys.press(Key.Key_F9)
    panel = counter.window.form()
    assert cannot_show(" ".join(UGARITIC)) in shown(panel)
    assert set(counter.folders.slips.glob("*.pdf")) == before


def test_a_name_in_a_script_that_we_have_warns_of_nothing(counter, keys):
    keys.focus.insert("श्रीमती त्रिवेदी")
    keys.press(Key.Key_N, CTRL)
    keys.press(Key.Key_Return)
    keys.press(Key.Key_F9)
    assert cannot_show("").split(":")[0] not in shown(counter.window.form())
