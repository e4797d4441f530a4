"""The owner's window and the first start, filled: for tests and to be looked at."""

import json
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QColor, QImage, QPainter

from counter.gestures.catalogue import parse_catalogue
from counter.records.card import DayAtAGlance, OpenItem, OpenKind
from counter.records.countries import COUNTRIES
from counter.records.people import Role, Staff
from counter.records.slips import Printer, PrinterWay
from counter.settings import Settings
from counter.ui.first_run.page import FirstRun
from counter.ui.owner.lines import OwnerLine
from counter.ui.owner.window import OwnerWindow

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
DAY = DayAtAGlance(
    day=date(2026, 11, 26), visits=64, by_name=41, gestures=9, gesture_cost=620, day_budget=900, returns=3,
    complaints=2, put_right=1, needs=NEEDS,
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


def fill(window):
    """Fills every page, which closes what is open."""
    window.set_shop(SETTINGS.shop_name)
    window.top.set_when("Thu 26 Nov · 18:05")
    window.today.show_day(DAY, POUNDS)
    window.gestures.show_catalogue(catalogue(), POUNDS)
    window.lines.show_lines([*starter_lines(), *LINES[1:]])
    window.staff.show_staff(STAFF)
    window.shop.show_settings(SETTINGS)
    window.printers.printer_form.set_system_printers(["EPSON_TM_m30", "HP_LaserJet"])
    window.printers.show_printers(PRINTERS, 1)
    window.message.say("“A warm roll” now rests 60 days. Before, it was 30.")


def slip_picture():
    """Something like a slip, drawn by hand."""
    image = QImage(384, 560, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillRect(112, 240, 160, 160, QColor("black"))
    painter.end()
    return image


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
