"""How a country writes amounts and days, and what a shop there starts with.

Written by hand, after the Unicode CLDR for separators and the place of the sign and ISO 4217 for minor digits.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class DayOrder(StrEnum):
    """The order in which a day is written in figures."""

    DAY_MONTH = "dmy"
    MONTH_DAY = "mdy"
    YEAR_FIRST = "ymd"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyStyle:
    """How amounts of one currency are written; `digits` of a figure's digits are minor units.

    `gap` stands between figures and sign; `hide_zero` writes whole amounts without minor digits.
    """

    currency: str
    symbol: str
    digits: int = 2
    decimal: str = "."
    group: str = ","
    after: bool = False
    gap: bool = False
    hide_zero: bool = False
    indian: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """What follows from the shop's country; `trunk` is the figure dialled before a number inside the country."""

    key: str
    name: str
    money: MoneyStyle
    order: DayOrder
    language: str
    zone: str
    calling: str
    trunk: str


# symbol, minor digits, whole amounts written without them
_CURRENCIES: dict[str, tuple[str, int, bool]] = {
    "AED": ("AED", 2, False), "ARS": ("$", 2, False), "AUD": ("$", 2, False), "BRL": ("R$", 2, False),
    "CAD": ("$", 2, False), "CHF": ("CHF", 2, False), "CLP": ("$", 0, False), "CNY": ("¥", 2, False),
    "CZK": ("Kč", 2, True), "DKK": ("kr.", 2, False), "EGP": ("E£", 2, False), "ETB": ("Br", 2, False),
    "EUR": ("€", 2, False), "GBP": ("£", 2, False), "HKD": ("HK$", 2, False), "HUF": ("Ft", 2, True),
    "IDR": ("Rp", 2, True), "ILS": ("₪", 2, False), "INR": ("₹", 2, False), "ISK": ("kr.", 0, False),
    "JPY": ("¥", 0, False), "KES": ("KSh", 2, False), "KRW": ("₩", 0, False), "KWD": ("KWD", 3, False),
    "MXN": ("$", 2, False), "MYR": ("RM", 2, False), "NGN": ("₦", 2, False), "NOK": ("kr", 2, False),
    "NZD": ("$", 2, False), "PHP": ("₱", 2, False), "PLN": ("zł", 2, False), "RON": ("lei", 2, False),
    "SAR": ("SAR", 2, False), "SEK": ("kr", 2, False), "SGD": ("$", 2, False), "THB": ("฿", 2, False),
    "TRY": ("₺", 2, False), "TWD": ("NT$", 2, True), "UAH": ("₴", 2, False), "USD": ("$", 2, False),
    "VND": ("₫", 0, False), "ZAR": ("R", 2, False),
}

