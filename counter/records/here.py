"""Where and when something is done: what every form is read by."""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from counter.records.countries import Country
from counter.records.when import business_day


@dataclass(frozen=True, slots=True)
class Here:
    """This moment (UTC, aware) at this counter. To correct an old entry, hand in the moment of that entry."""

    now: datetime
    zone: tzinfo
    country: Country

    @property
    def today(self) -> date:
        """The business day."""
        return business_day(self.now, self.zone)
