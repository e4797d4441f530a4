"""What customers wrote, as WhatsApp exports it and as mail programs save it: their own words, and nothing beside."""

from datetime import UTC, datetime
from html import escape
from zoneinfo import ZoneInfo

import pytest
from archive_maker import packed
from hypothesis import given
from hypothesis import strategies as st

from counter.errors import Refused
from counter.records.countries import COUNTRIES
from counter.records.here import Here
from counter.transfer.archives import BOMB, BROKEN, NO_TEXT, WORKBOOK, is_archive, texts_in
from counter.voice.chats import split_chats
from counter.voice.mails import mail_of, saved_mails
from counter.voice.messages import by_customers, read_messages, said_in
from counter.voice.notices import without_notices
from counter.voice.pages import words_of

LONDON = Here(datetime(2026, 11, 26, 18, tzinfo=UTC), ZoneInfo("Europe/London"), COUNTRIES["GB"])
LRM, RLM, NARROW = "\u200e", "\u200f", "\u202f"


def told(text):
    return [(one.sender, one.text) for one in said_in(text, LONDON)]


def at(day, hour, minute):
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


HEADS = {
    "iphone": "[26/11/2026, 10:42:13] Anna: Cold.",
    "iphone, twelve hours": f"[26/11/2026, 10:42:13{NARROW}AM] Anna: Cold.",
    "iphone, a line with a mark": f"{LRM}[26/11/2026, 10:42:13] Anna: Cold.",
    "android": "26/11/2026, 10:42 - Anna: Cold.",
    "android, German": "26.11.26, 10:42 - Anna: Cold.",
    "android, Turkish": "26.11.2026 10:42 - Anna: Cold.",
    "android, Dutch": "26-11-2026 10:42 - Anna: Cold.",
    "android, French": "26/11/2026 à 10:42 - Anna: Cold.",
    "android, Spanish": "26/11/2026, 10:42 a.\u00a0m. - Anna: Cold.",
    "android, year first": "2026-11-26, 10:42 - Anna: Cold.",
    "android, American": "11/26/26, 10:42 AM - Anna: Cold.",
    "iphone, Arabic": f"{RLM}[٢٦{RLM}/١١{RLM}/٢٠٢٦، ١٠:٤٢:١٣ ص] Anna: Cold.",
    "somebody who is not in the contacts": f"[26/11/2026, 10:42:13] ~{NARROW}Anna: Cold.",
}


@pytest.mark.parametrize("line", HEADS.values(), ids=HEADS)
def test_every_phone_tells_who_wrote_and_when(line):
    (one,) = said_in(line, LONDON)
    assert (one.sender, one.text, one.at) == ("Anna", "Cold.", at(26, 10, 42))


def test_the_afternoon_is_told_from_the_morning_in_arabic_too():
    (one,) = said_in("[٢٦/١١/٢٠٢٦، ٨:٤٦:٠٠ م] دانة: بارد", LONDON)
    assert (one.sender, one.text, one.at) == ("دانة", "بارد", at(26, 20, 46))


def test_a_number_that_is_not_in_the_contacts_is_read_without_its_marks():
    number = "\u202a+44 7700 900123\u202c"
    assert told(f"[26/11/2026, 10:42:13] {number}: Cold.") == [("+44 7700 900123", "Cold.")]


