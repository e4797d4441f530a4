"""Each way back from a customer, through the real window on a real shop file, with the network forbidden."""

import os
import re
import signal
import sys
from functools import partial
from pathlib import Path

import pytest
from counter_maker import open_till, someone_called
from page_maker import Guest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QApplication

from counter.app.owners import page_parts
from counter.app.tablet import Tablet
from counter.desk import thank
from counter.desk.composing import SlipWish
from counter.lanes import LanesInStep
from counter.models import shop, things
from counter.models.tables_counter import FeedbackRow
from counter.models.tables_shop import AnonymousRow
from counter.paths import folders_in
from counter.settings import Settings
from counter.ui.texts import ways_back as words
from counter.voice import codes

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
MAIN = (sys.executable, str(Path(__file__).parents[2] / "main.py"))
pytestmark = pytest.mark.usefixtures("no_network")


@pytest.fixture
def till(tmp_path):
    folders = folders_in(tmp_path / "shop")
    folders.make()
    opened = open_till(folders.database)
    yield opened
    opened.database.close()


@pytest.fixture
def owner(open_owners_window, till):
    opened = open_owners_window("ways_back", till, page_parts=page_parts, program=MAIN)
    yield opened
    opened.control.pages.close()


@pytest.fixture
def page(owner):
    return owner.page("ways_back")


@pytest.fixture
def slip(till, ops_of_a_day):
    """Makes a slip for somebody; answers it."""

    def make(name):
        who = someone_called(till, name, ops_of_a_day())
        return things.thing("slip", thank.slip(till, ops_of_a_day(), who, SlipWish()).thing_id)

    return make


@pytest.fixture
def ops_of_a_day():
    numbers = iter(range(1000))
    return lambda: f"op {next(numbers)}"


def paste(qtbot, page, text):
    page.told_part.text.editor.setFocus()
    page.told_part.text.editor.setPlainText("")
    QApplication.clipboard().setText(text)
    qtbot.keyClick(page.told_part.text.editor, K.Key_V, CTRL)


def cells(table):
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def kept():
    return [row.words for row in FeedbackRow.live().order_by(FeedbackRow.id)]


def kept_settings():
    return Settings.from_text(shop.setting("shop"))


def test_messages_are_pasted_seen_through_kept_once_and_taken_back(owner, page, press, qtbot, slip):
    anna, ben = slip("Anna Kowalska"), slip("Ben")
    text = f"Slip {codes.show(anna.code)} The bread was cold.\nSlip {codes.show(ben.code)}\n9 10 8\nSo kind!"
    paste(qtbot, page, text)
    press(K.Key_Return, CTRL)
    assert cells(page.preview.table) == [
        ["Anna Kowalska", "The bread was cold.", "", "is kept"], ["Ben", "So kind!", "9 10 8", "is kept"],
    ]
    assert kept() == []
    press(K.Key_Return, CTRL)
    assert kept() == ["The bread was cold.", "So kind!"]
    assert page.preview.isHidden()
    paste(qtbot, page, text)
    press(K.Key_Return, CTRL)
    assert {row[3] for row in cells(page.preview.table)} == {"is here already"}
    press(K.Key_Return, CTRL)
    assert len(kept()) == 2
    press(K.Key_Escape)
    assert page.preview.isHidden()
    assert [row[2:] for row in cells(page.told_part.table)] == [["2", "here"]]
    page.told_part.table.setFocus()
    press(K.Key_Space)
    assert kept() == []
    assert [row[3] for row in cells(page.told_part.table)] == ["taken back"]


def test_a_mistyped_code_is_named_before_anything_is_kept(page, press, qtbot, slip):
    code = slip("Anna").code
    wrong = code[:6] + ("7" if code[6] != "7" else "8") + code[7]
    paste(qtbot, page, f"Slip {codes.show(wrong)} Cold.")
    press(K.Key_Return, CTRL)
    assert f"Do you mean {codes.show(code)}?" in cells(page.preview.table)[0][3]
    press(K.Key_Escape)
    assert page.told_part.text.value().endswith("Cold.")
    assert kept() == []


def test_an_empty_paste_gets_a_sentence(page, press):
    press(K.Key_Return, CTRL)
    assert page.told_part.text.problem() == "There are no words to keep here. Paste what the customer wrote."


def test_a_forms_file_is_brought_in_with_a_column_put_right(page, press, qtbot, slip, tmp_path):
    anna = slip("Anna")
    file = tmp_path / "answers.csv"
    file.write_text(
        f"when,code,a,b,c,words,shop\n26/11/2026 10:42,{codes.show(anna.code)},9,10,8,So kind of you all,the old one\n"
        "25/11/2026 10:42,,3,2,4,The bread was cold today,the old one\n",
        encoding="utf-8",
    )
    page.files_picked.emit([str(file)])
    assert [row[2] for row in cells(page.preview.columns)] == [
        words.SAYS["when"], words.SAYS["code"], *[words.SAYS["score"]] * 3, words.SAYS["words"], words.SAYS["words"],
    ]
    page.preview.columns.selectRow(6)
    page.preview.says.set_value("leave")
    page.preview.says.changed.emit()
    assert cells(page.preview.table)[0][:3] == ["Anna", "So kind of you all", "9 10 8"]
    press(K.Key_Return, CTRL)
    assert kept() == ["So kind of you all", "The bread was cold today"]
    page.files_picked.emit([str(file)])
    page.preview.columns.selectRow(6)
    page.preview.says.set_value("leave")
    page.preview.says.changed.emit()
    assert {row[3] for row in cells(page.preview.table)} == {"is here already"}


