"""The lines on slips: those that came with the program, each switched on or off, and the shop's own."""

from collections.abc import Mapping
from dataclasses import dataclass

from counter.errors import FieldRefused
from counter.models import shop
from counter.models.journal import Writer
from counter.models.tables_shop import LineRow
from counter.office.change import Change, Told
from counter.office.change import save as save_change
from counter.office.saying import apart
from counter.records.cleaning import clean_line
from counter.records.entries import Saved
from counter.slips.wording import Wording

LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerLine:
    """A line as the owner sees it. `number` is 0 where nothing of it is kept, `starter` for one of the program's.

    `instead_of` is the program's line that an edited one takes the place of.
    """

    number: int
    language: str
    occasion: str
    text: str
    active: bool = True
    starter: bool = False
    instead_of: str = ""


def every(wordings: Mapping[str, Wording]) -> tuple[OwnerLine, ...]:
    """The program's lines first; a kept line with the same text says whether such a one is on."""
    kept = {(language, text): (number, active) for number, language, _, text, active in shop.lines()}
    starters = [
        OwnerLine(number=number, language=language, occasion=line.occasion, text=line.text, active=on, starter=True)
        for language, wording in wordings.items()
        for line in wording.lines
        for number, on in [kept.get((language, line.text), (0, True))]
    ]
    taken = {line.number for line in starters}
    own = [
        OwnerLine(number=number, language=language, occasion=occasion, text=text, active=active)
        for number, language, occasion, text, active in shop.lines()
        if number not in taken
    ]
    return (*starters, *own)


def save(change: Change, line: OwnerLine) -> Saved:
    """A new or changed line of the shop's own; raises FieldRefused when it is empty, too long or there already."""
    text = clean_line(line.text, "text", LONGEST)
    if not text:
        raise FieldRefused("text", "Write a few words, as you would say them.")
    if _row_of(line.language, text) not in (None, line.number):
        raise FieldRefused("text", "This line is there already.")

    def write(writer: Writer) -> Told:
        if line.instead_of:
            _set(writer, _row(line, line.instead_of), active=False)
        number = 0 if line.instead_of else line.number
        if number:
            writer.update(LineRow, number, text=text)
        else:
            number = shop.save_line(None, line.language, line.occasion, text, active=False)
            _set(writer, number, active=True)
        return Told(sentence=f"This line may stand on slips: {apart(text)}", table=LineRow, row=number)

    return save_change(change, write)


def switch(change: Change, line: OwnerLine, *, on: bool) -> Saved:
    """Let a line stand on slips, or not any more."""
    said = "may stand on slips again" if on else "stands on no slip any more"

    def write(writer: Writer) -> Told:
        number = line.number or _row(line, line.text)
        _set(writer, number, active=on)
        return Told(sentence=f"“{apart(line.text)}” {said}.", table=LineRow, row=number)

    return save_change(change, write)


def _row(line: OwnerLine, text: str) -> int:
    """The kept row of one of the program's lines, made where there is none yet."""
    return _row_of(line.language, text) or shop.save_line(None, line.language, line.occasion, text)


def _row_of(language: str, text: str) -> int | None:
    return next((number for number, *where, said, _ in shop.lines() if (where[0], said) == (language, text)), None)


def _set(writer: Writer, number: int, *, active: bool) -> None:
    """A line is never deleted: undo switches it to how it was."""
    writer.update(LineRow, number, active=active)
