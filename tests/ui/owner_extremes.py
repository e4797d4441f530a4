"""The owner's window with nothing in it yet, and with the longest names, words without an end and other scripts."""

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import bring_scenes as bring
import owner_scenes as usual
import voices_scenes as voices
from counter_extremes import ARABIC_SENTENCE, LONGEST_NAMES, OTHER_SCRIPTS, PLACE, SENTENCE

from counter.office.keeping import USUAL, Look
from counter.records.about import About
from counter.records.answers import TabletStands
from counter.records.backups import SecondPlace, Shelf
from counter.records.card import DayAtAGlance
from counter.records.giving import Mirror
from counter.records.people import Candidate
from counter.ui.owner.inbox import InboxShown
from counter.ui.owner.window import OwnerWindow
from counter.ui.theme import current

LONDON = ZoneInfo("Europe/London")
NOTHING = DayAtAGlance(
    day=usual.DAY.day, visits=0, by_name=0, gestures=0, gesture_cost=0, day_budget=1200, returns=0, complaints=0,
    put_right=0, needs=(),
)  # fmt: skip
NO_TIME = voices.HalfRight(days=None, low=None, high=None)
# content → the names of everybody, and what everybody says
SAID = {"longest": (LONGEST_NAMES, f"{SENTENCE} {PLACE}"), "scripts": (OTHER_SCRIPTS, ARABIC_SENTENCE)}


def empty_window():
    """The first evening: nothing happened, nobody is known, nothing was set up."""
    window = OwnerWindow()
    window.set_shop("Our shop")
    window.top.set_when("Thu 26 Nov · 18:05")
    window.today.show_day(NOTHING, usual.POUNDS)
    window.gestures.show_catalogue([], usual.POUNDS)
    window.boundaries.show_boundaries(())
    window.giving.show_mirror(Mirror(since=usual.MIRROR.since, visits=0, given=0, groups=(), givers=(), never=()))
    report = voices.shown().report
    sections = tuple(replace(one, lines=(), nothing="Nothing was told.") for one in report.sections)
    still = replace(report, chair=None, bands=(), themes=(), sections=sections)
    window.voices.show_week(voices.shown(report=still, offered=(), asked=""), current().sans)
    window.inbox.show_inbox(InboxShown(waiting=(), today=voices.MONDAY, themes=()))
    window.wrongs.show_overview(voices.Overview(wrongs=(), took=NO_TIME, cases=0, staff=()))
    window.lines.show_lines([])
    window.staff.show_staff([])
    window.shop.show_settings(usual.Settings())
    window.printers.show_printers([], None)
    usual.show_slips(window.slips)
    window.ways_back.slip_part.show_settings(usual.Settings(), _shown)
    window.ways_back.told_part.show_runs([], LONDON)
    window.ways_back.tablet_part.show_stands(TabletStands())
    window.take_out.show_lists(())
    window.keeping.show_look(Look(years=USUAL, older=dict.fromkeys(USUAL, 0), looked=None, due=True))
    window.bring.show_start()
    window.bring.start_part.show_runs((), LONDON)
    window.same_person.show_couples([], usual.HERE_AND_NOW, usual.POUNDS)
    window.same_person.show_joined([], usual.HERE_AND_NOW)
    window.about.show_about(About(version="0.1.0", data="/home/shop/.local/share/Counter"))
    window.backups.show_shelf(Shelf(), usual.HERE_AND_NOW)
    return window


def window_of(content):
    """Everybody and everything is called so."""
    window = OwnerWindow()
    fill(window, content)
    return window


def fill(window, content):
    """Fills every page, which closes what is open."""
    names, said = SAID[content]
    usual.fill(window)
    window.set_shop(names[0])
    _fill_days(window, names, said)
    _fill_lists(window, names, said)
    _fill_voices(window, names, said)
    _fill_files(window, names)
    window.message.say(f"\u2068“{said}”\u2069 now rests 60 days. Before, it was 30.")


def somebody(window, content):
    """One customer of several of that name, who asks to be forgotten."""
    name, kept = SAID[content][0][0], {"you": 1, "contacts": 2, "facts": 5, "visits": 41}
    window.show_page("one_person")
    window.one_person.show_person(7, name, kept)
    window.one_person.forget.begin.click()


def several(window, content):
    """Those who answer to a name, one to be chosen."""
    names, said = SAID[content]
    found = [
        Candidate(customer_id=number, name=name, unnamed=False, hook=said, last_visit=None, why="", shared_name=False)
        for number, name in enumerate(names)
    ]
    window.show_page("one_person")
    window.one_person.show_nobody()
    window.one_person.show_found(found)


def chat(window, content):
    """A chat among people of such names, read from a file."""
    names, said = SAID[content]
    voices.chat(window, names=names, said=said)


def _shown(settings):
    return usual.ways_back.shown(settings, wordings={"en": usual.ENGLISH})


