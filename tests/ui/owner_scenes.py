"""The owner's window and the first start, filled: for tests and to be looked at."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, partial
from pathlib import Path
from zoneinfo import ZoneInfo

import slip_makers
from bring_scenes import fill_bring
from voices_scenes import fill_voices

from counter.gestures.catalogue import parse_boundaries, parse_catalogue
from counter.office import designs, ways_back
from counter.office.feedback_in import Run
from counter.paper.fonts import Fonts
from counter.paper.layout import lay_out
from counter.paper.paint import picture
from counter.records.about import About, Part
from counter.records.answers import TabletStands
from counter.records.backups import Backup, Facts, Loss, SecondPlace, Shelf, Weighed, Why
from counter.records.card import DayAtAGlance, OpenItem, OpenKind
from counter.records.countries import COUNTRIES
from counter.records.gestures import Boundary
from counter.records.giving import Giver, Group, Mirror, NeverGiven
from counter.records.here import Here
from counter.records.merging import FIELDS, Couple, Joined, Side
from counter.records.people import Role, Staff
from counter.records.slips import PAPERS, Printer, PrinterWay, SlipKind
from counter.settings import Settings
from counter.slips.wording import read_wording
from counter.ui.first_run.page import FirstRun
from counter.ui.owner.lines import OwnerLine
from counter.ui.owner.way_in import WayIn
from counter.ui.owner.window import OwnerWindow
from counter.ui.theme import current

ROOT = Path(__file__).parents[2]
POUNDS = COUNTRIES["GB"].money
SETTINGS = Settings(shop_name="Blue Door Bakery", phone="020 7946 0142", mail="hello@bluedoor.example", set_up=True)
STAFF = [
    Staff(1, "Maya", Role.OWNER, active=True),
    Staff(2, "Ben", Role.CASHIER, active=True),
    Staff(3, "王小明", Role.CASHIER, active=False),
]
PRINTERS = [
    Printer(id=1, name="Counter printer", way=PrinterWay.SYSTEM, target="EPSON_TM_m30", paper="roll80"),
    Printer(id=2, name="Slips as PDF", way=PrinterWay.PDF, target="/home/shop/slips", paper="a6"),
]
ROLL_PRINTER = Printer(id=0, name="Till", way=PrinterWay.NETWORK, target="192.168.1.40", paper="roll80")
ENGLISH = read_wording((ROOT / "resources" / "lines" / "en.json").read_text(encoding="utf-8"))
RUNS = [
    Run(number=2, name="answers.csv", at=datetime(2026, 11, 26, 9, tzinfo=UTC), count=12, standing=True),
    Run(number=1, name="", at=datetime(2026, 11, 25, 17, tzinfo=UTC), count=1, standing=False),
]
TABLET = TabletStands(on=True, url="http://192.168.1.20:8470/", addresses=("192.168.1.20", "10.0.0.4"))
LINES = [
    OwnerLine(number=0, language="en", occasion="plain", text="Thank you for coming in.", starter=True),
    OwnerLine(number=4, language="en", occasion="plain", text="The kettle is always on for you.", active=False),
    OwnerLine(number=5, language="ar", occasion="plain", text="أهلا وسهلا بك دائما."),
]


def need(number, **rest):
    """Something open."""
    usual = {"kind": OpenKind.COMPLAINT, "customer_id": number, "name": "", "title": "Still open", "red": False}
    return OpenItem(**{"thing_id": number, "sentence": "", "tag": "today", **usual, **rest})


NEEDS = (
    need(
        1, kind=OpenKind.CAUSE, sentence="“Why?” on the name on the cake: ask Ben, who wrote it", tag="tomorrow"
    ),
    need(2, name="الشيخ عبد الرحمن بن محمد", sentence="The card reader failed twice.", tag="since 9:15", red=True),
    need(
        3, kind=OpenKind.ORDER, name="Jonas Lindqvist", title="Seed loaf", sentence="Late.", tag="late since Tue"
    ),
)
GROUPS = (
    Group(name="known", visits=2210, given=290, of_its_due=0.94),
    Group(name="walk-in", visits=900, given=140, of_its_due=1.1),
    Group(name="often", visits=1400, given=190, of_its_due=0.97),
    Group(name="evening", visits=610, given=70, of_its_due=0.82),
)  # fmt: skip
MIRROR = Mirror(
    since=date(2026, 8, 27), visits=3110, given=430, groups=GROUPS,
    givers=(Giver(name="Maya", given=260, groups=GROUPS), Giver(name="王小明", given=170, groups=GROUPS[:2])),
    never=(NeverGiven(customer_id=3, name="Jonas Lindqvist", visits=14, last=date(2026, 11, 24)),),
)  # fmt: skip
DAY = DayAtAGlance(
    day=date(2026, 11, 26), visits=64, by_name=41, gestures=9, gesture_cost=620, day_budget=900, returns=3,
    complaints=2, put_right=1, needs=NEEDS,
)  # fmt: skip



def side(number, name, **more):
    """One record of two."""
    fields = dict.fromkeys(FIELDS, "") | {"name": name, "company": more.pop("company", "")}
    made = datetime(2025, 3, 1, 9, 0, tzinfo=UTC)
    kept = {"visits": 0, "last_visit": None, "contacts": (), "facts": ()} | more
    return Side(customer_id=number, fields=fields, created_at=made, **kept)


HERE_AND_NOW = Here(datetime(2026, 11, 26, 18, 5, tzinfo=UTC), ZoneInfo("Europe/London"), COUNTRIES["GB"])
COUPLES = [
    Couple(
        kept=side(1, "Anna Kowalska", visits=31, last_visit=date(2026, 11, 24), contacts=("07700 900142",), things=40,
                  company="Mill Lane Café", facts=("spaniel called Bruno", "no nuts"), credit=640),
        other=side(2, "Ania Kowalska", visits=2, last_visit=date(2026, 10, 3), contacts=("+44 7700 900142",), things=3,
                   company="The Mill Lane"),
        score=0.97, why="same phone, similar names",
    ),
    Couple(
        kept=side(3, "الشيخ عبد الرحمن بن محمد", visits=4), other=side(4, "Abdulrahman bin Mohammed al-Sheikh"),
        score=0.6, why="same e-mail, similar names",
    ),
]  # fmt: skip
JOINED = [Joined(entry_id=9, kept=5, name="Jonas Lindqvist", other_name="Jonas Lindquist", day=date(2026, 6, 2))]
LGPL = (ROOT / "build" / "licences" / "LGPL-3.0.txt").read_text(encoding="utf-8")
ABOUT = About(
    version="0.1.0", data="/home/shop/.local/share/Counter", notices="/usr/lib/counter/_internal/licences",
    parts=(
        Part("PyInstaller bootloader", "6.22.3", "GPL-2.0-or-later WITH Bootloader-exception", "Used as it is."),
        Part("Qt", "6.11.3", "LGPL-3.0-only", LGPL), Part("Noto fonts", "", "OFL-1.1", "The SIL Open Font License"),
    ),
)  # fmt: skip

EVENING = datetime(2026, 11, 26, 18, 5, tzinfo=UTC)


def backup(number, ago, why, **rest):
    """A backup of a busy bakery, made so long ago."""
    facts = Facts(
        at=EVENING - ago, why=why, rows=61_240 + number, people=812, entries=4_310 + number, newest=number, op="",
        size=1,
    )  # fmt: skip
    path = Path(f"/home/shop/backups/shop-{number:06d}.counter.gz")
    return Backup(path=path, number=number, facts=facts, verified=True, **rest)


SHELF = Shelf(
    backups=(
        backup(412, timedelta(minutes=21), Why.BY_ITSELF), backup(411, timedelta(minutes=51), Why.BY_ITSELF),
        replace(backup(409, timedelta(hours=2), Why.ASKED), verified=False),
        backup(405, timedelta(days=1), Why.CLOSE), backup(320, timedelta(days=40), Why.UPDATE, away=True),
    ),
    place=SecondPlace(folder="/media/shop/STICK", seen=date(2026, 11, 25), here=True),
)  # fmt: skip
LOSS = Loss(
    entries=9,
    newest=(
        (EVENING - timedelta(minutes=4), "Return saved for \u2068Jonas\u2069: 3 cinnamon buns."),
        (EVENING - timedelta(minutes=9), "\u2068الشيخ عبد الرحمن بن محمد\u2069 is new here."),
        (EVENING - timedelta(minutes=12), "Noted for \u2068Anna Kowalska\u2069."),
    ),
)  # fmt: skip


def weighed():
    """One that was looked through, nine entries older than the shop's file."""
    there = Path("/home/shop/backups/chosen.counter")
    return Weighed(
        source=there, prepared=there, people=812, entries=4_301, rows=61_000, at=EVENING - timedelta(minutes=51),
        loss=LOSS,
    )  # fmt: skip


