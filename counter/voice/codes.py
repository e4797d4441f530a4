"""Slip codes: seven random symbols and a check symbol, written XXXX-XXXX, which say nothing about the person.

The alphabet is Crockford's base 32. The check symbol makes the sum of a**i * symbol over GF(32), a = x modulo
x**5 + x**2 + 1, come to zero: every single wrong symbol, every swap of two and every twin (AA for BB) is caught.
"""

import re
import unicodedata
from collections.abc import Callable, Container, Iterator
from datetime import datetime, timedelta

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
COUNTS_FOR = timedelta(days=60)
_VALUE = {symbol: value for value, symbol in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_LOOKS_LIKE = str.maketrans("01345678V", "OIEASGTBU")
_NOT_ON_PAPER = re.compile(
    "666|ASS|ARSE|ANAI|ANUS|BITCH|BOOB|CACA|COCK|COON|CRAP|CUNT|DEAD|DICK|DIE|DYKE|FAG|FART|FCK|FUCK|FUK|GIT|GOOK|"
    "HEII|HITIER|JEW|KACK|KIII|KIKE|KKK|KURW|MERD|NAZI|NEGR|NIG|PAKI|PEDO|PENIS|PISS|POO|PORN|PUTA|RAPE|SAU|SCHEI|SEX|SHIT|SIUT|SPAZ|SUCK|TIT|TURD|TWAT|WANK|WHORE|XXX"
)
_SYMBOL, _GAP, _EDGE = f"[{ALPHABET}OIL]", r"[\s._\-\u2010-\u2015]", r"[^\W_]"
# They look ahead, so that a code is found although the word before it could begin another one: "Slip 7K3M-9QX2".
_SHAPE = re.compile(rf"(?<!{_EDGE})(?=({_SYMBOL}{{4}}{_GAP}{{0,3}}{_SYMBOL}{{4}})(?!{_EDGE}))", re.I | re.A)
_ALMOST = re.compile(rf"(?<!{_EDGE})(?=({_SYMBOL}{{3,5}}{_GAP}{{0,3}}{_SYMBOL}{{3,5}})(?!{_EDGE}))", re.I | re.A)


def _times_a(value: int) -> int:
    """Multiply by a in GF(32)."""
    return (value << 1) ^ (0b100101 if value & 0b10000 else 0)


def _weigh(values: list[int]) -> int:
    """Sum of a**(n - i) * value, by Horner; zero for a whole code."""
    total = 0
    for value in values:
        total = _times_a(total) ^ value
    return total


def _check_symbol(payload: str) -> str:
    return ALPHABET[_times_a(_weigh([_VALUE[symbol] for symbol in payload]))]


def new_code(random_bytes: Callable[[int], bytes]) -> str:
    """Eight symbols without a hyphen; drawn again while they hold a word that has no place on a slip."""
    while True:
        payload = "".join(ALPHABET[byte & 31] for byte in random_bytes(LENGTH - 1))
        code = payload + _check_symbol(payload)
        if fit_for_paper(code):
            return code


def fit_for_paper(code: str) -> bool:
    """False when a word can be read in it that nobody wants on a slip, digits taken for the letters they look like."""
    return not _NOT_ON_PAPER.search(code) and not _NOT_ON_PAPER.search(code.translate(_LOOKS_LIKE))


def show(code: str) -> str:
    """As it stands on paper: XXXX-XXXX."""
    return f"{code[:4]}-{code[4:]}"


def read(text: str) -> str | None:
    """The eight symbols, when all of the text is one code with its check symbol right; case, O, I, L, spaces folded."""
    symbols = _symbols(text)
    return symbols if symbols is not None and _whole(symbols) else None


def why_not(text: str) -> str:
    """A sentence about a text that was meant as a code and isn't one; empty when it is."""
    symbols = _symbols(text)
    if symbols is None:
        return "A slip code has only letters and digits, like 7K3M-9QX2. It never has a U."
    if len(symbols) != LENGTH:
        return f"A slip code has eight letters and digits; there are {len(symbols)} here."
    if not _whole(symbols):
        return "One letter or digit of this code is not as it stands on the slip. Please look again."
    return ""


def neighbours(text: str) -> tuple[str, ...]:
    """The few codes that one slip of the finger turns into this text: wrong, swapped, missing or extra symbol."""
    symbols = _symbols(text)
    if symbols is None:
        return ()
    found = {code for code in _one_step_from(symbols) if code != symbols and _whole(code)}
    return tuple(sorted(found))


def near(text: str, live_codes: Container[str]) -> tuple[str, ...]:
    """Did you mean: the live codes one slip of the finger away."""
    return tuple(code for code in neighbours(text) if code in live_codes)


def found_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Every code with its check symbol right that stands in a text: where it begins, where it ends, its symbols."""
    for place in _SHAPE.finditer(text):
        code = read(place[1])
        if code is not None:
            yield place.start(1), place.end(1), code


def meant_in(text: str, live_codes: Container[str]) -> str:
    """The one live code that some part of a text is a slip of the finger away from; empty when none or several."""
    shaped = {place[1] for place in _ALMOST.finditer(text) if any(letter.isdecimal() for letter in place[1])}
    found = {code for part in shaped for code in near(part, live_codes)}
    return found.pop() if len(found) == 1 else ""


def counts(made_at: datetime, at: datetime) -> bool:
    """Whether a slip's answer still counts for the index; its words are read however late they come."""
    return at - made_at <= COUNTS_FOR


def _one_step_from(symbols: str) -> Iterator[str]:
    if len(symbols) == LENGTH:
        for at in range(LENGTH):
            yield from (symbols[:at] + other + symbols[at + 1 :] for other in ALPHABET)
        for at in range(LENGTH - 1):
            yield symbols[:at] + symbols[at + 1] + symbols[at] + symbols[at + 2 :]
    elif len(symbols) == LENGTH - 1:
        for at in range(LENGTH):
            yield from (symbols[:at] + other + symbols[at:] for other in ALPHABET)
    elif len(symbols) == LENGTH + 1:
        yield from (symbols[:at] + symbols[at + 1 :] for at in range(LENGTH + 1))


def _whole(symbols: str) -> bool:
    return len(symbols) == LENGTH and _weigh([_VALUE[symbol] for symbol in symbols]) == 0


def _symbols(text: str) -> str | None:
    """What was typed in the code's own alphabet; None when something in it belongs to no code."""
    values = []
    for letter in unicodedata.normalize("NFKC", text[:100]):
        if letter.isspace() or letter in "._" or unicodedata.category(letter) in ("Pd", "Cf"):
            continue
        symbol = str(unicodedata.decimal(letter)) if letter.isdecimal() else letter.upper()
        if symbol not in _VALUE:
            return None
        values.append(ALPHABET[_VALUE[symbol]])
    return "".join(values) or None
