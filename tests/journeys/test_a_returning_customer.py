"""The main job: a typed name becomes a slip on disk."""
import io
import unicodedata

import pypdfium2
import pytest
import zxingcpp
from pdfminer.high_level import extract_text_to_fp
from PySide6.QtCore import Qt

from counter.desk import find
from counter.models import people, shop, things


def type_into(qtbot, counter, text):
    qtbot.keyClicks(counter.window.search, text)


def words_of(pdf):
    out = io.StringIO()
    with pdf.open("rb") as file:
        extract_text_to_fp(file, out, laparams=None)
    return unicodedata.normalize("NFC", out.getvalue())


def slips(counter):
    return sorted(counter.folders.slips.glob("*.pdf"))


@pytest.fixture
def anna(qtbot, counter):
    type_into(qtbot, counter, "Anna Kowalska")
    qtbot.keyClick(counter.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(counter.window.focusWidget(), Qt.Key.Key_Return)


def test_a_typed_name_becomes_a_slip_in_at_most_twelve_keys(qtbot, counter, anna):
    keys = "kowalsk"
    type_into(qtbot, counter, keys)
    qtbot.keyClick(counter.window.search, Qt.Key.Key_Return)
    assert counter.window.head.name.text() == "Anna Kowalska"
    qtbot.keyClick(counter.window, Qt.Key.Key_F9)
    qtbot.keyClick(counter.window.focusWidget(), Qt.Key.Key_Return)
    assert len(keys) + 3 <= 12
    (pdf,) = slips(counter)
    text = words_of(pdf)
    assert "Blue Door Bakery" in text
    assert "Anna Kowalska" in text


def test_the_qr_code_of_the_slip_opens_a_message_with_its_code(qtbot, counter, anna):
    type_into(qtbot, counter, "kowalska")
    qtbot.keyClick(counter.window.search, Qt.Key.Key_Return)
    qtbot.keyClick(counter.window, Qt.Key.Key_F9)
    qtbot.keyClick(counter.window.focusWidget(), Qt.Key.Key_Return)
    (pdf,) = slips(counter)
    page = pypdfium2.PdfDocument(pdf)[0]
    (found,) = zxingcpp.read_barcodes(page.render(scale=4).to_pil())
    code = things.last_slip().code
    assert found.text.startswith("sms:")
    assert f"{code[:4]}-{code[4:]}" in found.text


def test_a_slip_code_finds_its_person(qtbot, counter, anna):
    type_into(qtbot, counter, "kowalska")
    qtbot.keyClick(counter.window.search, Qt.Key.Key_Return)
    qtbot.keyClick(counter.window, Qt.Key.Key_F9)
    qtbot.keyClick(counter.window.focusWidget(), Qt.Key.Key_Return)
    counter.window.search.clear()
    type_into(qtbot, counter, things.last_slip().code)
    assert counter.window.left.found.chosen().name == "Anna Kowalska"


def test_someone_without_a_name_gets_a_visit_and_a_slip(qtbot, counter):
    qtbot.keyClick(counter.window, Qt.Key.Key_F11)
    assert counter.window.head.name.text() == "someone"
    qtbot.keyClick(counter.window, Qt.Key.Key_F9)
    qtbot.keyClick(counter.window.focusWidget(), Qt.Key.Key_Return)
    assert "Thank you" in words_of(slips(counter)[0])


def test_undo_takes_back_a_person_just_made(qtbot, counter):
    type_into(qtbot, counter, "Zebedee Quill")
    qtbot.keyClick(counter.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(counter.window.focusWidget(), Qt.Key.Key_Return)
    made = next(who.id for who in find.everybody() if who.name == "Zebedee Quill")
    qtbot.keyClick(counter.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert people.customer(made) is None


def test_the_slip_of_an_undone_visit_is_void(qtbot, counter, anna):
    type_into(qtbot, counter, "kowalska")
    qtbot.keyClick(counter.window.search, Qt.Key.Key_Return)
    qtbot.keyClick(counter.window, Qt.Key.Key_F9)
    qtbot.keyClick(counter.window.focusWidget(), Qt.Key.Key_Return)
    code = things.last_slip().code
    qtbot.keyClick(counter.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert things.slip_by_code(code).void


def test_nobody_found_says_what_to_do(qtbot, counter):
    type_into(qtbot, counter, "zzgqbfwvkk")
    assert "Ctrl+N" in counter.window.left.found.chosen().hook


def test_the_shop_file_is_the_only_place_of_the_shop(counter):
    assert shop.setting("shop") is not None
    assert counter.folders.database.exists()


def test_esc_closes_the_card_and_then_empties_the_search(qtbot, counter, anna):
    qtbot.keyClick(counter.window, Qt.Key.Key_Escape)
    assert counter.window.head.name.text() == "Today"
    assert counter.window.search.text() == "Anna Kowalska"
    qtbot.keyClick(counter.window, Qt.Key.Key_Escape)
    assert counter.window.search.text() == ""
