"""The shop's settings: read, checked as a whole, kept; and what a new shop starts with where it stands."""

from collections.abc import Collection
from dataclasses import replace
from zoneinfo import ZoneInfo

from counter.errors import FieldRefused, Known
from counter.models import shop
from counter.models.tables_shop import SettingRow
from counter.office.change import Change, Told
from counter.office.change import save as save_change
from counter.office.cups import cup_in
from counter.office.saying import apart
from counter.records.countries import COUNTRIES
from counter.records.entries import Saved
from counter.records.money import say_money
from counter.settings import Settings

NAME = "shop"
ANY_TRADE = "*"
NOWHERE = ("", "UTC", "GMT", "Factory")


def load() -> Settings:
    """As they are kept; the defaults before that, and where they can't be read."""
    text = shop.setting(NAME)
    try:
        return Settings.from_text(text) if text else Settings()
    except Known:
        return Settings()


def save(change: Change, settings: Settings) -> Saved:
    """Keep what the owner typed; raises FieldRefused. What the page doesn't show stays as it is kept."""
    check(settings)
    kept = load()
    wanted = replace(settings, printer_id=kept.printer_id, seed=kept.seed, designs=kept.designs, set_up=True)
    return save_change(change, lambda _writer: put(wanted, _sentence(kept, wanted)))


def put(settings: Settings, sentence: str) -> Told:
    """Write the settings inside a change, with what undo needs."""
    before = [NAME, shop.setting(NAME) or Settings().to_text()]
    shop.save_setting(NAME, settings.to_text())
    return Told(sentence=sentence, table=SettingRow, before=before)


def check(settings: Settings) -> None:
    """What no field can see by itself; raises FieldRefused."""
    if not settings.shop_name.strip():
        raise FieldRefused("shop_name", "Type what stands over your door.")
    if settings.coffee <= 0:
        example = say_money(cup_in(settings.money.currency), settings.money)
        raise FieldRefused("coffee", f"A cup can't cost nothing: extras are counted in cups. Type it like {example}.")
    if settings.gestures.cups_week < settings.gestures.cups_day:
        raise FieldRefused("cups_week", "A week can't hold less than one of its days.")


def at_home(settings: Settings, place: tuple[str, str], languages: Collection[str]) -> Settings:
    """What follows from where the PC says it stands: the code of its country and its time zone, as far as known.

    What is sold can't be known from there: only extras that suit any shop are suggested until it is said.
    """
    country, zone = place
    by_zone = next((land.key for land in COUNTRIES.values() if land.zone == zone), settings.country)
    land = COUNTRIES.get(country) or COUNTRIES[by_zone]
    return replace(
        settings,
        trade=ANY_TRADE,
        country=land.key,
        zone=zone if _is_somewhere(zone) else land.zone,
        language=land.language if land.language in languages else settings.language,
        coffee=cup_in(land.money.currency),
    )


def _is_somewhere(zone: str) -> bool:
    if zone in NOWHERE or zone.startswith("Etc/"):
        return False
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _sentence(before: Settings, now: Settings) -> str:
    if now.coffee != before.coffee:
        return f"A cup of coffee costs {say_money(now.coffee, now.money)}. What small extras cost follows it."
    return f"Saved for {apart(now.shop_name)}."