@lru_cache
def catalogue():
    """What comes with the program, one entry switched off."""
    text = (ROOT / "resources" / "gestures" / "catalogue.json").read_text(encoding="utf-8")
    first, *rest = parse_catalogue(text).gestures
    return [replace(first, active=False), *rest]


def starter_lines(language="en"):
    """The lines that come with the program."""
    kept = json.loads((ROOT / "resources" / "lines" / f"{language}.json").read_text(encoding="utf-8"))
    return [
        OwnerLine(number=0, language=language, occasion=occasion, text=text, starter=True)
        for occasion, texts in kept["lines"].items()
        for text in texts
    ]


def owner_window():
    """Every page filled."""
    window = OwnerWindow()
    fill(window)
    return window


def boundaries():
    """The list that came with the program, one of them not offered, and one of the shop's own."""
    came = parse_boundaries((ROOT / "resources" / "gestures" / "boundaries.json").read_text(encoding="utf-8"))
    own = Boundary(key="own_1", label="no chocolate", blocks=frozenset({"caffeine", "sugar", "dairy"}))
    return [*(replace(one, offered=key != "latex") for key, one in came.items()), own]


def fill(window):
    """Fills every page, which closes what is open."""
    window.set_shop(SETTINGS.shop_name)
    window.top.set_when("Thu 26 Nov · 18:05")
    window.today.show_day(DAY, POUNDS)
    window.gestures.show_catalogue(catalogue(), POUNDS)
    window.giving.show_mirror(MIRROR)
    window.boundaries.show_boundaries(boundaries())
    fill_voices(window, current().sans)
    window.lines.show_lines([*starter_lines(), *LINES[1:]])
    window.staff.show_staff(STAFF)
    window.shop.show_settings(SETTINGS)
    window.printers.printer_form.set_system_printers(["EPSON_TM_m30", "HP_LaserJet"])
    window.printers.show_printers(PRINTERS, 1)
    show_slips(window.slips)
    window.printers.preview.show_sheet(window.slips.preview.sheet)
    window.ways_back.slip_part.show_settings(SETTINGS, partial(ways_back.shown, wordings={"en": ENGLISH}))
    window.ways_back.told_part.show_runs(RUNS, ZoneInfo("Europe/London"))
    window.ways_back.tablet_part.show_stands(TABLET)
    fill_bring(window)
    window.same_person.show_couples(COUPLES, HERE_AND_NOW, POUNDS)
    window.same_person.show_joined(JOINED, HERE_AND_NOW)
    window.about.show_about(ABOUT)
    window.backups.show_shelf(SHELF, SETTINGS.here(EVENING))
    window.message.say("“A warm roll” now rests 60 days. Before, it was 30.")