# key|name|currency|decimal, group (_ a narrow space), sign < before « before with a gap > after|
# day order|language|zone|calling code|trunk figure
_COUNTRIES = """
AE|United Arab Emirates|AED|.,<|dmy|ar|Asia/Dubai|971|0
AR|Argentina|ARS|,.«|dmy|es|America/Argentina/Buenos_Aires|54|0
AT|Austria|EUR|,.«|dmy|de|Europe/Vienna|43|0
AU|Australia|AUD|.,<|dmy|en|Australia/Sydney|61|0
BE|Belgium|EUR|,.«|dmy|nl|Europe/Brussels|32|0
BG|Bulgaria|EUR|,_>|dmy|bg|Europe/Sofia|359|0
BR|Brazil|BRL|,.«|dmy|pt|America/Sao_Paulo|55|0
CA|Canada|CAD|.,<|mdy|en|America/Toronto|1|1
CH|Switzerland|CHF|.’<|dmy|de|Europe/Zurich|41|0
CL|Chile|CLP|,.<|dmy|es|America/Santiago|56|
CN|China|CNY|.,<|ymd|zh|Asia/Shanghai|86|0
CY|Cyprus|EUR|,.>|dmy|el|Asia/Nicosia|357|
CZ|Czechia|CZK|,_>|dmy|cs|Europe/Prague|420|
DE|Germany|EUR|,.>|dmy|de|Europe/Berlin|49|0
DK|Denmark|DKK|,.>|dmy|da|Europe/Copenhagen|45|
EE|Estonia|EUR|,_>|dmy|et|Europe/Tallinn|372|
EG|Egypt|EGP|.,<|dmy|ar|Africa/Cairo|20|0
ES|Spain|EUR|,.>|dmy|es|Europe/Madrid|34|
ET|Ethiopia|ETB|.,<|dmy|am|Africa/Addis_Ababa|251|0
FI|Finland|EUR|,_>|dmy|fi|Europe/Helsinki|358|0
FR|France|EUR|,_>|dmy|fr|Europe/Paris|33|0
GB|United Kingdom|GBP|.,<|dmy|en|Europe/London|44|0
GR|Greece|EUR|,.>|dmy|el|Europe/Athens|30|
HK|Hong Kong|HKD|.,<|dmy|zh|Asia/Hong_Kong|852|
HR|Croatia|EUR|,.>|dmy|hr|Europe/Zagreb|385|0
HU|Hungary|HUF|,_>|ymd|hu|Europe/Budapest|36|06
ID|Indonesia|IDR|,.<|dmy|id|Asia/Jakarta|62|0
IE|Ireland|EUR|.,<|dmy|en|Europe/Dublin|353|0
IL|Israel|ILS|.,<|dmy|he|Asia/Jerusalem|972|0
IN|India|INR|.,<|dmy|en|Asia/Kolkata|91|0
IS|Iceland|ISK|,.>|dmy|is|Atlantic/Reykjavik|354|
IT|Italy|EUR|,.>|dmy|it|Europe/Rome|39|
JP|Japan|JPY|.,<|ymd|ja|Asia/Tokyo|81|0
KE|Kenya|KES|.,<|dmy|en|Africa/Nairobi|254|0
KR|South Korea|KRW|.,<|ymd|ko|Asia/Seoul|82|0
KW|Kuwait|KWD|.,<|dmy|ar|Asia/Kuwait|965|
LT|Lithuania|EUR|,_>|ymd|lt|Europe/Vilnius|370|0
LU|Luxembourg|EUR|,.>|dmy|fr|Europe/Luxembourg|352|
LV|Latvia|EUR|,_>|dmy|lv|Europe/Riga|371|
MT|Malta|EUR|.,<|dmy|en|Europe/Malta|356|
MX|Mexico|MXN|.,<|dmy|es|America/Mexico_City|52|
MY|Malaysia|MYR|.,<|dmy|ms|Asia/Kuala_Lumpur|60|0
NG|Nigeria|NGN|.,<|dmy|en|Africa/Lagos|234|0
NL|Netherlands|EUR|,.«|dmy|nl|Europe/Amsterdam|31|0
NO|Norway|NOK|,_>|dmy|nb|Europe/Oslo|47|
NZ|New Zealand|NZD|.,<|dmy|en|Pacific/Auckland|64|0
PH|Philippines|PHP|.,<|mdy|en|Asia/Manila|63|0
PL|Poland|PLN|,_>|dmy|pl|Europe/Warsaw|48|
PT|Portugal|EUR|,_>|dmy|pt|Europe/Lisbon|351|
RO|Romania|RON|,.>|dmy|ro|Europe/Bucharest|40|0
SA|Saudi Arabia|SAR|.,<|dmy|ar|Asia/Riyadh|966|0
SE|Sweden|SEK|,_>|dmy|sv|Europe/Stockholm|46|0
SG|Singapore|SGD|.,<|dmy|en|Asia/Singapore|65|
SI|Slovenia|EUR|,.>|dmy|sl|Europe/Ljubljana|386|0
SK|Slovakia|EUR|,_>|dmy|sk|Europe/Bratislava|421|0
TH|Thailand|THB|.,<|dmy|th|Asia/Bangkok|66|0
TR|Türkiye|TRY|,.<|dmy|tr|Europe/Istanbul|90|0
TW|Taiwan|TWD|.,<|ymd|zh|Asia/Taipei|886|0
UA|Ukraine|UAH|,_>|dmy|uk|Europe/Kyiv|380|0
US|United States|USD|.,<|mdy|en|America/New_York|1|1
VN|Vietnam|VND|,.>|dmy|vi|Asia/Ho_Chi_Minh|84|0
ZA|South Africa|ZAR|._<|dmy|en|Africa/Johannesburg|27|0
"""


def in_currency(style: MoneyStyle, currency: str) -> MoneyStyle:
    """The country's way of writing with another currency, one of `CURRENCIES`."""
    symbol, digits, hide_zero = _CURRENCIES[currency]
    return replace(
        style,
        currency=currency,
        symbol=symbol,
        digits=digits,
        gap=style.gap or symbol[-1].isalpha(),
        hide_zero=hide_zero,
        indian=currency == "INR",
    )


def _country(line: str) -> Country:
    key, name, currency, marks, order, language, zone, calling, trunk = line.split("|")
    decimal, group, side = tuple(marks)
    plain = MoneyStyle(
        currency=currency,
        symbol="",
        decimal=decimal,
        group=group.replace("_", "\u202f"),
        after=side == ">",
        gap=side != "<",
    )
    return Country(
        key=key,
        name=name,
        money=in_currency(plain, currency),
        order=DayOrder(order),
        language=language,
        zone=zone,
        calling=calling,
        trunk=trunk,
    )


CURRENCIES: tuple[str, ...] = tuple(_CURRENCIES)
COUNTRIES: dict[str, Country] = {country.key: country for country in map(_country, _COUNTRIES.split("\n")[1:-1])}