IPHONE = (
    f"{LRM}[26/11/2026, 08:00:00] Anna: {LRM}Messages and calls are end-to-end encrypted.\r\n"
    "[26/11/2026, 08:12:00] Anna: The bread was cold.\r\n\r\nAnd it was late: by an hour.\r\n"
    f"{LRM}[26/11/2026, 08:13:00] Anna: {LRM}image omitted\r\n"
    f"{LRM}[26/11/2026, 08:14:00] Anna: Look at it {LRM}<attached: 00000012-PHOTO-2026-11-26-08-14-00.jpg>\r\n"
    f"[26/11/2026, 08:15:00] Anna: It was stale {LRM}<This message was edited>\r\n"
    f"{LRM}[26/11/2026, 08:16:00] Anna: {LRM}This message was deleted.\r\n"
)
ANDROID = (
    "26/11/2026, 08:00 - Messages and calls are end-to-end encrypted. Tap to learn more.\n"
    "26/11/2026, 08:12 - Anna: The bread was cold.\n\nAnd it was late: by an hour.\n"
    "26/11/2026, 08:13 - Anna: <Media omitted>\n"
    "26/11/2026, 08:14 - Anna: IMG-20261126-WA0001.jpg (file attached)\nLook at it\n"
    "26/11/2026, 08:15 - Anna: It was stale <This message was edited>\n"
    "26/11/2026, 08:16 - Anna: This message was deleted\n"
)


@pytest.mark.parametrize("export", [IPHONE, ANDROID], ids=["iphone", "android"])
def test_pictures_and_what_the_program_wrote_are_nobodys_words(export):
    assert told(export) == [
        ("Anna", "The bread was cold.\n\nAnd it was late: by an hour."), ("Anna", "Look at it"),
        ("Anna", "It was stale"),
    ]


@pytest.mark.parametrize(
    "said",
    ["I love your bread <3", "It is <b>loud</b>", "see x.pdf (the second page) please", "<3", "Media omitted",
     f"{RLM}بارد", "Is it <ready>?", "<everything was cold>"],
)  # fmt: skip
def test_what_only_looks_like_a_notice_is_kept(said):
    assert without_notices(said) == said


def test_a_chat_without_a_word_is_a_chat_with_nothing_in_it_and_no_letter():
    export = "26/11/2026, 08:13 - Anna: <Media omitted>"
    assert split_chats(export, LONDON) == []
    assert read_messages(export, LONDON, frozenset()) == ()
    assert split_chats("Dear all,\n26/11/2026, 08:13 - Anna: Cold.", LONDON) is None


def test_what_the_shop_wrote_is_left_out_by_name_or_by_address():
    said = said_in("26/11/2026, 08:12 - Maya: Sorry.\n26/11/2026, 08:13 - Anna: Cold.", LONDON)
    assert [one.text for one in by_customers(said, ["maya"])] == ["Cold."]
    mails = [mail_of(f"From: {who}\nTo: x\n\n{words}".encode()) for who, words in (
        ("Maya <hello@shop.example>", "Sorry."), ("Anna <anna@x.example>", "Cold."),
    )]  # fmt: skip
    assert [one.text for one in by_customers(mails, ["Hello@Shop.example"])] == ["Cold."]


def test_two_mails_of_one_minute_stay_two():
    head = "From: anna@x.example\nDate: Thu, 26 Nov 2026 09:00:00 +0000\nSubject: {}\n\n{}"
    mails = [mail_of(head.format(*what).encode()) for what in (("one", "Cold."), ("two", "Late."))]
    assert [one.text for one in by_customers(mails, [])] == ["Cold.", "Late."]


EIGHT = (
    b"From: =?utf-8?q?J=C3=BCrgen?= <j@x.example>\r\nDate: Fri, 13 Nov 2026 10:42:00 +0000\r\nSubject: Zettel\r\n"
    b"Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n\r\nDas Brot war k\xfchl.\r\n"
)


def test_a_saved_mail_is_read_in_its_own_letters():
    (mail,) = saved_mails(EIGHT)
    said = mail_of(mail)
    assert (said.sender, said.subject, said.text) == ("Jürgen <j@x.example>", "Zettel", "Das Brot war kühl.")
    assert said.at == at(13, 10, 42)


