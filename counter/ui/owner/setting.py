"""Each setting as text and back: what a field shows, and what the settings become when it says something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from counter.errors import FieldRefused
from counter.records.cleaning import clean_line
from counter.records.countries import COUNTRIES
from counter.records.money import plain_money, read_money
from counter.records.reading import read_time
from counter.records.when import DAYS
from counter.settings import Hours, Look, Settings, zone_known
from counter.ui.owner.reading import decimal, whole
from counter.ui.texts import owner as owner_words
from counter.ui.texts import shop as words
from counter.ui.texts.common import LANGUAGES
from counter.ui.widgets.chips import Choice

Show = Callable[[Settings], str]
Put = Callable[[Settings, str], Settings]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting. `put` raises Known; `choices` makes it chips, `completions` complete what is typed."""

    name: str
    section: str
    label: str
    hint: str
    show: Show
    put: Put
    choices: tuple[Choice, ...] = ()
    completions: tuple[str, ...] = ()


def settings_table() -> dict[str, Setting]:
    """All settings by name, in the order in which they are asked."""
    made = (*_shop(), *_reach(), *_hours(), *_rules(), *_extras(), *_slips(), *_screen())
    return {setting.name: setting for setting in made}


def _field(name: str, section: str, show: Show, put: Put, **rest: Any) -> Setting:
    label, hint = words.FIELDS[name]
    return Setting(name=name, section=section, label=label, hint=hint, show=show, put=put, **rest)


