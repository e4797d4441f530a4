"""What customers sent from their own phones, as it is copied out of WhatsApp, a text message or a mail."""

import re
from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from email.utils import parseaddr
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
    found = [answer_of(one, live) for one in by_customers(said_in(text, here), (ours,))]
    return tuple(answer for answer in found if answer is not None)


def said_in(text: str, here: Here) -> list[Said]:
    """Who wrote what, as it stands in a pasted text or a chat's file."""
    chat = split_chats(text.replace("\r\n", "\n"), here)
    if chat is not None:
        return [replace(one, text=_whole(one.text)) for one in chat]
    whole = _whole(text)
    return split_mails(whole) if is_mail(whole) else [Said(part) for part in _bare(whole)]


def by_customers(said: Iterable[Said], ours: Collection[str]) -> list[Said]:
    """Without what a name or a mail address of `ours` sent; what somebody went on writing is one message."""
    names = {name.casefold() for name in ours if name}
    return _in_one_breath([one for one in said if one.text.strip() and not _is_ours(one.sender, names)])


def answer_of(said: Said, live: Container[str]) -> Answer | None:
    """What a message tells us; None when nothing. Raises FieldRefused when it is longer than is kept."""
    answer = _answer(said, live)
    if not (answer.words or any(answer.scores)):
        return None
    begun = (_answer(replace(said, text=said.text[:end]), live) for end in said.ends)
    earlier = ((one.key, len(one.words)) for one in begun if answer.words.startswith(one.words))
    return replace(answer, earlier=tuple(earlier))


def rest_of(answer: Answer, here: Container[str]) -> Answer:
    """Of a message that went on after its beginning came in, what is not `here` yet; the figures stood at its head."""
    known = max((letters for key, letters in answer.earlier if key in here), default=None)
    if known is None:
        return answer
    return replace(answer, words=answer.words[known:].strip(), scores=NO_SCORES, wants_answer=False)


def key_of(*parts: object) -> str:
    """The same for the same answer, whenever and however often it comes in."""
    return sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _whole(text: str) -> str:
    """All of it, however long, without what can't be seen."""
    return clean_text(text, "pasted", 10 * len(text) + 100)


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
            joined[-1] = replace(last, text=f"{last.text}\n{one.text}", ends=(*last.ends, len(last.text)))
        else:
            joined.append(one)
    return joined


def _goes_on(last: Said, one: Said) -> bool:
    if not one.sender or one.sender != last.sender or one.subject or last.at is None or one.at is None:
        return False
    return timedelta(0) <= one.at - last.at <= SAME_BREATH and next(found_in(one.text), None) is None


def _is_ours(sender: str, names: Collection[str]) -> bool:
    """A mail's sender is known by the address as well."""
    parts = {sender, *(parseaddr(sender) if "@" in sender else ())}
    return any(part.casefold() in names for part in parts if part)


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
