"""How alike two words sound: letters as blocks of symbols, so that a plain edit distance is a weighted one.

A consonant is three symbols (kind, group, letter): k is Kkk and g is Kkg, one apart; k and t are three apart.
A vowel and an h are one symbol, so that they cost a third of a consonant.
"""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein

from counter.lookup.spelling import KOREAN, VOWELLESS

_SPELLINGS = (
    (re.compile(r"t?sch|shch|sh|sz|sj(?=o)"), "š"),
    (re.compile(r"tch|cz|ch"), "č"),
    (re.compile(r"dzh|dj(?=.)"), "j"),
    (re.compile(r"zh|rz"), "ž"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh"), "x"),
    (re.compile(r"th"), "t"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"ck|cq"), "k"),
    (re.compile(r"qu"), "kv"),
    (re.compile(r"ts|tz"), "c"),
    (re.compile(r"c(?![eiyčš]|$)"), "k"),
    (re.compile(r"q"), "k"),
    (re.compile(r"(?<=.)x"), "ks"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_BLOCKS = str.maketrans(
    {
        "k": "Kkk", "g": "Kkg", "x": "Kxx",
        "t": "Ttt", "d": "Ttd",
        "p": "Ppp", "b": "Ppb", "f": "Pff", "v": "wfv", "w": "wfv",
        "s": "Sss", "z": "Ssz", "c": "Ssc", "š": "Sšš", "ž": "Sšž", "č": "Sčč", "j": "ij",
        "m": "Mmm", "n": "Nnn", "l": "Lll", "r": "Lrr",
        "y": "i",
    }
)  # fmt: skip
_BARE = str.maketrans({"a": None, "e": None, "i": None, "o": None, "u": None, "h": None, "j": None})
_KINDS = {kind: number for number, kind in enumerate("KTPSMNL", 1)}
_NO_KIND = re.compile(r"[^KTPSMNL]")
SKELETON = 6
"""Consonants of a word that are looked up by."""


@lru_cache(maxsize=4096)
def blocks(key: str) -> str:
    """The symbols of a word; those of a vowelless word have no vowels."""
    text = key.lstrip(VOWELLESS + KOREAN)
    if key.startswith(KOREAN):
        text = text.replace("eu", "").replace("si", "shi")
    for pattern, spelling in _SPELLINGS:
        text = pattern.sub(spelling, text)
    symbols = text.translate(_BLOCKS)
    return bare(symbols) if key.startswith(VOWELLESS) else symbols


def bare(symbols: str) -> str:
    """Symbols without vowels, and a v no more than the vowel it may stand for."""
    return symbols.translate(_BARE).replace("wfv", "w")


def skeleton(symbols: str) -> str:
    """The kinds of the first consonants."""
    return _NO_KIND.sub("", symbols)[:SKELETON]


def packed(kinds: str) -> int:
    """Kinds of consonants as a number that sorts as they do, the first in the highest bits."""
    number = 0
    for kind in kinds.ljust(SKELETON):
        number = number * 8 + _KINDS.get(kind, 0)
    return number


def shortened(kinds: str) -> set[str]:
    """The kinds themselves and with any one left out: two words one consonant apart share one of them."""
    whole = {kinds}
    if len(kinds) > 2:
        whole |= {kinds[:at] + kinds[at + 1 :] for at in range(len(kinds))}
    return whole


def alike(one: str, other: str) -> float:
    """From 0 to 1 how alike two words are, by sound or by letters."""
    if one == other:
        return 1.0
    first, second = blocks(one), blocks(other)
    if one[0] == VOWELLESS or other[0] == VOWELLESS:
        return Levenshtein.normalized_similarity(bare(first), bare(second)) * 0.97
    sound = Levenshtein.normalized_similarity(first, second)
    return max(sound - 0.01, OSA.normalized_similarity(one, other) - 0.04)
