"""Pictures of the owner's window, the first start and help, in every look; no text in them is squeezed."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from bring_scenes import columns, preview, somebody  # noqa: E402
from owner_scenes import EVENING, POUNDS, SETTINGS, first_run, owner_window, weighed  # noqa: E402

from counter.records.card import DayAtAGlance  # noqa: E402
from counter.ui.help import HelpPanel  # noqa: E402
from counter.ui.owner.window import OwnerWindow  # noqa: E402
from counter.ui.texts.owner import PAGES  # noqa: E402
from counter.ui.widgets.ring import FocusRing  # noqa: E402
from counter.ui.widgets.text import Text  # noqa: E402

SHOTS = Path(__file__).parents[2] / "build" / "screens" / "owner"
LOOKS = {
    "light": ({}, (1366, 768)), "dark": ({"dark": True}, (1366, 768)), "snug": ({}, (1024, 768)),
    "200": ({"scale": 2.0}, (1366, 768)), "rtl": ({"rtl": True}, (1366, 768)),
}  # fmt: skip


def _page(name):
    def scene():
        window = owner_window()
        window.show_page(name)
        return window

    return scene


def _form(name, row=None):
    def scene():
        window = owner_window()
        window.show_page(name)
        page = window.page()
        if row is None:
            page.new()
        else:
            page.table.selectRow(row)
            page.table.opened.emit(page.table.chosen_key())
        return window

    return scene


def _empty():
    window = OwnerWindow()
    day = DayAtAGlance(
        day=None, visits=0, by_name=0, gestures=0, gesture_cost=0, day_budget=1200, returns=0, complaints=0,
        put_right=0, needs=(),
    )  # fmt: skip
    window.today.show_day(day, POUNDS)
    return window


def _going_back():
    window = owner_window()
    window.show_page("backups")
    window.backups.show_weighed(weighed(), SETTINGS.here(EVENING))
    return window


def _salvage():
    window = owner_window()
    window.show_page("backups")
    window.backups.offer.show_offer(12)
    return window


def _help():
    window = owner_window()
    window.panel = HelpPanel(window)
    return window


def _with(act):
    def scene():
        window = owner_window()
        act(window)
        return window

    return scene


SCENES = {
    **{name: _page(name) for name, _ in PAGES},
    "gesture-form": _form("gestures", 4), "line-form": _form("lines"), "staff-form": _form("staff", 0),
    "printer-form": _form("printers"), "same-person-form": _form("same_person", 0),
    "bring-columns": _with(columns), "bring-preview": _with(preview), "one-person": _with(somebody),
    "going-back": _going_back, "salvage": _salvage, "empty": _empty, "help": _help, "first-run": first_run,
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("scene", SCENES)
def test_every_text_has_the_room_it_needs(scene, name, look, qtbot):
    wishes, size = LOOKS[name]
    look(**wishes)
    window = SCENES[scene]()
    ring = FocusRing(window)
    window.setFixedSize(*size)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    (window.page() if scene not in ("today", "first-run", "empty") else window).start()
    if scene == "help":
        window.panel.open("card")
    qtbot.waitUntil(ring.isVisible)
    SHOTS.mkdir(parents=True, exist_ok=True)
    assert window.grab().save(str(SHOTS / f"{scene}-{name}.png"))
    squeezed = [text.text() for text in window.findChildren(Text) if text.isVisible() and text.squeezed()]
    assert squeezed == []
