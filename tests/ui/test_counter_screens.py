"""Pictures of the counter window in every look; no text in them is squeezed."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent))
import counter_scenes as scenes  # noqa: E402
import slip_makers  # noqa: E402

from counter.paper.fonts import Fonts  # noqa: E402
from counter.paper.layout import lay_out  # noqa: E402
from counter.records.slips import PAPERS  # noqa: E402
from counter.ui.counter.queue import QueuePanel  # noqa: E402
from counter.ui.counter.slip_panel import SlipOffer, SlipPanel  # noqa: E402
from counter.ui.counter.window import CounterWindow  # noqa: E402
from counter.ui.widgets.text import Text  # noqa: E402

SHOTS = Path(__file__).parents[2] / "build" / "screens"
LOOKS = {
    f"{width}-{'dark' if dark else 'light'}{'-200' if scale > 1 else ''}": ({"dark": dark, "scale": scale}, width)
    for width, scale in ((1024, 1.0), (1366, 1.0), (1366, 2.0))
    for dark in (False, True)
} | {"1366-mirrored": ({"rtl": True}, 1366)}
LINES = ("Thank you for coming by in this rain. So good to see you.", "It is good to see you, every time you come.")


def find(window, fonts):
    window.show_today(scenes.today())
    window.search.setText("anna kowals")
    window.show_found(scenes.FOUND)


def day(window, fonts):
    window.show_today(scenes.today())


def quiet(window, fonts):
    window.show_today(scenes.quiet_day())


def card(window, fonts):
    find(window, fonts)
    window.show_card(scenes.card())


def wrong(window, fonts):
    find(window, fonts)
    window.show_card(scenes.card(open=(scenes.UNTOLD, scenes.PEARS), drafts=(scenes.DRAFT,), credit=1250))


def none(window, fonts):
    window.show_card(scenes.card(scenes.customer(scenes.ARABIC, called="Abu Omar"), suggestion=scenes.NONE_TODAY))


def given(window, fonts):
    window.show_card(scenes.card(scenes.customer(scenes.LONG), suggestion=scenes.TAKEN))


def someone(window, fonts):
    window.show_card(scenes.empty_card())


def slip(window, fonts):
    card(window, fonts)
    panel = SlipPanel()
    panel.show_offer(
        SlipOffer(
            lines=LINES, kinds=(("thank_you", "Thank-you"), ("apology", "What we did")),
            languages=(("en", "English"), ("pl", "Polish")), printers=(("1", "Counter, 58 mm"), ("2", "Office")),
        )
    )  # fmt: skip
    panel.show_note("Ania’s slip is kept and prints by itself when there is paper.", "The printer is out of paper.")
    panel.show_sheet(lay_out(slip_makers.thank_you(), PAPERS["roll58"], fonts))
    window.open_form(panel, "slip")


def squeezed(window):
    return [text.text() for text in window.findChildren(Text) if text.isVisible() and text.squeezed()]


def queue(window, fonts):
    """Ctrl+P: one slip asks, one waits, one came out."""
    window.show_card(scenes.card())
    panel = QueuePanel(scenes.MOMENT)
    window.open_form(panel, "queue")
    panel.show_queue(scenes.QUEUE)


SCENES = {scene.__name__: scene for scene in (find, day, quiet, card, wrong, none, given, someone, slip, queue)}


@pytest.mark.slow
@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("scene", SCENES)
def test_every_text_of_the_counter_has_the_room_it_needs(scene, name, look, families, qtbot):
    wishes, width = LOOKS[name]
    look(**wishes)
    window = CounterWindow(scenes.MOMENT)
    qtbot.addWidget(window)
    window.setFixedSize(width, 768)
    window.top.set_shop("Blue Door Bakery")
    window.edges.show_staff("Maya", 1)
    window.edges.show_printer("Printer ready", 0, red=False)
    window.show()
    qtbot.waitExposed(window)
    SCENES[scene](window, Fonts(families[0]))
    qtbot.wait(30)
    qtbot.waitUntil(lambda: squeezed(window) == [])
    SHOTS.mkdir(parents=True, exist_ok=True)
    assert window.grab().save(str(SHOTS / f"counter-{scene}-{name}.png"))
