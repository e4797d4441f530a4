"""All that the owner may set: one frozen value made of each rule's own `Policy`, with a default for everything."""
import json
from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace
from datetime import datetime, time
from enum import StrEnum
from typing import Any, get_type_hints
from zoneinfo import ZoneInfo

from counter.complaints import Policy as ComplaintPolicy
from counter.dates import Policy as DatePolicy
from counter.errors import Known
from counter.gestures.policy import Policy as GesturePolicy
from counter.orders import Policy as OrderPolicy
from counter.records.countries import COUNTRIES, Country, MoneyStyle
from counter.records.here import Here
from counter.returns import Policy as ReturnPolicy
from counter.slips.design import Policy as DesignPolicy
from counter.voice.links import Reach, Way, first_way

DAYS = 7
SMALLEST, LARGEST = 0.5, 4.0
Hours = tuple[tuple[str, str] | None, ...]
USUAL_HOURS: Hours = (*((("09:00", "18:00"),) * 6), None)


class Look(StrEnum):
    """Light or dark, or as the system has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One shop's choices. `coffee` is in minor units; `opening_hours` is Monday first, None for a closed day.

    `template` is the address of a form or page with {code} in it; `tablet_address` empty means the first of this PC.
    """

    shop_name: str = "Our shop"
    trade: str = "bakery"
    country: str = "GB"
    language: str = "en"
    zone: str = "Europe/London"
    opening_hours: Hours = USUAL_HOURS
    phone: str = ""
    whatsapp: str = ""
    mail: str = ""
    address: str = ""
    way: str = ""
    template: str = ""
    tablet: bool = False
    tablet_address: str = ""
    tablet_port: int = 8470
    coffee: int = 300
    first_name_only: bool = False
    look: Look = Look.SYSTEM
    text_scale: float = 1.0
    printer_id: int | None = None
    set_up: bool = False
    seed: int = 1
    returns: ReturnPolicy = field(default_factory=ReturnPolicy)
    complaints: ComplaintPolicy = field(default_factory=ComplaintPolicy)
    orders: OrderPolicy = field(default_factory=OrderPolicy)
    dates: DatePolicy = field(default_factory=DatePolicy)
    gestures: GesturePolicy = field(default_factory=GesturePolicy)
    designs: DesignPolicy = field(default_factory=DesignPolicy)

    @property
    def land(self) -> Country:
        """The country's conventions."""
        return COUNTRIES.get(self.country, COUNTRIES["GB"])

    @property
    def money(self) -> MoneyStyle:
        """How amounts are read and said."""
        return self.land.money

    @property
    def reach(self) -> Reach:
        """What the QR code opens: the owner's choice, else the first way that the shop gave."""
        given = {
            Way.WHATSAPP: self.whatsapp, Way.SMS: self.phone, Way.MAIL: self.mail, Way.FORM: self.template,
            Way.PAGE: self.template,
        }
        if self.way == Way.COUNTER or (self.way and given.get(Way(self.way))):
            return Reach(Way(self.way), given.get(Way(self.way), ""))
        return first_way(self.whatsapp, self.phone, self.mail)

    def here(self, now: datetime) -> Here:
        """This moment at this shop."""
        return Here(now, ZoneInfo(self.zone), self.land)

    def giving(self) -> GesturePolicy:
        """The gestures' policy with the shop's trade and cup of coffee in it."""
        return replace(self.gestures, trade=self.trade, cup=self.coffee)

    def to_text(self) -> str:
        """JSON with sorted keys."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_text(cls, text: str) -> "Settings":
        """Back from JSON; what an older program did not know gets its default. Raises Known when it can't be read."""
        try:
            settings: Settings = _build(cls, json.loads(text))
            return _sound(settings)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as fault:
            raise Known("The shop's settings can't be read. Defaults are used until they are saved again.") from fault


def _sound(settings: Settings) -> Settings:
    """A zone that this PC does not know gives way to the country's; raises ValueError for what no page can have set."""
    if len(settings.opening_hours) != DAYS or not all(span is None or _hours(*span) for span in settings.opening_hours):
        raise ValueError("opening hours")
    if settings.way and settings.way not in set(Way):
        raise ValueError("a way that no slip knows")
    if not SMALLEST <= settings.text_scale <= LARGEST or type(settings.printer_id) not in (int, type(None)):
        raise ValueError("no figure")
    return settings if zone_known(settings.zone) else replace(settings, zone=settings.land.zone)


def zone_known(name: str) -> bool:
    """Whether this PC knows a time zone of that name."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _hours(opens: str, closes: str) -> bool:
    """Whether both are a time of day; raises ValueError for anything else."""
    return time.fromisoformat(opens) < time.max and time.fromisoformat(closes) < time.max


def _build(cls: Any, values: dict[str, Any]) -> Any:
    hints = get_type_hints(cls)
    known = {f.name: _value(hints[f.name], values[f.name]) for f in fields(cls) if f.name in values}
    return cls(**known)


def _value(hint: Any, value: Any) -> Any:
    if is_dataclass(hint):
        return _build(hint, value)
    if isinstance(value, list):
        return tuple(tuple(v) if isinstance(v, list) else v for v in value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    if isinstance(hint, type) and not isinstance(value, hint) and not (hint is float and isinstance(value, int)):
        raise TypeError(f"{value!r} is not a {hint.__name__}")
    return value
