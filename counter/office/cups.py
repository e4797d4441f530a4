"""About what a cup of coffee costs: the first value of the unit in which small extras are counted."""

# Where 3.00 is far from it, in minor units; the owner corrects it.
_CUPS = {
    "AED": 1800, "ARS": 350_000, "BRL": 800, "CHF": 480, "CLP": 2800, "CNY": 2500, "CZK": 7000, "DKK": 3800,
    "EGP": 7000, "ETB": 8000, "HKD": 3800, "HUF": 80_000, "IDR": 2_800_000, "ILS": 1400, "INR": 15_000, "ISK": 750,
    "JPY": 480, "KES": 30_000, "KRW": 4500, "KWD": 1500, "MXN": 5500, "MYR": 1100, "NGN": 250_000, "NOK": 4800,
    "PHP": 14_000, "PLN": 1400, "RON": 1400, "SAR": 1600, "SEK": 4200, "THB": 7000, "TRY": 11_000, "TWD": 8000,
    "UAH": 6500, "VND": 40_000, "ZAR": 3500,
}  # fmt: skip


def cup_in(currency: str) -> int:
    """In minor units of that currency."""
    return _CUPS.get(currency, 300)
