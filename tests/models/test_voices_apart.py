"""Files with what customers wrote are read by a process of its own: hostile ones end there, with a sentence."""

import sys
from pathlib import Path

import pytest
from archive_maker import packed

from counter.errors import Refused
from counter.office import feedback_in
from counter.office.change import Change
from counter.office.feedback_in import Fate
from counter.office.reading_voices import DIED, TOO_LONG, FromFile, VoicesReader, Which
from counter.office.voices_child import MOST, NO_CHAT, NOBODY, NOT_READ, OLD, ONE_TABLE
from counter.records.answers import Says
from counter.transfer.archives import BOMB, BROKEN, NO_TEXT, WORKBOOK

MAIN = (sys.executable, str(Path(__file__).parents[2] / "main.py"))
CHAT = "26/11/2026, 08:12 - Anna: The bread was cold.\nAnd late.\n26/11/2026, 09:00 - Maya: We are sorry.\n"
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("no_network")]


@pytest.fixture
def reader(tmp_path):
    opened = VoicesReader(MAIN, tmp_path / "shop.counter")
    yield opened
    opened.close()


@pytest.fixture
def put(tmp_path):
    """A file with these bytes."""

    def write(data, name="chat.txt"):
        (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
        return tmp_path / name

    return write


def locked():
    """An archive that says of its only text that it is encrypted."""
    data = bytearray(packed(_chat__txt=CHAT))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flags] |= 1
    return bytes(data)


def nested(depth):
    """A mail within a mail within a mail."""
    part = b"--a\nContent-Type: multipart/mixed; boundary=a\n\n"
    return b"From: a@x\nSubject: x\nContent-Type: multipart/mixed; boundary=a\n\n" + part * depth


