"""Pictures of all widgets, in every look; and no text in them is squeezed."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from gallery import Counter, Owner, complaint_form, return_form  # noqa: E402

from counter.ui.widgets.text import Text  # noqa: E402

SHOTS = Path(__file__).parents[2] / "build" / "screens" / "widgets"
LOOKS = {
    "light": ({}, 1366), "dark": ({"dark": True}, 1366), "snug": ({}, 1024), "200": ({"scale": 2.0}, 1366),
    "rtl": ({"rtl": True}, 1366), "125": ({"scale": 1.25}, 1366), "rtl-200": ({"rtl": True, "scale": 2.0}, 1366),
}  # fmt: skip
SCENES = {
    "card": lambda width: Counter(width=width),
    "nobody": lambda width: Counter(width=width, extra="none"),
    "return": lambda width: Counter(width=width, form=return_form),
    "complaint": lambda width: Counter(width=width, form=complaint_form),
    "owner": lambda width: Owner(width=width),
}
FOCUS = {"return": "amount", "complaint": "remedy", "owner": "gestures"}


@pytest.mark.slow
@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("scene", SCENES)
def test_every_text_has_the_room_it_needs(scene, name, look, qtbot):
    wishes, width = LOOKS[name]
    look(**wishes)
    window = SCENES[scene](width)
    qtbot.addWidget(window)
    window.show()
    if scene in ("return", "complaint"):
        window.form.validate()
    qtbot.waitExposed(window)
    window.findChild(object, FOCUS.get(scene, "search")).setFocus()
    qtbot.waitUntil(window.ring.isVisible)
    SHOTS.mkdir(parents=True, exist_ok=True)
    assert window.grab().save(str(SHOTS / f"{scene}-{name}.png"))
    squeezed = [text.text() for text in window.findChildren(Text) if text.isVisible() and text.squeezed()]
    assert squeezed == []
