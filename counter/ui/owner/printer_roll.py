"""What differs between roll printers: knife, drawer, paper fed, answers, and how much is sent at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from counter.records.roll import DOTS_FED, ROWS, RollOptions
from counter.records.slips import DOTS_PER_MM, PAPERS, PrinterWay
from counter.ui.owner.reading import checked, whole
from counter.ui.texts import printers as words
from counter.ui.widgets.chips import Choice
from counter.ui.widgets.fields import ChoiceField, Field, FieldSpec, LineField
from counter.ui.widgets.form import FormFrame

_OWN: Final = (PrinterWay.NETWORK, PrinterWay.DEVICE, PrinterWay.SERIAL)  # spoken to without a driver
_MOST_FED: Final = DOTS_FED[1] // DOTS_PER_MM


class RollFields:
    """Adds its fields to a printer's form; only those that the way and paper ask for are shown."""

    def __init__(self, form: FormFrame) -> None:
        self._fields: dict[str, Field] = {
            "raw": _choice("raw", (words.RAW, words.RAW_HINT), words.RAW_WAYS),
            "cut": _choice("cut", (words.CUT, "")),
            "answers": _choice("answers", (words.ANSWERS, words.ANSWERS_HINT)),
            "drawer": _choice("drawer", (words.DRAWER, words.DRAWER_HINT)),
            "feed": _number("feed", (words.FEED, words.FEED_HINT), (DOTS_FED[0], _MOST_FED)),
            "chunk": _number("chunk", (words.CHUNK, words.CHUNK_HINT), ROWS),
        }
        self._queue = False
        form.add(self._fields["raw"])
        self._rows = [
            form.add_row(self._fields["cut"], self._fields["answers"]),
            form.add_row(self._fields["feed"], self._fields["drawer"]),
            form.add_row(self._fields["chunk"]),
        ]

    def show_options(self, roll: RollOptions) -> None:
        """Fills the fields."""
        filled = {name: _yes(getattr(roll, name)) for name in ("raw", "cut", "answers", "drawer")}
        filled |= {"feed": str(round(roll.feed / DOTS_PER_MM)), "chunk": str(roll.chunk)}
        for name, text in filled.items():
            self._fields[name].set_value(text)

    def fit(self, way: str, paper: str) -> None:
        """Shows what can be said of a printer of this way and paper."""
        roll = paper in PAPERS and PAPERS[paper].page is None
        queue = self._queue = way == PrinterWay.SYSTEM and roll
        self._fields["raw"].setVisible(queue)
        own = way in _OWN or (queue and self._says("raw"))
        for row in self._rows:
            row.setVisible(own)
        self._fields["answers"].setVisible(own and not queue)

    def options(self, before: RollOptions) -> RollOptions:
        """What stands in the fields; a length that was not changed keeps its dots."""
        feed, chunk = (_read(self._fields[name].value()) for name in ("feed", "chunk"))
        same = feed == round(before.feed / DOTS_PER_MM)
        return RollOptions(
            raw=self._queue and self._says("raw"), cut=self._says("cut"), answers=self._says("answers"),
            drawer=self._says("drawer"), feed=before.feed if same else feed * DOTS_PER_MM, chunk=chunk or before.chunk,
        )  # fmt: skip

    def _says(self, name: str) -> bool:
        return self._fields[name].value() == "yes"


def _choice(name: str, said: tuple[str, str], choices: Mapping[str, str] = words.YES_NO) -> ChoiceField:
    label, hint = said
    return ChoiceField(FieldSpec(name=name, label=label, hint=hint), [Choice(*each) for each in choices.items()])


def _number(name: str, said: tuple[str, str], bounds: tuple[int, int]) -> LineField:
    label, hint = said
    return LineField(FieldSpec(name=name, label=label, hint=hint, check=checked(whole(name, *bounds))))


def _read(text: str) -> int:
    return int(text) if text.strip().isdecimal() else 0


def _yes(on: object) -> str:
    return "yes" if on else "no"
