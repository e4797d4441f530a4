"""What customers wrote, read from a strange file in a process of its own: a chat's export, saved mails, a form's table.

First what the file is and who wrote in it; then, once it is known which of them is the shop, each answer.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from counter.errors import FieldRefused, Refused
from counter.office.saying import apart
from counter.records.answers import Answer, FormFile, Says
from counter.records.countries import COUNTRIES
from counter.records.here import Here
from counter.records.imports import Grid
from counter.transfer.answers import read_form
from counter.transfer.archives import is_archive, texts_in
from counter.transfer.decoding import LARGEST, decode
from counter.transfer.workbooks import is_workbook
from counter.voice import codes
from counter.voice.chats import Said, split_chats
from counter.voice.mails import mail_of, saved_mails
from counter.voice.messages import answer_of, by_customers, said_in

HEARD, TOLD, CODES, ANSWERS = "heard.json", "told.jsonl", "codes.txt", "answers.jsonl"
MOST = 40_000  # what WhatsApp puts into one export
_TABLES = (".csv", ".tsv")
_ANSWERS = {Says.CODE, Says.WHEN, Says.SCORE}
_SAMPLE, _UNSEEN = 4_000, 0.05
NO_CHAT = "There is no chat in this archive. In WhatsApp choose “Export chat”, and send its file to this PC."
NOT_READ = "This can't be read here: choose a chat that WhatsApp exported, mails saved as .eml, or a form's CSV file."
OLD = "This is a workbook or a mail as Office keeps it. Save it as CSV or as text (.eml, .txt), and choose that file."
ONE_TABLE = "A form's table is read on its own. Choose it without the other files."
NOBODY = "No customer wrote anything in this."


def look(folder: Path, asked: dict[str, Any]) -> None:
    """Who wrote what, one a line; or a form's table."""
    here, paths = here_of(asked["here"]), [Path(path) for path in asked["paths"]]
    said: list[Said] = []
    chat = False
    for path in paths:
        try:
            found = _read(path, here)
        except Refused as refused:
            if len(paths) == 1:
                raise
            raise Refused(f"{apart(path.name)}: {refused.sentence}") from refused
        if isinstance(found, FormFile):
            if len(paths) > 1:
                raise Refused(ONE_TABLE)
            _put(folder / HEARD, {"form": _of_form(found)})
            return
        chat = chat or not found[1]
        said += found[0]
    if not said:
        raise Refused(NOBODY)
    if len(said) > MOST:
        raise Refused(f"There are {len(said):,} messages in this; {MOST:,} can be read. Export it in parts.")
    with (folder / TOLD).open("w", encoding="ascii") as lines:
        lines.writelines(f"{json.dumps(_of_said(one))}\n" for one in said)
    senders = Counter(one.sender for one in said if one.sender) if chat else Counter()
    _put(folder / HEARD, {"form": None, "senders": senders.most_common()})


def answers(folder: Path, asked: dict[str, Any]) -> None:
    """Each answer of those who are not the shop, one a line; the first line says how many were too long to keep."""
    live = frozenset((folder / CODES).read_text(encoding="ascii").split())
    too_long, found = 0, []
    for one in by_customers(map(_said, _lines(folder / TOLD)), asked["ours"]):
        try:
            answer = answer_of(one, live)
        except FieldRefused:
            too_long += 1
        else:
            found += [answer] if answer is not None else []
    if not (found or too_long or asked["ours"][0]):
        raise Refused(NOBODY)
    with (folder / ANSWERS).open("w", encoding="ascii") as lines:
        lines.write(f"{too_long}\n")
        lines.writelines(f"{json.dumps(asdict(one), default=datetime.isoformat)}\n" for one in found)


def read_answers(path: Path) -> tuple[tuple[Answer, ...], int]:
    """The answers again, and how many were too long to keep."""
    lines = _lines(path)
    too_long = next(lines)
    return tuple(map(_answer, lines)), too_long


