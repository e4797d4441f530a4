"""What customers sent from their own phones, as it is copied out of WhatsApp, a text message or a mail."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256

from counter.records.answers import NO_SCORES, Answer, Scores
from counter.records.cleaning import clean_text
from counter.records.here import Here
from counter.voice.chats import Said, split_chats
from counter.voice.codes import found_in, meant_in, show
from counter.voice.mails import is_mail, split_mails

ANSWER_ME = "✉"
SAME_BREATH = timedelta(minutes=10)
_SCORE = "(10|[1-9]|[-–—])"
_NUMBERS = re.compile(rf"[ \t]*{_SCORE}[ ,/;]+{_SCORE}[ ,/;]+{_SCORE}[ \t]*({ANSWER_ME}\ufe0f?)?[ \t]*(?:\n|$)")
_WORD_BEFORE = re.compile(r"\s*(?:[^\W\d_]{1,15}[\s:#]{1,3})?$")
_AFTER_CODE = re.compile(r"[ \t]*[:,;.\-–]?[ \t]*\n?")


@dataclass(frozen=True, slots=True)
class _Head:
    """How far "Slip 7K3M-9QX2" reaches at the beginning of a message, and its code."""

    end: int
    code: str


def compose(slip: str, answer: Answer) -> str:
    """The message that a customer's phone sends: "Slip 7K3M-9QX2", the three figures, their words."""
    figures = " ".join("-" if score is None else str(score) for score in answer.scores)
    wish = f" {ANSWER_ME}" if answer.wants_answer else ""
    return f"{slip} {show(answer.code)}\n{figures}{wish}\n{answer.words}".rstrip()


def read_messages(text: str, here: Here, live: Container[str], ours: str = "") -> tuple[Answer, ...]:
    """Every message of a pasted text: a chat's export, one or several mails, or the bare words.

    A code counts as one only when it is `live`. What the sender called `ours` wrote is left out. Raises FieldRefused
    when a message is longer than is kept.
    """
    whole = clean_text(text, "pasted", 10 * len(text) + 100)
    said = [one for one in _split(whole, here) if one.text.strip() and not _same(one.sender, ours)]
    found = [_answer(one, live) for one in _in_one_breath(said)]
    return tuple(answer for answer in found if answer.words or any(answer.scores))


def key_of(*parts: object) -> str:
    """The same for the same answer, whenever and however often it comes in."""
    return sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _split(text: str, here: Here) -> list[Said]:
    chat = split_chats(text, here)
    if chat:
        return chat
    return split_mails(text) if is_mail(text) else [Said(part) for part in _bare(text)]


def _bare(text: str) -> Iterator[str]:
    """Messages one below the other: each line that begins with a code begins one."""
    part: list[str] = []
    for line in text.split("\n"):
        if part and _head(line) is not None:
            yield "\n".join(part)
            part = []
        part.append(line)
    yield "\n".join(part)


def _in_one_breath(said: list[Said]) -> list[Said]:
    """What the same person wrote on within minutes, without another code, is one message."""
    joined: list[Said] = []
    for one in said:
        last = joined[-1] if joined else None
        if last is not None and _goes_on(last, one):
            joined[-1] = replace(last, text=f"{last.text}\n{one.text}")
        else:
            joined.append(one)
    return joined


def _goes_on(last: Said, one: Said) -> bool:
    if not one.sender or one.sender != last.sender or last.at is None or one.at is None:
        return False
    return timedelta(0) <= one.at - last.at <= SAME_BREATH and next(found_in(one.text), None) is None


def _same(sender: str, ours: str) -> bool:
    return bool(ours) and sender.casefold() == ours.casefold()


def _answer(said: Said, live: Container[str]) -> Answer:
    head = _head(said.text)
    rest = said.text[head.end :] if head and head.code in live else said.text
    figures = _NUMBERS.match(rest)
    words = clean_text(rest[figures.end() :] if figures else rest, "pasted")
    written = f"{said.subject}\n{said.text}"
    code = next((code for _, _, code in found_in(written) if code in live), "")
    scores = _scores(figures) if figures else NO_SCORES
    return Answer(
        words=words, code=code, scores=scores, wants_answer=bool(figures and figures[4]), contact=said.sender,
        sent=said.at, meant="" if code else meant_in(written, live),
        key=key_of("message", code, scores, words, *(() if code else (said.sender, said.at))),
    )


def _head(text: str) -> _Head | None:
    """A code at the very beginning, one word such as "Slip" allowed before it."""
    line = text.lstrip().split("\n", 1)[0][:60]
    offset = len(text) - len(text.lstrip())
    for start, end, code in found_in(line):
        if _WORD_BEFORE.fullmatch(line[:start]):
            after = _AFTER_CODE.match(text, offset + end)
            return _Head(after.end() if after else offset + end, code)
    return None


def _scores(figures: re.Match[str]) -> Scores:
    one, two, three = (int(part) if part.isdecimal() else None for part in figures.group(1, 2, 3))
    return one, two, three
