"""What a sent form holds: read within limits, cleaned like any text from people."""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import parse_qsl

from counter.errors import Known
from counter.page.setup import Limits
from counter.records.answers import HIGHEST, LOWEST, Answer
from counter.records.cleaning import clean_line, clean_text
from counter.voice import codes

NAMES = frozenset({"token", "q1", "q2", "q3", "words", "code", "contact", "nameless"})


def read_fields(body: bytes, limits: Limits) -> dict[str, str]:
    """The fields of a form by name, unknown ones left out; raises ValueError when there are too many."""
    pairs = parse_qsl(
        body.decode("ascii", "replace"), keep_blank_values=True, max_num_fields=limits.fields, errors="replace"
    )
    return {name: text for name, text in pairs if name in NAMES}


def answer_of(fields: Mapping[str, str], key: str, now: datetime, limits: Limits) -> tuple[Answer | None, str]:
    """The answer, or None and the name of the sentence that says what is wrong."""
    try:
        words = clean_text(fields.get("words", ""), "words", limits.words)
        contact = clean_line(fields.get("contact", ""), "contact")
        typed = clean_line(fields.get("code", ""), "code")
    except Known:
        return None, "empty"
    code = codes.read(typed) if typed else ""
    if code is None:
        return None, "code_wrong"
    one, two, three = (_score(fields.get(name, "")) for name in ("q1", "q2", "q3"))
    if not words and not any((one, two, three)):
        return None, "empty"
    nameless = bool(fields.get("nameless"))
    return Answer(
        key=key, sent=now, code=code, scores=(one, two, three), words=words, contact="" if nameless else contact,
        anonymous=nameless,
    ), ""


def _score(text: str) -> int | None:
    figure = int(text) if text.isascii() and text.isdecimal() and len(text) <= 2 else 0
    return figure if LOWEST <= figure <= HIGHEST else None
