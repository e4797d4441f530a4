"""What every part of the window needs to put records into words: now, money, and the names of staff."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from counter.records.countries import COUNTRIES, MoneyStyle
from counter.records.here import Here


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Where and when the window shows something. `staff` maps ids to names.

    `language` is that of the shop's slips, `languages` all in which slips can be, `paper` what they are printed on
    (“58 mm”).
    """

    here: Here
    money: MoneyStyle
    staff: Mapping[int, str] = field(default_factory=dict)
    language: str = ""
    languages: frozenset[str] = frozenset()
    paper: str = ""

    def slip_language(self, wanted: str) -> str:
        """The language of somebody's slips: the one that they want where slips can be in it, else the shop's."""
        return wanted if wanted in self.languages else self.language


# what stands there before the shop's file is open; nothing is put into words by it
NOT_OPEN: Final = Moment(here=Here(datetime(2000, 1, 1, tzinfo=UTC), UTC, COUNTRIES["GB"]), money=COUNTRIES["GB"].money)