def test_a_file_that_is_gone_is_told_at_the_foot(owner, page, tmp_path):
    page.files_picked.emit([str(tmp_path / "gone.csv")])
    assert page.preview.isHidden()
    assert "can't be read" in owner.message.message()


def test_the_owner_chooses_a_form_and_the_qr_code_follows(page, press, qtbot, owner):
    part = page.slip_part
    part.way.set_value("form")
    part.way.changed.emit()
    assert part.qr.isHidden()
    part.template.editor.setFocus()
    qtbot.keyClicks(part.template.editor, "https://forms.example/r/abc?code=")
    press(K.Key_Return)
    assert "{code}" in part.template.problem()
    qtbot.keyClicks(part.template.editor, "{code}")
    assert part.says.text() == "https://forms.example/r/abc?code=7K3M-9QX2"
    assert part.qr.accessibleName() == part.says.text()
    press(K.Key_Return)
    assert (kept_settings().way, kept_settings().template) == ("form", "https://forms.example/r/abc?code={code}")
    owner.undo.emit()
    assert kept_settings().way == ""


def test_a_way_that_the_shop_has_no_number_for_is_refused_beside_it(page):
    page.slip_part.way.set_value("whatsapp")
    page.slip_part.save.click()
    assert "Type it on the page" in page.slip_part.way.problem()


def test_under_the_code_the_same_stands_in_words(page):
    assert page.slip_part.under.text() == "How was it? 7K3M-9QX2\nor tell us: 020 7946 0142"


def test_the_page_for_the_shops_own_web_space_is_saved_as_one_file_that_asks_for_no_other(page, tmp_path):
    page.page_file_wanted.emit(str(tmp_path / "index.html"))
    text = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert len(text.encode()) < 8_192
    assert "{{" not in text
    assert not re.search(r"(src|href)=\"(?!#)", text)
    assert "sms:+442079460142" in text


def test_the_tablets_page_is_switched_on_answered_fetched_and_switched_off(owner, page, till, qtbot, slip):
    anna = slip("Anna")
    tablet = Tablet(LanesInStep(), till)
    tablet.stands.connect(owner.control.pages.ways_back.tablet_stands)
    owner.control.changed.connect(tablet.follow)
    assert page.tablet_part.now.text() in (words.TABLET_IS_OFF, words.NO_NETWORK)
    with qtbot.waitSignal(tablet.stands, check_params_cb=lambda stands: bool(stands.url)):
        page.tablet_part.switched.emit(True, "127.0.0.1")
    url = page.tablet_part.url.text()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", url)
    assert page.tablet_part.qr.accessibleName() == url
    guest = Guest(url)
    guest.tell(words="So kind of you.", code=codes.show(anna.code), q1="9", q2="10", q3="8")
    guest.tell(words="The bread was cold.", nameless="1")
    tablet.fetch()
    assert kept() == ["So kind of you."]
    assert FeedbackRow.get().customer_id == anna.customer_id
    assert [row.words for row in AnonymousRow.select()] == ["The bread was cold."]
    page.tablet_part.switch.click()
    assert not kept_settings().tablet
    assert page.tablet_part.url.isHidden()
    with pytest.raises(OSError, match="refused"):
        guest.tell(words="Is anybody there?")
    tablet.close()


def test_a_page_that_ends_by_itself_is_said_and_started_again(owner, page, till, qtbot):
    tablet = Tablet(LanesInStep(), till)
    tablet.stands.connect(owner.control.pages.ways_back.tablet_stands)
    owner.control.changed.connect(tablet.follow)
    stands = partial(qtbot.waitSignal, tablet.stands)
    with stands(check_params_cb=lambda now: bool(now.url)):
        page.tablet_part.switched.emit(True, "127.0.0.1")
    with stands(check_params_cb=lambda now: bool(now.trouble)):
        os.kill(tablet.findChild(QProcess).processId(), signal.SIGKILL)
    with stands(check_params_cb=lambda now: bool(now.url)):
        pass
    tablet.close()


def test_an_address_that_is_not_ours_is_said(owner, page, till, qtbot):
    tablet = Tablet(LanesInStep(), till)
    tablet.stands.connect(owner.control.pages.ways_back.tablet_stands)
    owner.control.changed.connect(tablet.follow)
    with qtbot.waitSignal(tablet.stands, check_params_cb=lambda now: bool(now.trouble)):
        page.tablet_part.switched.emit(True, "198.51.100.7")
    assert page.tablet_part.now.text() == words.TABLET_CANT_LISTEN
    tablet.close()
