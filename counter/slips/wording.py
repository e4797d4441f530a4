"""The fixed words, days and starter lines of a language, read from its file in `resources/lines`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from counter.records.slips import Flow, ForPaper, Line
from counter.records.when import DAY_END

FIRST_LANGUAGE = "en"


class Word(StrEnum):
    """The fixed words of slips; every language file has them all."""

    HOW_WAS_IT = "how_was_it"
    OR_TELL_US = "or_tell_us"
    TELL_US_HERE = "tell_us_here"
    QUESTIONS = "questions"
    THANK_YOU = "thank_you"
    SORRY = "sorry"
    WHAT_WE_DID = "what_we_did"
    RETURN_RECEIPT = "return_receipt"
    RETURN_THANKS = "return_thanks"
    STORE_CREDIT = "store_credit"
    CREDIT_IS_YOURS = "credit_is_yours"
    DEPOSIT = "deposit"
    DEPOSIT_RECEIPT = "deposit_receipt"
    ORDER = "order"
    OUR_COPY = "our_copy"
    PROMISED_FOR = "promised_for"
    AGREED_PRICE = "agreed_price"
    LEFT_TO_PAY = "left_to_pay"
    SIGNATURE = "signature"
    COPY = "copy"
    BOUGHT_ON = "bought_on"
    RECEIPT_NUMBER = "receipt_number"
    BALANCE = "balance"
    REFUND = "refund"
    EXCHANGE = "exchange"
    REPLACEMENT = "replacement"
    REPAIR = "repair"
    DECLINED = "declined"
    SLIP = "slip"
    ASK = "ask"


_BETWEEN = {Flow.LTR: ", ", Flow.RTL: "، "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One language on paper. `name` is the language in itself; `day` is the pattern of a written day."""

    language: str
    name: str
    flow: Flow
    words: Mapping[Word, ForPaper]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    day: str
    lines: tuple[Line, ...]

    @property
    def between(self) -> str:
        """What stands between two of a list: the comma of the script, and a space."""
        return _BETWEEN[self.flow]

    def say(self, word: Word) -> ForPaper:
        """The word in this language."""
        return self.words[word]

    def say_day(self, day: date) -> ForPaper:
        """As "Thu 26 November 2026"."""
        weekday, month = self.weekdays[day.weekday()], self.months[day.month - 1]
        return ForPaper(self.day.format(weekday=weekday, day=day.day, month=month, year=day.year))

    def say_moment(self, at: datetime) -> ForPaper:
        """The day and the clock of a moment in the shop's zone; the day alone where no time was said."""
        if at.time().replace(second=0, microsecond=0) == DAY_END:
            return self.say_day(at.date())
        return ForPaper(f"{self.say_day(at.date())}{self.between}{at.hour}:{at.minute:02d}")


def read_wording(text: str) -> Wording:
    """A language file; raises ValueError or KeyError where a word, day or month is missing."""
    kept = json.loads(text)
    language = kept["language"]
    wording = Wording(
        language=language,
        name=kept["name"],
        flow=Flow(kept["flow"]),
        words={word: ForPaper(kept["words"][word]) for word in Word},
        weekdays=tuple(kept["weekdays"]),
        months=tuple(kept["months"]),
        day=kept["day"],
        lines=tuple(
            Line(ForPaper(line), language, occasion) for occasion, lines in kept["lines"].items() for line in lines
        ),
    )
    if len(wording.weekdays) != 7 or len(wording.months) != 12:
        raise ValueError(f"{language}: a week has seven days and a year twelve months")
    return wording


def wording_for(language: str, shop_language: str, wordings: Mapping[str, Wording]) -> Wording:
    """The customer's language (pt for pt-BR), else the shop's, else English."""
    wishes = (language, language.split("-")[0], shop_language, shop_language.split("-")[0])
    return next((wordings[wish] for wish in wishes if wish in wordings), wordings[FIRST_LANGUAGE])
