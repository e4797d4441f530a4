"""The owner brings in what customers wrote from files, by keyboard: a chat as WhatsApp exports it, and saved mails."""

import io
import sys
import zipfile
from pathlib import Path

import pytest
from counter_maker import Ops, someone_called
from keyboard import CTRL, Key, Keyboard
from PySide6.QtWidgets import QApplication, QFileDialog

from counter.desk import thank
from counter.desk.composing import SlipWish
from counter.models import things
from counter.models.tables_counter import FeedbackRow
from counter.office import feedback_in
from counter.office.passing import FOLDER
from counter.ui.texts import ways_back as words
from counter.voice import codes

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("no_network")]
MAIN = (sys.executable, str(Path(__file__).parents[2] / "main.py"))
CHAT = """26/11/2026, 08:00 - Messages and calls are end-to-end encrypted.
26/11/2026, 08:12 - Anna Kowalska: Slip {code}
The bread was cold.
And it was late.
26/11/2026, 08:13 - Anna Kowalska: IMG-20261126-WA0001.jpg (file attached)
26/11/2026, 09:00 - Maya from the bakery: We are sorry.
26/11/2026, 09:30 - Anna Kowalska: Thank you for the quick answer!
"""
MAIL = """From: Ben <ben@x.example>
Date: Thu, 26 Nov 2026 09:00:00 +0000
Subject: {subject}
Content-Type: text/plain; charset=utf-8

{said}
"""


@pytest.fixture
def owner(open_owners_window, till):
    opened = open_owners_window("inbox", till, program=MAIN)
    yield opened
    opened.control.pages.close()


@pytest.fixture
def hand(owner, qtbot):
    return Keyboard(qtbot, owner)


@pytest.fixture
def slip(till):
    person = someone_called(till, "Anna Kowalska")
    thank.slip(till, Ops()(), person, SlipWish())
    return things.last_slip()


@pytest.fixture
def put(tmp_path):
    """A file of this PC; its path."""

    def write(name, text):
        data = text if isinstance(text, bytes) else text.encode()
        (tmp_path / name).write_bytes(data)
        return str(tmp_path / name)

    return write


def choose(owner, *paths):
    """In the system's dialog, which is not ours: these files."""
    (dialog,) = [one for one in owner.findChildren(QFileDialog) if one.isVisible()]
    dialog.filesSelected.emit(list(paths))
    dialog.close()
    dialog.deleteLater()
    owner.activateWindow()
    QApplication.processEvents()


def packed(text):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("IMG-20261126-WA0001.jpg", b"\xff\xd8" * 500)
        archive.writestr("WhatsApp Chat with Anna Kowalska.txt", text)
    return out.getvalue()


def seen(owner):
    return [(who, said, fate) for who, said, _, fate in owner.ways_back.preview.table.cells()]


def kept():
    return [row.words for row in FeedbackRow.live().order_by(FeedbackRow.id)]


COLD, THANKS = "The bread was cold.\nAnd it was late.", "Thank you for the quick answer!"


@pytest.mark.parametrize("name", ["WhatsApp Chat with Anna Kowalska.txt", "WhatsApp Chat - Anna Kowalska.zip"])
def test_a_chat_is_seen_through_kept_once_read_in_the_inbox_and_taken_back(owner, till, hand, put, slip, name):
    text = CHAT.format(code=codes.show(slip.code))
    path = put(name, packed(text) if name.endswith("zip") else text)
    hand.press(Key.Key_N, CTRL)
    choose(owner, path)
    assert owner.page().name == "ways_back"
    assert owner.ways_back.preview.problem.text() == words.SAY_WHO
    hand.save()
    assert kept() == []
    hand.choose(words.US, "Maya from the bakery")
    assert seen(owner) == [
        ("Anna Kowalska", " ".join(COLD.split()), "is kept"),
        ("Anna Kowalska", THANKS, "is kept with someone: no slip of yours"),
    ]
    hand.save()
    assert kept() == [COLD, THANKS]
    assert not any(Path(till.database.database).with_name(FOLDER).iterdir())
    assert owner.page().name == "inbox"
    assert COLD in owner.inbox.form.said.text()
    hand.press(Key.Key_N, CTRL)
    choose(owner, path)
    assert owner.ways_back.preview.problem.text() == ""
    assert {fate for _, _, fate in seen(owner)} == {"is here already"}
    hand.press(Key.Key_Escape)
    assert owner.page().name == "inbox"
    assert kept() == [COLD, THANKS]
    owner.show_page("ways_back")
    assert [(row[0], *row[2:]) for row in owner.ways_back.told_part.table.cells()] == [(name, "2", "here")]
    owner.ways_back.told_part.table.setFocus()
    hand.press(Key.Key_Space)
    assert kept() == []