HOSTILE = {
    "a bomb": ("chat.zip", packed(_chat__txt=b"0" * 200_000_000), BOMB),
    "half an archive": ("chat.zip", packed(_chat__txt=CHAT * 90)[:-40], BROKEN),
    "a locked archive": ("chat.zip", locked(), BROKEN),
    "pictures only": ("chat.zip", packed(photo__jpg=b"\xff\xd8" * 9), NO_TEXT),
    "a text that is no chat": ("chat.zip", packed(menu__txt="Bread, 3 pounds"), NO_CHAT),
    "a workbook": ("chat.zip", packed(**{"[Content_Types]__xml": "<x/>"}), WORKBOOK),
    "an older workbook": ("mail.msg", b"\xd0\xcf\x11\xe0" + b"x" * 500, OLD),
    "a picture": ("photo.jpg", b"\xff\xd8\xff" + bytes(range(256)) * 40, NOT_READ),
    "only NUL": ("chat.txt", b"\0" * 5_000, NOT_READ),
    "nothing": ("chat.txt", b"", NOT_READ),
    "a letter": ("letter.txt", b"Dear all,\nit was cold, and late.\n", NOT_READ),
    "no messages": ("chat.txt", b"26/11/2026, 08:00 - Messages and calls are end-to-end encrypted.", NOBODY),
    "21 MB": ("chat.txt", b"a" * 21_000_000, "This file has 21 MB; 20 MB can be read. Split it into smaller ones."),
    "21 MB of pictures": (
        "chat.zip", b"PK\x03\x04" + b"a" * 21_000_000,
        "This file has 21 MB; 20 MB can be read. Export the chat without its pictures.",
    ),
    "mails in mails": ("mail.eml", nested(400), NOBODY),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_wrong_file_is_refused_with_its_own_sentence(reader, put, till, kind):
    name, data, sentence = HOSTILE[kind]
    with pytest.raises(Refused) as refused:
        reader.look([put(data, name)], till.here)
        reader.answers((), "", ())
    assert refused.value.sentence == sentence


def test_a_file_that_is_gone_is_named(reader, till, tmp_path):
    with pytest.raises(Refused, match="gone.txt"):
        reader.look([tmp_path / "gone.txt"], till.here)


def test_of_several_files_the_wrong_one_is_named(reader, till, put):
    mail = put("From: a@x\nTo: us\n\nCold.", "one.eml")
    with pytest.raises(Refused, match="two.eml\u2069: This can't be read here"):
        reader.look([mail, put(b"\0", "two.eml")], till.here)
    with pytest.raises(Refused, match=ONE_TABLE):
        reader.look([mail, put("when,words\n26/11/2026,it was cold today\n", "a.csv")], till.here)


def test_more_messages_than_an_export_holds_are_refused(reader, till, put):
    with pytest.raises(Refused, match="40,001 messages"):
        reader.look([put("1/1/26, 1:11 - a: b\n" * (MOST + 1))], till.here)


def test_nul_characters_and_marks_within_a_chat_are_left_out(reader, till, put):
    reader.look([put("\ufeff" + CHAT.replace("The", "\0T\u200bh\u202ee"))], till.here)
    found = reader.answers((), "Maya", ())
    assert [one.words for one in found.answers] == ["The bread was cold.\nAnd late."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_chat_is_read_whatever_its_letters(reader, till, put, encoding):
    heard = reader.look([put(CHAT.replace("cold", "kühl").encode(encoding))], till.here)
    assert (heard.name, heard.senders) == ("chat.txt", ("Anna", "Maya"))
    found = reader.answers((), "Maya", ())
    assert [(one.contact, one.words) for one in found.answers] == [("Anna", "The bread was kühl.\nAnd late.")]


def test_a_forms_table_is_told_from_a_chat(reader, till, put):
    heard = reader.look([put("when,words,tip\n26/11/2026,it was cold today,\n", "answers.csv")], till.here)
    assert (heard.form.name, heard.form.columns) == ("answers.csv", (Says.WHEN, Says.WORDS, Says.LEAVE))
    assert heard.form.grid.rows == (("26/11/2026", "it was cold today", ""),)


def test_pasted_or_from_a_file_a_message_is_the_same(reader, till, put):
    text = f"26/11/2026, 08:11 - Anna: Good morning.\n{CHAT}"
    reader.look([put(text)], till.here)
    found = reader.answers((), "Maya", ())
    pasted = feedback_in.look_at_messages(text, till.here, "Maya")
    assert [len(one.earlier) for one in found.answers] == [1]
    assert [line.answer for line in feedback_in.look_at_file(found, Which.ALL, till.here).lines] == [
        line.answer for line in pasted.lines
    ]
    assert pasted.lines[0].fate is Fate.NO_SLIP


def test_a_longer_export_of_the_same_chat_adds_only_what_is_new(reader, till, put, ops):
    for text, kept in ((CHAT, 1), (CHAT, 0), (f"{CHAT}26/11/2026, 10:12 - Anna: Thank you!\n", 1)):
        reader.look([put(text)], till.here)
        preview = feedback_in.look_at_file(reader.answers((), "Maya", ()), Which.ALL, till.here)
        assert len(preview.new) == kept
        if kept:
            change = Change(database=till.database, op=ops(), at=till.now, day=till.today, staff_id=till.staff_id)
            list(feedback_in.keep(change, preview))
    assert feedback_in.before_reading()[1] == "Maya"


def test_which_messages_are_wanted_goes_by_their_day_and_code(till):
    answers = feedback_in.look_at_messages(f"01/01/2026, 08:12 - Anna: Old.\n{CHAT}", till.here, "Maya").lines
    found = FromFile(name="chat.txt", answers=tuple(line.answer for line in answers))
    assert [len(found.only(which, till.now)) for which in Which] == [2, 1, 0]


def child(tmp_path, body):
    """A reader whose child does something else."""
    (tmp_path / "child.py").write_text(body, encoding="utf-8")
    return sys.executable, str(tmp_path / "child.py")


@pytest.mark.parametrize(
    ("body", "seconds", "said"), [("import os; os.abort()", 60, DIED), ("while True: pass", 0.3, TOO_LONG)]
)
def test_a_child_that_dies_or_never_ends_takes_nothing_with_it(till, put, tmp_path, body, seconds, said):
    reader = VoicesReader(child(tmp_path, body), tmp_path / "shop.counter", seconds=seconds)
    with pytest.raises(Refused, match=said):
        reader.look([put(CHAT)], till.here)
    reader.close()


def test_nothing_of_the_file_stays_behind(reader, till, put):
    reader.look([put(CHAT)], till.here)
    folder = reader.folder
    assert any(folder.iterdir())
    reader.close()
    assert not folder.exists()