def _choices(labels: Mapping[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(key, label) for key, label in labels.items())


def _text(name: str, section: str) -> Setting:
    def put(settings: Settings, text: str) -> Settings:
        return replace(settings, **{name: clean_line(text, name)})  # type: ignore[arg-type]

    return _field(name, section, lambda settings: str(getattr(settings, name)), put)


def _picked(name: str, section: str, labels: Mapping[str, str]) -> Setting:
    def put(settings: Settings, text: str) -> Settings:
        if text not in labels:
            raise FieldRefused(name, owner_words.CHOOSE_ONE)
        return replace(settings, **{name: text})  # type: ignore[arg-type]

    return _field(name, section, lambda settings: str(getattr(settings, name)), put, choices=_choices(labels))


def _in_policy(name: str, place: tuple[str, str], read: Callable[[str], float], section: str) -> Setting:
    """A number inside one rule's policy; `place` is the policy's and the number's name."""
    policy, part = place

    def put(settings: Settings, text: str) -> Settings:
        return replace(settings, **{policy: replace(getattr(settings, policy), **{part: read(text)})})

    return _field(name, section, lambda settings: f"{getattr(getattr(settings, policy), part):g}", put)


def _shop() -> tuple[Setting, ...]:
    countries = tuple(country.name for country in COUNTRIES.values())
    zones = tuple(dict.fromkeys(country.zone for country in COUNTRIES.values()))
    return (
        _field("shop_name", "shop", lambda s: s.shop_name, _put_name),
        _picked("trade", "shop", words.TRADES),
        _field("country", "shop", lambda s: s.land.name, _put_country, completions=countries),
        _field("zone", "shop", lambda s: s.zone, _put_zone, completions=zones),
        _field("coffee", "shop", lambda s: plain_money(s.coffee, s.money), _put_coffee),
    )


def _reach() -> tuple[Setting, ...]:
    return (
        _text("phone", "reach"),
        _text("whatsapp", "reach"),
        _field("mail", "reach", lambda s: s.mail, _put_mail),
        _text("address", "reach"),
        _picked("way", "reach", words.WAYS),
    )


def _hours() -> tuple[Setting, ...]:
    return tuple(
        Setting(
            name=f"hours_{number}",
            section="hours",
            label=day,
            hint="",
            show=_show_hours(number),
            put=_put_hours(number),
        )
        for number, day in enumerate(DAYS)
    )


def _rules() -> tuple[Setting, ...]:
    return (
        _in_policy("window", ("returns", "window_days"), whole("window", 0, 36_500), "rules"),
        _in_policy("chase", ("complaints", "chase_days"), whole("chase", 0, 365), "rules"),
        _in_policy("why", ("complaints", "why_days"), whole("why", 0, 365), "rules"),
        _in_policy("follow_up", ("orders", "follow_up_days"), whole("follow_up", 0, 365), "rules"),
        _in_policy("near", ("dates", "near_days"), whole("near", 0, 180), "rules"),
    )


def _extras() -> tuple[Setting, ...]:
    return (
        _in_policy("cups_day", ("gestures", "cups_day"), decimal("cups_day", 0, 1000), "extras"),
        _in_policy("cups_week", ("gestures", "cups_week"), decimal("cups_week", 0, 7000), "extras"),
        _in_policy("minutes_day", ("gestures", "minutes_day"), decimal("minutes_day", 0, 1440), "extras"),
        _in_policy("count_day", ("gestures", "count_day"), whole("count_day", 0, 1000), "extras"),
    )


def _slips() -> tuple[Setting, ...]:
    def put_names(settings: Settings, text: str) -> Settings:
        return replace(settings, first_name_only=text == "first")

    return (
        _picked("language", "slips", LANGUAGES),
        _field(
            "names", "slips", lambda s: "first" if s.first_name_only else "whole", put_names,
            choices=_choices(words.NAMES),
        ),
    )  # fmt: skip


def _screen() -> tuple[Setting, ...]:
    def put_look(settings: Settings, text: str) -> Settings:
        return replace(settings, look=Look(text)) if text else settings

    def put_size(settings: Settings, text: str) -> Settings:
        return replace(settings, text_scale=float(text)) if text else settings

    return (
        _field("look", "screen", lambda s: s.look.value, put_look, choices=_choices(words.LOOKS)),
        _field("text_scale", "screen", lambda s: str(float(s.text_scale)), put_size, choices=_choices(words.SIZES)),
    )


def _put_name(settings: Settings, text: str) -> Settings:
    name = clean_line(text, "shop_name")
    if not name:
        raise FieldRefused("shop_name", words.NO_NAME)
    return replace(settings, shop_name=name)


def _put_mail(settings: Settings, text: str) -> Settings:
    mail = clean_line(text, "mail")
    if mail and (mail.count("@") != 1 or mail.startswith("@") or mail.endswith("@") or " " in mail):
        raise FieldRefused("mail", words.NO_MAIL)
    return replace(settings, mail=mail)


def _put_country(settings: Settings, text: str) -> Settings:
    typed = text.strip().casefold()
    found = next((c for c in COUNTRIES.values() if typed in (c.name.casefold(), c.key.casefold())), None)
    if found is None:
        raise FieldRefused("country", words.NO_COUNTRY)
    return replace(settings, country=found.key)


def _put_zone(settings: Settings, text: str) -> Settings:
    typed = text.strip().replace(" ", "_")
    near = (c.zone for c in COUNTRIES.values() if typed.casefold() in (c.zone.casefold(), _city(c.zone)))
    zone = next(near, typed)
    if not zone_known(zone):
        raise FieldRefused("zone", words.NO_ZONE)
    return replace(settings, zone=zone)


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].casefold()


def _put_coffee(settings: Settings, text: str) -> Settings:
    return replace(settings, coffee=read_money(text, settings.money, "coffee"))


def _show_hours(number: int) -> Show:
    def show(settings: Settings) -> str:
        span = settings.opening_hours[number]
        return "-".join(span) if span else ""

    return show


def _put_hours(number: int) -> Put:
    def put(settings: Settings, text: str) -> Settings:
        days = list(settings.opening_hours)
        days[number] = _read_hours(text, f"hours_{number}")
        hours: Hours = tuple(days)
        return replace(settings, opening_hours=hours)

    return put


_DASHES: Final = str.maketrans("–—−", "---")


def _read_hours(text: str, field: str) -> tuple[str, str] | None:
    """“9-18” or “9:00 – 18:30” as two texts HH:MM; None for a closed day."""
    typed = text.translate(_DASHES).replace(" to ", "-").strip()
    if typed.casefold() in ("", "-", words.DAY_HINT):
        return None
    opens, dash, closes = typed.partition("-")
    if not dash:
        raise FieldRefused(field, words.NO_HOURS)
    try:
        first, last = read_time(opens, field), read_time(closes, field)
    except FieldRefused:
        raise FieldRefused(field, words.NO_HOURS) from None
    if last <= first:
        raise FieldRefused(field, words.HOURS_TURNED)
    return first.strftime("%H:%M"), last.strftime("%H:%M")
