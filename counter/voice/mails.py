"""Mails as they are copied or saved: who sent it, when, the subject, and the words without what they answered to."""

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, message_from_string, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from counter.errors import Refused
from counter.voice.chats import Said
from counter.voice.pages import words_of

_SENDERS = "From|Von|De|Da|Van|Od|Gönderen|Kimden|من"
_SUBJECTS = "Subject|Betreff|Objet|Asunto|Oggetto|Onderwerp|Temat|Assunto|Konu|الموضوع"
_DATES = "Date|Datum|Fecha|Data|Tarih|Sent|Gesendet|التاريخ"
_FROM = re.compile(rf"^(?:{_SENDERS}):[ \t]*\S.*$", re.M)
_HEADER = re.compile(r"^[^\W\d_][\w\- ]{0,30}:[ \t]")
_SAVED = re.compile(rb"\A(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}?(?=\r?\n)")
_NAMES = re.compile(rb"^(?:From|Sender):", re.M | re.I)
# From anna@x.example Thu Nov 26 10:42:00 2026; a line of a letter that begins so stands in a box with > before it
_IN_A_BOX = re.compile(rb"(?:\A|\n\r?\n)From [^\n]{1,200} \d{1,2}:\d\d[^\n]{0,40} \d{4}[^\n]{0,40}\n(?=[!-9;-~]+:)")
_KEPT_APART = re.compile(rb"^>(?=>*From )", re.M)
_LONGEST_HEAD = 100_000
_RAW = re.compile(r"^(?:MIME-Version|Content-Type|Received|Return-Path|Message-ID):", re.M | re.I)


def is_mail(text: str) -> bool:
    """Whether it begins with a mail's headers."""
    head = text.lstrip().split("\n\n", 1)[0]
    named = _FROM.search(head) is not None or _named(head, _SUBJECTS) != ""
    return named and all(_HEADER.match(line) or line[:1] in " \t" for line in head.split("\n"))


def split_mails(text: str) -> list[Said]:
    """One or several mails, one below the other."""
    if _RAW.search(text.lstrip().split("\n\n", 1)[0]):
        return [_saved(text.lstrip())]
    starts = [place.start() for place in _FROM.finditer(text) if _begins(text, place.start())]
    edges = [0, *[start for start in starts if text[:start].strip()], len(text)]
    return [_copied(text[start:end]) for start, end in zip(edges, edges[1:], strict=False)]


def _begins(text: str, start: int) -> bool:
    """A sender's line begins a mail where a blank line or nothing stands before it."""
    before = text[:start]
    return not before.strip() or before.endswith("\n\n")


def _copied(text: str) -> Said:
    head, _, body = text.lstrip().partition("\n\n")
    sent = _named(head, _DATES)
    return Said(_own_words(body), _named(head, _SENDERS), _moment(sent), _named(head, _SUBJECTS))


def _saved(text: str) -> Said:
    """A file of a mail program, pasted: its plain text, decoded."""
    try:
        return _said_by(message_from_string(text, _class=EmailMessage, policy=policy.default))
    except (MessageError, LookupError, ValueError, AttributeError):
        return Said(text)


def saved_mails(data: bytes) -> Iterator[bytes]:
    """Each mail of a file that a mail program saved, one or a whole box of them; none when it is no such file."""
    boxed = list(_IN_A_BOX.finditer(data)) if data.startswith(b"From ") else []
    starts, ends = [place.end() for place in boxed] or [0], [place.start() for place in boxed[1:]]
    for start, end in zip(starts, [*ends, len(data)], strict=False):
        mail = data[start:end].lstrip(b"\r\n")
        head = _SAVED.match(mail[:_LONGEST_HEAD])
        if head is not None and _NAMES.search(head[0]):
            yield _KEPT_APART.sub(b"", mail) if boxed else mail


def mail_of(data: bytes) -> Said:
    """A saved mail, decoded; raises Refused for one that can't be read."""
    try:
        return _said_by(message_from_bytes(data, _class=EmailMessage, policy=policy.default))
    except Exception as fault:  # noqa: BLE001 - a mail from anywhere: the library raises whatever it stumbles over
        raise Refused("A mail in this file is damaged. Open it in your mail program, copy its words and paste them.") \
            from fault


def _said_by(mail: EmailMessage) -> Said:
    """Its plain text; of a mail that has none, the words of its page."""
    part = mail.get_body(preferencelist=("plain", "html"))
    body = str(part.get_content()) if part is not None else ""
    if part is not None and part.get_content_subtype() == "html":
        body = words_of(body)
    sender, subject, date = (str(mail.get(name, "")) for name in ("From", "Subject", "Date"))
    return Said(_own_words(body.replace("\r\n", "\n")), sender, _moment(date), subject)


def _named(head: str, names: str) -> str:
    found = re.search(rf"^(?:{names}):[ \t]*(.*)$", head, re.M)
    return found[1].strip() if found else ""


def _own_words(body: str) -> str:
    """Without quoted lines and what stands under a signature's dashes."""
    lines: list[str] = []
    for line in body.split("\n"):
        if line.rstrip() == "--":
            break
        if not line.startswith(">"):
            lines.append(line)
    return "\n".join(lines).strip("\n ")


def _moment(text: str) -> datetime | None:
    """As a mail's header writes it; other ways of writing a day are left alone."""
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return found if found.tzinfo else None
