"""The page for bringing people in at each of its steps, filled."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from counter.office.imports import Preview, Run
from counter.office.keeping import USUAL, Look
from counter.office.reading import Glance
from counter.records.countries import COUNTRIES
from counter.records.imports import Fate, Known
from counter.transfer.looking import look, people
from counter.transfer.matching import Roll
from counter.transfer.planning import Tally, planned
from counter.ui.owner.bring_decisions import Asked

ROWS = (
    "Kunde;Geboren;Tel;Mail;Was sie mag;Nr\n"
    "Anna Kowalska;03/04/1980;020 7946 0142;anna@x.uk;allergic to nuts, carries an EpiPen;K-1\n"
    "श्रीमती क्षितिजा अब्दुल्ला त्रिवेदी वेंकटरामन;05/06/1975;;k@x.in;name cakes without eggs;K-2\n"
    "الشيخ عبد الرحمن بن محمد;;020 7946 0144;;barley bread;K-3\n"
    "Jonas Lindqvist;;020 7946 0199;;likes rye;K-4\n"
    ";;;;nobody;K-5\n"
)
RUNS = (
    Run(number=2, file="customers-export-2026-11.csv", shape="Square", at=datetime(2026, 11, 26, 9, tzinfo=UTC),
        standing=True),
    Run(number=1, file="contacts.vcf", shape="", at=datetime(2026, 11, 2, 17, tzinfo=UTC), standing=False),
)  # fmt: skip
BOUNDARIES = {"nuts": "nuts", "egg": "eggs", "dairy": "milk", "gluten": "gluten", "alcohol": "alcohol"}


def glance():
    """A file of no known program, with a day that can be meant both ways."""
    looked = look("Kundenliste.csv", ROWS.encode())
    grid = looked.grid
    return Glance(
        file=looked.file, shape=looked.shape, cards=False, header=grid.header, rows=tuple(grid.rows),
        count=len(grid.rows), refused=0, order=looked.order, example=looked.example,
    )  # fmt: skip


def asked():
    """What the same file would do in a shop that knows one of them by phone."""
    found = people(replace(look("Kundenliste.csv", ROWS.encode()), example=""))
    here = [
        Known(id=7, name="Jonas Eriksson", phones=("020 7946 0199",)),
        Known(id=8, name="Anna Kowalska", phones=("020 7946 0142",)),
    ]
    tally = Tally()
    for plan in planned(found.people, sorted(found.refused), Roll(COUNTRIES["GB"], here, {})):
        tally.add(plan)
    preview = Preview(file="Kundenliste.csv", shape="", source="file", plans=(), outlook=tally.outlook())
    return Asked(preview=preview, names={7: "Jonas Eriksson · café on Mill Lane"}, boundaries=BOUNDARIES)


def fill_bring(window):
    """The start: files that came in before."""
    window.take_out.show_lists(("visits", "returns", "complaints", "orders", "store credit", "extras given"))
    older = {"people": 214, "complaints": 3, "answers": 0, "noticed": 41}
    window.keeping.show_look(Look(years=USUAL, older=older, looked=date(2025, 11, 3), due=True))
    window.bring.show_start()
    window.bring.start_part.show_runs(RUNS, ZoneInfo("Europe/London"))


def columns(window):
    """The columns of a file."""
    window.show_page("bring")
    window.bring.show_glance(glance())


def preview(window, fate=Fate.LOOK.value):
    """What the file would do."""
    columns(window)
    window.bring.show_preview(asked())
    window.bring.preview.fates.choose([fate])
    window.bring.preview.fates.changed.emit((fate,))


def somebody(window):
    """One customer who asks to be forgotten."""
    window.show_page("one_person")
    kept = {"you": 1, "contacts": 2, "facts": 5, "consents": 1, "visits": 41, "complaints": 1, "extras": 3}
    window.one_person.show_person(7, "الشيخ عبد الرحمن بن محمد", kept)
    window.one_person.forget.begin.click()