def show_slips(page, kind=SlipKind.THANK_YOU, name="Ania", **changes):
    """The page of slip designs with a preview as its control would hand it in."""
    offers = designs.every(SETTINGS)
    page.show_designs(offers, "roll80")
    texts = (file.read_text(encoding="utf-8") for file in sorted((ROOT / "resources" / "lines").glob("*.json")))
    wordings = {wording.language: wording for wording in map(read_wording, texts)}
    made_for = designs.Specimen(settings=SETTINGS, wordings=wordings, day=DAY.day, name=name)
    design = replace(next(offer.design for offer in offers if offer.kind is kind), **changes)
    families = json.loads((ROOT / "resources" / "fonts" / "families.json").read_text(encoding="utf-8"))["sans"]
    page.show_sheet(lay_out(designs.made_up(made_for, kind, design), PAPERS["roll80"], Fonts(tuple(families))))


def slip_picture():
    """The thank-you of a shop that has only just got its name."""
    made = slip_makers.thank_you(gesture="A warm roll for the way.")
    return picture(lay_out(made, PAPERS["roll80"], Fonts(current().sans)))


NEWER = (
    "This shop file was made by a newer Counter (format 9; this program knows 3). Update Counter, then start it again: "
    "nothing was changed."
)


def way_in(shelf=SHELF, said=NEWER):
    """A start at which the shop's file is refused."""
    window = WayIn(said)
    window.page.show_shelf(shelf, SETTINGS.here(EVENING))
    return window


def first_run():
    """The first start, half filled."""
    page = FirstRun(Settings())
    page.set_gesture_counts({"bakery": 55})
    page.set_printers(["EPSON_TM_m30"], "EPSON_TM_m30")
    page.set_preview(slip_picture(), "Blue Door Bakery, Ania, thank you")
    page.fields.field("shop_name").set_value("Blue Door Bakery")
    page.fields.field("mail").set_value("hello@bluedoor.example")
    page.findChild(object, "staff_1").setText("Maya")
    page.findChild(object, "staff_2").setText("Ben")
    return page
