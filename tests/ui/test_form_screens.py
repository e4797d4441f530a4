"""Pictures of every form in every look; no text in them is squeezed."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent))
import counter_scenes  # noqa: E402
import form_scenes as scenes  # noqa: E402

from counter.errors import FieldRefused  # noqa: E402
from counter.records.fields import FieldsRefused  # noqa: E402
from counter.ui.counter.window import CounterWindow  # noqa: E402
from counter.ui.forms.make import make  # noqa: E402
from counter.ui.widgets.text import Text  # noqa: E402

SHOTS = Path(__file__).parents[2] / "build" / "screens"
LOOKS = {
    "light": ({}, 1366), "dark": ({"dark": True}, 1366), "1024": ({}, 1024), "200": ({"scale": 2.0}, 1366),
}  # fmt: skip
ADVICE = ("Sat 14 Nov. Until Sun 14 Nov 2027.", "Two of these three came back on 20 Nov. You may still say yes.")


def settle():
    """Lets what grew push what stands around it, and that again what stands around it."""
    for _ in range(4):
        QApplication.processEvents()


def refuse(form, name):
    form.show_problem(FieldsRefused(tuple(FieldRefused(*pair) for pair in scenes.REFUSED[name].items())))


@pytest.mark.slow
@pytest.mark.parametrize("look_name", LOOKS)
@pytest.mark.parametrize("state", ["empty", "filled", "refused"])
@pytest.mark.parametrize("name", scenes.FILLED)
def test_every_form_can_be_read_in_every_look(name, state, look_name, look, qtbot):
    wishes, width = LOOKS[look_name]
    look(**wishes)
    window = CounterWindow(counter_scenes.MOMENT)
    qtbot.addWidget(window)
    window.resize(width, 768)
    window.show()
    qtbot.waitExposed(window)
    window.show_card(counter_scenes.card())
    form = make(name, scenes.NEEDS)
    window.open_form(form.frame, name)
    if state == "filled":
        form.restore(scenes.FILLED[name])
        if name in ("return", "order"):
            form.advise(ADVICE)
    elif state == "refused":
        refuse(form, name)
    settle()
    SHOTS.mkdir(parents=True, exist_ok=True)
    assert window.grab().save(str(SHOTS / f"form-{name}-{state}-{look_name}.png"))
    assert [text.text() for text in window.findChildren(Text) if text.isVisible() and text.squeezed()] == []