def _settings(name):
    return replace(
        usual.SETTINGS, shop_name=name, address=f"12 {PLACE}", mail=f"hello@{PLACE}.example", phone="+44 20 7946 0142",
        way="form", template=f"https://www.{PLACE.lower()}.example/what-did-you-think?code={{code}}&from=slip",
    )  # fmt: skip


def _fill_days(window, names, said):
    needs = tuple(
        replace(need, name=name, sentence=said, tag="late since Tuesday")
        for need, name in zip(usual.NEEDS, names, strict=True)
    )
    window.today.show_day(replace(usual.DAY, visits=123_456, gesture_cost=123_456_789, needs=needs), usual.POUNDS)
    givers = tuple(replace(giver, name=name) for giver, name in zip(usual.MIRROR.givers, names, strict=False))
    never = tuple(replace(usual.MIRROR.never[0], customer_id=number, name=name) for number, name in enumerate(names))
    window.giving.show_mirror(replace(usual.MIRROR, givers=givers, never=never))
    settings = _settings(names[0])
    window.shop.show_settings(settings)
    window.ways_back.slip_part.show_settings(settings, _shown)


def _fill_lists(window, names, said):
    first, *rest = usual.catalogue()
    window.gestures.show_catalogue([replace(first, title=said, say=said, why=said), *rest[:3]], usual.POUNDS)
    window.boundaries.show_boundaries([replace(one, label=said) for one in usual.boundaries()[:3]])
    line = replace(usual.LINES[1], text=said)
    window.lines.show_lines([line, replace(line, number=6, text=f"{said} {said}", active=True)])
    window.staff.show_staff([replace(one, name=name) for one, name in zip(usual.STAFF, names, strict=True)])
    printers = [
        replace(one, name=name, target=f"/home/{PLACE}/slips")
        for one, name in zip(usual.PRINTERS, names, strict=False)
    ]
    window.printers.printer_form.set_system_printers([*names])
    window.printers.show_printers(printers, 1)
    couples = [
        replace(one, kept=_named(one.kept, names[0], said), other=_named(one.other, names[1], said))
        for one in usual.COUPLES
    ]
    window.same_person.show_couples(couples, usual.HERE_AND_NOW, usual.POUNDS)
    joined = [replace(usual.JOINED[0], name=names[0], other_name=names[1])]
    window.same_person.show_joined(joined, usual.HERE_AND_NOW)


def _named(side, name, said):
    return replace(side, fields=side.fields | {"name": name, "company": PLACE}, facts=(said,), contacts=(said[:60],))


def _fill_voices(window, names, said):
    report = voices.shown().report
    chair = replace(voices.COMPLAINT, words=said, note=f"17 Nov 2026 · {names[0]} · Allergens · cause not known yet")
    lines = (chair, *(replace(one, words=said) for one in voices.LINES[1:]))
    sections = (replace(report.sections[0], lines=lines), *report.sections[1:])
    themes = tuple(replace(bar, theme=name[:30]) for bar, name in zip(report.themes, names, strict=False))
    report = replace(report, shop=names[0], chair=chair, sections=sections, themes=themes)
    offered = tuple(replace(one, words=said) for one in voices.shown().offered)
    window.voices.show_week(voices.shown(report=report, offered=offered, change=said, asked=said), current().sans)
    told = replace(voices.TOLD, words=said, who=names[0])
    staff = tuple(enumerate(names, 1))
    shown = InboxShown(
        waiting=(told, replace(voices.NOBODYS, words=said)), today=voices.MONDAY, staff=staff,
        themes=tuple(name[:30] for name in names),
    )  # fmt: skip
    window.inbox.show_inbox(shown)
    wrongs = tuple(
        voices.OpenWrong(id=number, who=name, words=said, state="Open since Tue.", asked=f"{name}, Fri 20 Nov",
                         late=True, cause_known=False)
        for number, name in enumerate(names, 1)
    )  # fmt: skip
    took = voices.HalfRight(days=2.4, low=1.0, high=None)
    window.wrongs.show_overview(voices.Overview(wrongs=wrongs, took=took, cases=9, staff=staff))


def _fill_files(window, names):
    file = f"{names[0]} - customers-export-2026-11 (copy of a copy).csv"
    window.bring.show_start()
    window.bring.start_part.show_runs([replace(run, file=file) for run in bring.RUNS], LONDON)
    window.ways_back.told_part.show_runs([replace(run, name=file) for run in usual.RUNS], LONDON)
    place = SecondPlace(folder=f"/media/{PLACE}/{names[0]}", seen=usual.DAY.day, here=False)
    window.backups.show_shelf(replace(usual.SHELF, place=place, aside=(Path(f"/home/{PLACE}/{file}"),)),
                              usual.HERE_AND_NOW)  # fmt: skip
    window.about.show_about(replace(usual.ABOUT, data=f"/home/{PLACE}/{names[0]}/.local/share/Counter"))
