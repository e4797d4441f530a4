"""How alike two words sound: letters as blocks of symbols, so that a plain edit distance is a weighted one.

A consonant is three symbols (kind, group, letter): k is Kkk and g is Kkg, one apart; k and t are three apart.
A vowel and an h are one symbol, so that they cost a third of a consonant.
"""

import re
from functools import lru_cache

from counter.lookup.spelling import KOREAN, VOWELLESS

_SPELLINGS = (
    ("s", re.compile(r"t?sch|shch|sh|sz|sj(?=o)"), "X"),
    ("ch", re.compile(r"ch(?=[rl])"), "k"),
    ("igh", re.compile(r"igh(?![aeiou])"), "i"),
    ("c", re.compile(r"tch|cz|ch"), "C"),
    ("tx", re.compile(r"tx(?=.)"), "C"),
    ("d", re.compile(r"dzh|dj(?=.)"), "j"),
    ("z", re.compile(r"zh|rz"), "Z"),
    ("ph", re.compile(r"ph"), "f"),
    ("kh", re.compile(r"kh"), "x"),
    ("th", re.compile(r"th"), "t"),
    ("gh", re.compile(r"gh"), "g"),
    ("c", re.compile(r"ck|cq"), "k"),
    ("qu", re.compile(r"qu"), "kv"),
    ("t", re.compile(r"ts|tz"), "c"),
    ("c", re.compile(r"c(?![eiyCX]|$)"), "k"),
    ("q", re.compile(r"q"), "k"),
    ("x", re.compile(r"(?<=.)x"), "ks"),
    ("", re.compile(r"(.)\1+"), r"\1"),
)
_OTHER_SPELLINGS = (
    ("sh", re.compile("sh"), "X"),
    ("ch", re.compile("ch"), "C"),
    ("zh", re.compile("zh"), "Z"),
    ("kh", re.compile("kh"), "x"),
    ("th", re.compile("th"), "t"),
    ("gh", re.compile("gh"), "g"),
    ("ts", re.compile("ts"), "c"),
    ("q", re.compile("q"), "k"),
    ("", re.compile(r"(.)\1+"), r"\1"),
)
_BLOCKS = str.maketrans(
    {
        "k": "Kkk", "g": "Kkg", "x": "Kxx",
        "t": "Ttt", "d": "Ttd",
        "p": "Ppp", "b": "Ppb", "f": "Pff", "v": "wfv", "w": "wfv",
        "s": "Sss", "z": "Ssz", "c": "Ssc", "X": "SXX", "Z": "SXZ", "C": "SCC", "j": "ij",
        "m": "Mmm", "n": "Nnn", "l": "Lll", "r": "Lrr",
        "y": "i",
    }
)  # fmt: skip
_VOWELS = b"aeiouhj"
_CLOSING_R = re.compile(b"(?<=[aeiou])Lrr(?![aeiou])")
_BY_EAR = bytes.maketrans(b"gdbfrXxs", b"ktpplskS")
_KINDS = b"KTPSMNL"
_TO_KINDS = bytes.maketrans(_KINDS, b"1234567")
_LETTER = re.compile(b"[KTPSMNL].(.)")
_TO_LETTERS = bytes(at & 31 for at in range(256))
_NO_KIND = bytes(set(range(256)) - set(_KINDS))
SKELETON = 6
"""Consonants of a word that are looked up by."""


@lru_cache(maxsize=512)
def blocks(key: str) -> bytes:
    """The symbols of a word; those of a vowelless word have no vowels."""
    text = key.lstrip(VOWELLESS + KOREAN)
    for letters_of, pattern, spelling in _SPELLINGS if text == key else _OTHER_SPELLINGS:
        if letters_of in text:  # quicker than to look for a pattern that isn't there
            text = pattern.sub(spelling, text)
    symbols = text.translate(_BLOCKS).encode("ascii")
    return bare(symbols) if key.startswith(VOWELLESS) else symbols


def bare(symbols: bytes) -> bytes:
    """Symbols without vowels, and a v no more than the vowel it may stand for."""
    return symbols.translate(None, _VOWELS).replace(b"wfv", b"w")


def by_ear(symbols: bytes) -> bytes:
    """Symbols as far as Hangul and kana tell them apart: l is r, g is k, f is p, z is j, and no r ends a syllable."""
    heard = _CLOSING_R.sub(b"", symbols).replace(b"Ssz", b"SCC").replace(b"ij", b"SCC").replace(b"wfv", b"wp")
    return heard.translate(_BY_EAR).replace(b"LllLll", b"Lll")


def by_consonants(symbols: bytes) -> bytes:
    """Symbols as far as scripts without vowels tell them apart: f is nearly p, sh nearly s, and x nearly k."""
    few = bare(symbols).replace(b"Pff", b"Pf").replace(b"Ppp", b"Pp").replace(b"Ppb", b"Pb")
    return few.replace(b"SXX", b"SsX").replace(b"Kxx", b"Kkx").replace(b"SCC", b"SsC")


def skeleton(symbols: bytes) -> bytes:
    """The kinds of the first consonants, as figures from 1 to 7."""
    return symbols.translate(_TO_KINDS, _NO_KIND)[:SKELETON]


def letters(symbols: bytes) -> bytes:
    """The consonants of a word themselves, as numbers from 1 to 31."""
    return b"".join(_LETTER.findall(symbols)).translate(_TO_LETTERS)


def packed(kinds: bytes) -> int:
    """Kinds of consonants as a number that sorts as they do, the first in the highest bits."""
    return int(kinds.ljust(SKELETON, b"0"), 8)


def shortened(kinds: bytes) -> set[bytes]:
    """The kinds themselves and with any one left out: two words one consonant apart share one of them."""
    if len(kinds) <= 2:
        return {kinds}
    return {kinds, *[kinds[:at] + kinds[at + 1 :] for at in range(len(kinds))]}
