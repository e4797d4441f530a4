"""Pictures of the counter window in every look; nothing in them is cut, hidden, nameless or hard to read."""

from dataclasses import replace

import counter_extremes as extremes
import counter_scenes as scenes
import pytest
import slip_makers
from stage import EMPTY, LONGEST, LOOKS, SCRIPTS, TYPICAL

from counter.desk.print_queue import Queue
from counter.paper.fonts import Fonts
from counter.paper.layout import lay_out
from counter.records.entries import Saved
from counter.records.slips import PAPERS
from counter.ui.counter.extras_why import WhyNot
from counter.ui.counter.queue import QueuePanel
from counter.ui.counter.slip_panel import SlipOffer, SlipPanel
from counter.ui.help import HelpPanel
from counter.ui.texts import common
from counter.ui.texts.help import PAGES

LINES = ("Thank you for coming by in this rain. So good to see you.", "It is good to see you, every time you come.")
OFFER = SlipOffer(
    lines=LINES, kinds=(("thank_you", "Thank-you"), ("apology", "What we did")),
    languages=(("en", "English"), ("pl", "Polish")), printers=(("1", "Counter, 58 mm"), ("2", "Office")),
)  # fmt: skip
KEPT = ("Ania’s slip is kept and prints by itself when there is paper.", "The printer is out of paper.")
NAMES = {LONGEST: extremes.LONGEST_NAMES, SCRIPTS: extremes.OTHER_SCRIPTS}
SAID = {LONGEST: extremes.SENTENCE, SCRIPTS: extremes.ARABIC_SENTENCE}


def _typed(text, found):
    def scene(window, _fonts):
        window.show_today(scenes.today())
        window.search.setText(text)
        window.show_found(found)

    return scene


def _halted(window, _fonts):
    """Reading the names was stopped; who is looked for is not among those read."""
    window.left.all_read = False
    _typed("zzyzx", ())(window, _fonts)
    window.edges.set_reading(common.names_halted(12_500, 100_000), 0.1, common.GO_ON)
    window.edges.progress.show()


def _day(today):
    return lambda window, _fonts: window.show_today(today)


def _card(card):
    """One person, found among others; what was done last stands at the foot."""
    def scene(window, _fonts):
        _typed("anna kowals", scenes.FOUND)(window, _fonts)
        window.show_card(card)
        sentence = f"Return saved for \u2068{card.customer.name or 'someone'}\u2069: barley bread, exchanged."
        window.say(Saved(entry_id=1, customer_id=1, sentence=sentence))

    return scene


def _slip(card, offer, made, note=()):
    def scene(window, fonts):
        _card(card)(window, fonts)
        panel = SlipPanel()
        panel.show_offer(offer)
        if note:
            panel.show_note(*note)
        panel.show_sheet(lay_out(made, PAPERS["roll58"], fonts))
        window.open_form(panel, "slip")

    return scene


def _queue(card, queue):
    """Ctrl+P: one slip asks, one waits, one came out."""
    def scene(window, fonts):
        _card(card)(window, fonts)
        panel = QueuePanel(scenes.MOMENT)
        window.open_form(panel, "queue")
        panel.show_queue(queue)

    return scene


def _why(window, fonts):
    """“Why not …?”, with what speaks against each extra."""
    from owner_scenes import catalogue

    _card(scenes.card())(window, fonts)
    gestures = catalogue()[:7]
    against = ("She had one on Monday.", "Has nuts in it, and Jan is allergic.")
    window.open_form(WhyNot([(one, against[: 1 + number % 2]) for number, one in enumerate(gestures)]), "why_not")


def _taken_before(window, fonts):
    """Something is suggested today, and it is asked how the one of last time was taken."""
    _card(scenes.card(suggestion=replace(scenes.STARS_TODAY, before=scenes.STARS)))(window, fonts)
    assert window.right.extra.go_to_reactions()


def _help(page):
    def scene(window, fonts):
        _card(scenes.card())(window, fonts)
        HelpPanel(window).open(page)

    return scene