def test_several_mails_come_in_together_and_our_own_is_left_out(owner, hand, put, slip, till):
    first = put("one.eml", MAIL.format(subject=f"Slip {codes.show(slip.code)}", said="So kind of you."))
    second = put("two.eml", MAIL.format(subject="Hello", said="Nobody said good morning."))
    ours = put("three.eml", MAIL.format(subject="Re", said="We are sorry.").replace("Ben <ben@x.example>", US))
    hand.press(Key.Key_N, CTRL)
    choose(owner, first, second, ours)
    assert owner.ways_back.preview.chat.isHidden()
    assert [said for _, said, _ in seen(owner)] == ["So kind of you.", "Nobody said good morning."]
    hand.save()
    assert kept() == ["So kind of you.", "Nobody said good morning."]
    assert [(run.name, run.count) for run in feedback_in.runs()] == [("one.eml and 2 more", 2)]


US = "Blue Door Bakery <hello@shop.example>"


def test_only_the_messages_that_are_wanted_are_kept(owner, hand, put, slip):
    older = "01/01/2026, 08:12 - Anna Kowalska: Happy new year!\n"
    hand.press(Key.Key_N, CTRL)
    choose(owner, put("chat.txt", older + CHAT.format(code=codes.show(slip.code))))
    hand.choose(words.US, "Maya from the bakery")
    assert len(seen(owner)) == 3
    hand.choose(words.WHICH, words.WHICH_ONES["recent"])
    assert [said for _, said, _ in seen(owner)] == [" ".join(COLD.split()), THANKS]
    hand.choose(words.WHICH, words.WHICH_ONES["code"])
    assert [said for _, said, _ in seen(owner)] == [" ".join(COLD.split())]
    hand.save()
    assert kept() == [COLD]


def test_a_message_that_is_too_long_is_counted_and_the_rest_come_in(owner, hand, put):
    hand.press(Key.Key_N, CTRL)
    long = "word " * 2_500
    choose(owner, put("chat.txt", f"26/11/2026, 08:12 - Anna: {long}\n26/11/2026, 09:30 - Anna: Cold.\n"))
    assert owner.ways_back.preview.problem.text() == words.too_long(1)
    hand.save()
    assert kept() == ["Cold."]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("photo.jpg", b"\xff\xd8\xff" + bytes(range(256)) * 40, "can't be read here"),
        ("letter.txt", b"Dear all,\nthe bread was cold.\n", "can't be read here"),
        ("chat.zip", b"PK\x03\x04 and no more", "damaged or locked"),
        ("chat.txt", b"26/11/2026, 08:00 - Messages and calls are end-to-end encrypted.", "No customer wrote anything"),
    ],
)
def test_a_wrong_file_is_told_at_the_foot_and_the_inbox_is_back(owner, hand, put, name, data, said):
    hand.press(Key.Key_N, CTRL)
    choose(owner, put(name, data))
    assert said in owner.message.message()
    assert owner.page().name == "inbox"
    assert owner.ways_back.isEnabled()
    assert owner.ways_back.preview.isHidden()


def test_what_was_pasted_and_not_kept_stays_while_a_file_comes_in(owner, hand, put):
    owner.show_page("ways_back")
    owner.ways_back.start()
    hand.type("Half a message")
    owner.ways_back.files_picked.emit([put("chat.txt", "26/11/2026, 08:12 - Anna: Cold.\n")])
    hand.save()
    assert kept() == ["Cold."]
    assert owner.ways_back.told_part.text.value() == "Half a message"
