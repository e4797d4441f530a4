"""No complaint, figure or index is told per one of us: who served whom changes nothing that is made."""

import csv
from contextlib import contextmanager

import pytest
from counter_maker import MORNING, Clock, Ops, open_till, someone_called
from PySide6.QtWidgets import QApplication
from report_pages import printed, text_of

from counter.desk import complaints, compliments, feedback, returns, thank
from counter.desk.composing import SlipWish
from counter.models import shop, things
from counter.office import exports, report, report_csv
from counter.paper.fonts import Fonts
from counter.records.complaints import ComplaintForm
from counter.records.entries import Reason, ReturnOutcome
from counter.records.people import Role
from counter.records.returns import ReturnForm
from counter.ui.widgets.text import Text

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("no_network")]
US = ("Quintessa", "Zebulon")
PRAISE = "Quintessa 3 · Zebulon 3"
FAULTY = ReturnForm(items=(("tart", "1"),), reason=Reason.FAULTY, outcome=ReturnOutcome.REFUND, amount="3")


@contextmanager
def shop_where(path, unlucky):
    """A week in which every second guest complains, always served by that one of us; both of us are praised."""
    till, op = open_till(path / "shop.counter", Clock()), Ops()
    with till.database.atomic():
        both = [shop.add_staff(name, Role.CASHIER) for name in US]
    for number in range(12):
        low = number % 2 == 0
        till.staff_id = both[unlucky if low else 1 - unlucky]
        till.clock.go_on(minutes=3)
        guest = someone_called(till, f"Guest {number}", op())
        thank.slip(till, op(), guest, SlipWish())
        figures = (1, 2, 1) if low else (10, 9, 10)
        feedback.words(till, op(), things.last_slip().code, f"Told {number}.", (figures, False))
        if low:
            wrong = complaints.log(till, op(), guest, ComplaintForm(words=f"Wrong {number}.", theme="Waiting")).thing_id
            returns.log(till, op(), guest, FAULTY)
            complaints.put_right(till, op(), wrong, "Baked anew.")
            complaints.tell(till, op(), wrong, "at the counter")
        else:
            compliments.received(till, op(), guest, f"Lovely {number}.", both[number % 4 // 2])
    till.staff_id = both[0]
    yield till
    till.database.close()


def in_both(tmp_path, make):
    """What is made where Quintessa served all who complained, and where Zebulon did."""
    made = []
    for unlucky in (0, 1):
        folder = tmp_path / US[unlucky]
        folder.mkdir()
        with shop_where(folder, unlucky) as till:
            made.append(make(till, folder))
    return made


def files_in(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_report_lists_and_cards_are_the_same_whoever_served_those_who_complained(tmp_path, families):
    fonts = Fonts(families[0])

    def taken_out(till, folder):
        week = report.weekly(MORNING.date(), till.settings, till.now)
        out = folder / "out"
        out.mkdir()
        report_csv.save(week, out / "report.csv")
        (out / "report.txt").write_text(text_of(printed(week, fonts)), encoding="utf-8")
        for name in exports.lists():
            pieces = exports.list_in_pieces(name, till.money)
            list(exports.save_pieces(pieces, out / f"{name}.csv"))
        (out / "people.csv").write_text(exports.customers_csv(), encoding="utf-8")
        (out / "people.vcf").write_text(exports.customers_vcards(), encoding="utf-8")
        return files_in(out)

    one, other = in_both(tmp_path, taken_out)
    assert one == other
    told = {name: data.decode() for name, data in one.items()}
    assert told["report.csv"].count("Waiting") >= 6
    assert PRAISE in told["report.csv"]
    assert "".join(PRAISE.split()) in told["report.txt"]
    rows = csv.reader(told["report.csv"].splitlines())
    assert {row[0] for row in rows if any(name in "".join(row) for name in US)} == {"Praise, by whom it is for"}
    assert {name for name, text in told.items() if any(one in text for one in US)} == {"report.csv", "report.txt"}


def test_of_the_folder_of_everything_only_the_entries_themselves_know_who_stood_there(tmp_path):
    def everything(till, folder):
        list(exports.everything(till.database, folder / "all", till.now))
        return files_in(folder / "all")

    one, other = in_both(tmp_path, everything)
    assert {name for name in one if one[name] != other[name]} == {"entry.csv", exports.MANIFEST}


def test_the_owners_pages_are_the_same_whoever_served_those_who_complained(tmp_path, open_owners_window):
    def read(till, _folder):
        window, pages = open_owners_window("voices", till), {}
        window.page().buttons["voices_later"].click()
        for name in ("voices", "inbox", "wrongs", "today"):
            window.show_page(name)
            QApplication.processEvents()
            pages[name] = [text.text() for text in window.page().findChildren(Text) if text.isVisible()]
        return pages

    one, other = in_both(tmp_path, read)
    assert one == other
    beside_our_names = {said for page in one.values() for said in page if any(name in said for name in US)}
    assert PRAISE in beside_our_names
    assert all(said == PRAISE or " · for " in said for said in beside_our_names)
