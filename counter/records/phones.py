"""Phone numbers as people write them."""

import re

from counter.records.countries import Country

_OTHERS = re.compile(r"[^0-9]+")


def digits(text: str) -> str:
    """Only the figures of a number, in any script, as 0 to 9."""
    if text.isascii():
        return _OTHERS.sub("", text)
    return "".join(str(int(letter)) for letter in text if letter.isdecimal())


def international(text: str, country: Country) -> str:
    """Figures with the country's calling code and no plus, as links need them; empty when it is no whole number.

    "+44 (0)7700 900123", "0044 7700 900123" and "07700 900123" in the United Kingdom are all 447700900123.
    """
    written = text.strip()
    figures = digits(written.replace("(0)", "") if country.trunk == "0" else written)
    if written.startswith(("+", "＋")):
        whole = figures
    elif figures.startswith("00"):
        whole = figures[2:]
    elif country.trunk and figures.startswith(country.trunk):
        whole = country.calling + figures.removeprefix(country.trunk)
    else:
        whole = country.calling + figures if figures else ""
    return whole if 7 <= len(whole) <= 15 else ""