def test_a_box_of_mails_is_several_and_a_line_of_a_letter_begins_none():
    box = b"From anna@x Thu Nov 26 10:42:00 2026\nFrom: anna@x\nTo: us\n\nFrom here: it was cold.\nTo: you\n\n"
    box += b"From - Thu Nov 26 10:42:00 2026\nFrom: ben@x\nTo: us\n\n>From the start: late.\n"
    texts = [mail_of(mail).text for mail in saved_mails(box)]
    assert texts == ["From here: it was cold.\nTo: you", "From the start: late."]


def test_a_mail_that_is_only_a_page_is_read_as_one_sees_it():
    page = (
        "<html><head><title>No</title><style>p{color:red}</style></head><body><p>The bread<br>was  cold &amp; late.</p>"
        "<div>Sorry &lt;b&gt;</div><script>alert(1)</script><blockquote>You wrote</blockquote>Anna</body></html>"
    )
    assert words_of(page) == "The bread\nwas cold & late.\n\nSorry <b>\nAnna"
    mail = b"From: anna@x\nSubject: x\nContent-Type: text/html; charset=utf-8\n\n" + page.encode()
    assert mail_of(mail).text == words_of(page)


def test_where_a_mail_is_both_its_plain_words_are_read():
    parts = b"--b\nContent-Type: text/html\n\n<p>Cold.</p>\n--b\nContent-Type: text/plain\n\nCold, plain.\n--b--\n"
    mail = b"From: anna@x\nSubject: x\nContent-Type: multipart/alternative; boundary=b\n\n" + parts
    assert mail_of(mail).text == "Cold, plain."


@pytest.mark.parametrize("data", [b"", b"\n\n", b"Dear all,\n\nCold.", b"a: b\nc: d\n\nno sender", b"From: a\nTo: b"])
def test_what_no_mail_program_saved_is_no_mail(data):
    assert list(saved_mails(data)) == []


@given(st.binary(max_size=300))
def test_any_bytes_after_a_mails_head_are_read_or_refused(data):
    (mail,) = saved_mails(b"From: a@x\nContent-Type: text/plain; charset=x-none\n\n" + data)
    try:
        mail_of(mail)
    except Refused as refused:
        assert "damaged" in refused.sentence


@given(st.text(max_size=400))
def test_whatever_stands_in_a_page_is_read_as_it_stands(text):
    assert words_of(f"<p>{escape(text)}</p>") == " ".join(text.split())


@given(st.text(alphabet="<>/!-[]&;scriptbq =\"'\n", max_size=200))
def test_a_page_that_is_badly_made_is_read_all_the_same(page):
    assert isinstance(words_of(page), str)


def test_of_an_archive_the_chat_comes_first_and_pictures_never():
    data = packed(menu__txt="a menu", photo__jpg=b"\xff", _chat__txt="the chat")
    assert is_archive(data)
    assert list(texts_in(data)) == [b"the chat", b"a menu"]


def turned(data, at):
    """With one bit of it the other way round."""
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def size(number):
    return number.to_bytes(4, "little")


LIES = packed(_chat__txt=b"0" * 30_000_000)
ARCHIVES = {
    "half of one": (packed(_chat__txt=bytes(range(256)) * 90)[:-40], BROKEN),
    "a bomb": (LIES, BOMB),
    "a bomb that says it is small": (LIES.replace(size(30_000_000), size(99)), BROKEN),
    "a bit turned over": (turned(packed(_chat__txt=b"the bread was cold" * 9), at=45), BROKEN),
    "pictures only": (packed(photo__jpg=b"\xff"), NO_TEXT),
    "an empty one": (packed(), NO_TEXT),
    "a workbook": (packed(**{"[Content_Types]__xml": "<x/>", "a__txt": "b"}), WORKBOOK),
}


@pytest.mark.parametrize("kind", ARCHIVES)
def test_an_archive_that_is_no_chats_is_refused_with_a_sentence(kind):
    data, sentence = ARCHIVES[kind]
    with pytest.raises(Refused) as refused:
        list(texts_in(data))
    assert refused.value.sentence == sentence
