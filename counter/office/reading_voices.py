"""Files with what customers wrote, read by a process of its own: the window never waits for one nor dies with it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from counter.office import voices_child as child
from counter.office.reading import Apart
from counter.records.answers import Answer, FormFile
from counter.records.here import Here

SECONDS = 60
TOO_LONG = "Reading this took too long, so it was stopped. Export the chat without its pictures, or in parts."
DIED = "This can't be read: it is damaged, or not what it says it is. Export it once more."
RECENT = timedelta(days=30)


class Which(StrEnum):
    """Which of the answers in a file are wanted."""

    ALL = "all"
    RECENT = "recent"
    WITH_CODE = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What files were found to be: a form's table, or messages. `senders` are all who wrote in a chat, most first."""

    name: str
    form: FormFile | None = None
    senders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FromFile:
    """The answers in files, and how many messages were longer than is kept. `ours` is who in them is the shop."""

    name: str
    answers: tuple[Answer, ...]
    too_long: int = 0
    ours: str = ""

    def only(self, which: Which, now: datetime) -> tuple[Answer, ...]:
        """The answers that are wanted; one that doesn't say when it was written counts as new."""
        if which is Which.WITH_CODE:
            return tuple(one for one in self.answers if one.code or one.meant)
        if which is Which.RECENT:
            return tuple(one for one in self.answers if one.sent is None or now - one.sent <= RECENT)
        return self.answers


class VoicesReader(Apart):
    """Reads the same files in two steps: who wrote, then what they tell us."""

    too_long, died = TOO_LONG, DIED

    def __init__(self, command: tuple[str, ...], shop_file: Path, seconds: float = SECONDS) -> None:
        super().__init__(command, shop_file)
        self._seconds = seconds
        self._name = ""

    def look(self, paths: Sequence[Path], here: Here) -> Heard:
        """What the files are; raises Refused with a sentence for what can't be read."""
        self._name = name_of(paths)
        asked = {"do": "hear", "paths": [str(path) for path in paths], "here": child.of_here(here)}
        self.ask(asked, self._seconds)
        form, senders = child.read_heard(self.folder / child.HEARD)
        return Heard(name=self._name, form=form, senders=senders)

    def answers(self, live: Iterable[str], ours: str, others: Collection[str]) -> FromFile:
        """What customers tell us in the files last looked at. `live` are the codes of our slips.

        `ours` is who of a chat is the shop, `others` further names and addresses of it; raises Refused as `look` does.
        """
        (self.folder / child.CODES).write_text("\n".join(live), encoding="ascii")
        self.ask({"do": "answers", "ours": [ours, *others]}, self._seconds)
        found, too_long = child.read_answers(self.folder / child.ANSWERS)
        return FromFile(name=self._name, answers=found, too_long=too_long, ours=ours)


def name_of(paths: Sequence[Path]) -> str:
    """What the owner calls the files: the first one's name."""
    return f"{paths[0].name} and {len(paths) - 1} more" if len(paths) > 1 else paths[0].name
