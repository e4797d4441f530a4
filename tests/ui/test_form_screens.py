"""Pictures of every form in every look; nothing in them is cut, hidden, nameless or hard to read."""

import counter_scenes
import form_extremes as extremes
import form_scenes as scenes
import pytest
from stage import EMPTY, LONGEST, LOOKS, SCRIPTS, TYPICAL, settle

from counter.errors import FieldRefused
from counter.records.fields import FieldsRefused
from counter.ui.forms.make import make
from counter.ui.widgets.scroller import Scroller

ADVICE = ("Sat 14 Nov. Until Sun 14 Nov 2027.", "Two of these three came back on 20 Nov. You may still say yes.")
REFUSED, END = "refused", "end"
CONTENTS = (EMPTY, TYPICAL, END, REFUSED, LONGEST, SCRIPTS)


def refuse(form, name):
    form.show_problem(FieldsRefused(tuple(FieldRefused(*pair) for pair in scenes.REFUSED[name].items())))


def fill(form, name):
    form.restore(scenes.FILLED[name])
    form.say_draft("Draft kept, 10:42 Maya")
    if name in ("return", "order"):
        form.advise(ADVICE)
    if name == "person":
        form.show_same(counter_scenes.FOUND[:2])


def stuff(form, name, content):
    """Everything in it as long as can be."""
    form.restore(extremes.filled(name, extremes.SAID[content]))
    form.advise(extremes.ADVICE[content])
    if name == "person":
        form.show_same(extremes.SAME[content][:2])
    refuse(form, name)


def scroll_to_end(window):
    settle()
    for scroller in window.form().findChildren(Scroller):
        scroller.verticalScrollBar().setValue(scroller.verticalScrollBar().maximum())


def counter(card):
    def build():
        window = counter_scenes.window()
        window.show_card(card)
        return window

    return build


@pytest.mark.slow
@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("name", scenes.FILLED)
@pytest.mark.parametrize("stage", LOOKS, indirect=True, scope="module")
def test_every_form_can_be_read_in_every_look(name, content, stage):
    extreme = content in extremes.CARD
    card = extremes.CARD[content] if extreme else counter_scenes.card()
    window = stage.window(content if extreme else TYPICAL, counter(card))
    form = make(name, extremes.NEEDS[content] if extreme else scenes.NEEDS)
    window.open_form(form.frame, name)
    if content in (TYPICAL, END):
        fill(form, name)
    elif content == REFUSED:
        refuse(form, name)
    elif extreme:
        stuff(form, name, content)
    if content == END:
        scroll_to_end(window)
    assert stage.shoot(window, "forms", f"{name}-{content}", natural=not extreme) == []