def read_heard(path: Path) -> tuple[FormFile | None, tuple[str, ...]]:
    """A form's table, or else who wrote, whoever wrote most first."""
    heard = json.loads(path.read_text(encoding="ascii"))
    if heard["form"] is not None:
        return _form(heard["form"]), ()
    return None, tuple(name for name, _ in heard["senders"])


def of_here(here: Here) -> list[str]:
    """Where and when, for the way to the child."""
    return [here.now.isoformat(), str(here.zone), here.country.key]


def here_of(kept: list[str]) -> Here:
    """Where and when, again."""
    now, zone, country = kept
    return Here(datetime.fromisoformat(now), ZoneInfo(zone), COUNTRIES[country])


def _read(path: Path, here: Here) -> tuple[list[Said], bool] | FormFile:
    """Messages and whether they are mails, or a form's table."""
    data = _bytes(path)
    if is_archive(data):
        chats = (split for text in texts_in(data) if (split := _chat(decode(text), here)) is not None)
        found = next(chats, None)
        if found is None:
            raise Refused(NO_CHAT)
        return found, False
    if is_workbook(data):
        raise Refused(OLD)
    mails = [mail_of(mail) for mail in saved_mails(data)]
    if mails:
        return mails, True
    text = decode(data)
    chat = _chat(text, here)
    return (chat, False) if chat is not None else _table(path.name, text, data)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size <= LARGEST:
            return path.read_bytes()
    except OSError as fault:
        raise Refused(f"{apart(path.name)} can't be read. Is it still there?") from fault
    zipped = path.suffix.casefold() == ".zip"
    more = "Export the chat without its pictures." if zipped else "Split it into smaller ones."
    raise Refused(f"This file has {size // 1_000_000} MB; 20 MB can be read. {more}")


def _chat(text: str, here: Here) -> list[Said] | None:
    return said_in(text, here) if split_chats(text[:_SAMPLE], here) is not None else None


def _table(name: str, text: str, data: bytes) -> FormFile:
    """Of what is neither chat nor mail, a table is read; a letter with commas is none."""
    sample = text[:_SAMPLE]
    unseen = sum(not (letter.isprintable() or letter.isspace()) or letter == "\ufffd" for letter in sample)
    if not sample.strip() or unseen > _UNSEEN * len(sample):
        raise Refused(NOT_READ)
    form = read_form(name, data, lambda cell: codes.read(cell) is not None)
    if Path(name).suffix.casefold() not in _TABLES and not _ANSWERS & set(form.columns):
        raise Refused(NOT_READ)
    return form


def _of_said(one: Said) -> list[str | None]:
    return [one.text, one.sender, one.at.isoformat() if one.at else None, one.subject]


def _said(kept: list[str]) -> Said:
    text, sender, at, subject = kept
    return Said(text, sender, datetime.fromisoformat(at) if at else None, subject)


def _answer(kept: dict[str, Any]) -> Answer:
    sent = datetime.fromisoformat(kept.pop("sent")) if kept["sent"] else None
    earlier = tuple((key, letters) for key, letters in kept["earlier"])
    return Answer(**{**kept, "scores": tuple(kept["scores"]), "sent": sent, "earlier": earlier})


def _of_form(form: FormFile) -> dict[str, Any]:
    grid = form.grid
    return {"name": form.name, "columns": form.columns, "header": grid.header, "rows": [*grid.rows],
            "lines": grid.lines, "refused": grid.refused}  # fmt: skip


def _form(kept: dict[str, Any]) -> FormFile:
    grid = Grid(
        header=tuple(kept["header"]), rows=tuple(map(tuple, kept["rows"])), lines=tuple(kept["lines"]),
        refused=tuple((line, sentence) for line, sentence in kept["refused"]),
    )  # fmt: skip
    return FormFile(name=kept["name"], grid=grid, columns=tuple(map(Says, kept["columns"])))


def _put(path: Path, what: object) -> None:
    path.write_text(json.dumps(what), encoding="ascii")


def _lines(path: Path) -> Iterator[Any]:
    with path.open(encoding="ascii") as file:
        yield from map(json.loads, file)
