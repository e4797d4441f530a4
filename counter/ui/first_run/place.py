"""Where this PC says that it stands, for the first answers of a new shop."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTimeZone

from counter.office import shop
from counter.settings import Settings
from counter.ui.texts.common import LANGUAGES


def settings_here(settings: Settings) -> Settings:
    """The settings with the country, time zone, language of slips and cup of coffee that follow from it."""
    country = QLocale.territoryToCode(QLocale.system().territory())
    zone = QTimeZone.systemTimeZoneId().toStdString()
    return shop.at_home(settings, (country, zone), LANGUAGES)