def _trouble(names):
    """Two printers are out of order, and something could not be saved."""
    def scene(window, fonts):
        _card(scenes.card())(window, fonts)
        window.top.set_shop(names[0])
        window.edges.show_staff(names[1], 1)
        window.edges.show_printer("Counter printer: no paper", 12, red=True)
        window.say_problem("The disk is full. What you typed stays here; make room, then Enter.")

    return scene


NOBODY_BY_THAT_NAME = _typed("zzyzx", ())
BUSY = scenes.card(open=(scenes.UNTOLD, scenes.PEARS), drafts=(scenes.DRAFT,), credit=1250)
UNKNOWN = scenes.card(
    scenes.customer("Peter O’Shea", called="", pronunciation="", address_form=""), visits=0, first_visit=None,
    last_visit=None, contacts=(), facts=(), near=(), household=(), timeline=(), suggestion=scenes.NONE_TODAY,
)  # fmt: skip
GOODWILL = replace(scenes.STARS_TODAY, goodwill=True, ask_first=True)
NOTHING = Queue(printers=scenes.QUEUE.printers[1:], waiting=(), out=())
SCENES = {
    ("find", EMPTY): NOBODY_BY_THAT_NAME,
    ("find", TYPICAL): _typed("anna kowals", scenes.FOUND),
    ("names-halted", TYPICAL): _halted,
    ("day", EMPTY): _day(scenes.quiet_day()),
    ("day", TYPICAL): _day(scenes.today()),
    ("card", EMPTY): _card(UNKNOWN),
    ("card", TYPICAL): _card(scenes.card()),
    ("busy", TYPICAL): _card(BUSY),
    ("name-enough", TYPICAL): _card(scenes.card(suggestion=scenes.NONE_TODAY)),
    ("given", TYPICAL): _card(scenes.card(suggestion=scenes.TAKEN)),
    ("taken-before", TYPICAL): _taken_before,
    ("goodwill", TYPICAL): _card(scenes.card(suggestion=GOODWILL, open=(scenes.UNTOLD,))),
    ("someone", EMPTY): _card(scenes.empty_card()),
    ("slip", EMPTY): _slip(scenes.empty_card(), OFFER, slip_makers.thank_you(name="")),
    ("slip", TYPICAL): _slip(scenes.card(), OFFER, slip_makers.thank_you(), KEPT),
    ("queue", EMPTY): _queue(scenes.card(), NOTHING),
    ("queue", TYPICAL): _queue(scenes.card(), scenes.QUEUE),
    ("why-not", TYPICAL): _why,
    ("trouble", TYPICAL): _trouble(("Blue Door Bakery", "Maya")),
    ("trouble", LONGEST): _trouble((extremes.SENTENCE[:80], extremes.UNBROKEN)),
    **{(f"help-{page}", TYPICAL): _help(page) for page in PAGES if not page.startswith("owner")},
    **{("card", name): _card(card) for name, card in extremes.CARDS.items()},
}  # fmt: skip
for content, names in NAMES.items():
    card = extremes.CARDS["longest" if content == LONGEST else "arabic"]
    SCENES |= {
        ("find", content): _typed("anna kowals", extremes.found(names, SAID[content])),
        ("day", content): _day(extremes.today(names, SAID[content])),
        ("slip", content): _slip(card, extremes.offer(names[0], SAID[content]), extremes.slip(names[0], SAID[content])),
        ("queue", content): _queue(card, extremes.queue(names[0])),
    }
NAMES_OF = {f"{scene}-{content}": (scene, content) for scene, content in SCENES}


@pytest.mark.slow
@pytest.mark.parametrize("scene", NAMES_OF)
@pytest.mark.parametrize("stage", LOOKS, indirect=True, scope="module")
def test_every_screen_of_the_counter_can_be_read_in_every_look(scene, stage, families):
    window = stage.window(scene, scenes.window)
    SCENES[NAMES_OF[scene]](window, Fonts(families[0]))
    natural = NAMES_OF[scene][1] in (EMPTY, TYPICAL)
    assert stage.shoot(window, "counter", scene, natural=natural) == []
    stage.close(scene)
