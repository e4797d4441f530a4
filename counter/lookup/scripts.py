"""Letters of other scripts in Latin ones, where what a plain table writes is not what people write.

Hebrew's b, p and sh are read off their letters and marks (ג' is a j); Hangul's syllables are taken apart, without the
vowel that only parts consonants; Greek's pairs of letters are the sounds they stand for.
"""

import re
from collections.abc import Iterable

_HEBREW_PAIRS = (
    (re.compile("ג['׳’]"), "j"), (re.compile("ז['׳’]"), "zh"), (re.compile("[צץ]['׳’]"), "ch"),
    (re.compile("ת['׳’]"), "t"), (re.compile("ד['׳’]"), "d"), (re.compile("וו"), "v"), (re.compile("יי"), "y"),
    (re.compile("(?<!^)ו"), "o"),
)  # fmt: skip
_HEBREW = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "v", "ז": "z", "ח": "h", "ט": "t", "י": "y", "כ": "k",
    "ל": "l", "מ": "m", "נ": "n", "ס": "s", "ע": "a", "פ": "p", "צ": "ts", "ק": "k", "ר": "r", "ש": "sh", "ת": "t",
    "ך": "k", "ם": "m", "ן": "n", "ף": "f", "ץ": "ts",
}  # fmt: skip
_HEBREW_LETTERS = str.maketrans(_HEBREW)

_FIRST = "g k n d t r m b p s s _ j j ch k t p h".replace("_", "").split(" ")
_VOWELS = "a e ya ye o e yo ye o wa we we yo u wo we wi yu _ i i".replace("_", "").split(" ")
_LAST = "_ k k k n n n t l k m l l l p l m p p t t ng t t k t p _".replace("_", "").split(" ")
_HANGUL, _SYLLABLES = 0xAC00, 11172
_HISSING = frozenset(("s", "j", "ch"))

_GREEK = (
    (re.compile(r"(?<![αεηιουωάέήίόύώϊϋ])ντ"), "δ"), (re.compile(r"(?<![αεηιουωάέήίόύώϊϋ])μπ"), "b"),
    (re.compile(r"(?<![αεηιουωάέήίόύώϊϋ])γ[κγ]"), "g"), (re.compile("μπ"), "mb"), (re.compile("γ[κγ]"), "ng"),
    (re.compile("τζ"), "j"), (re.compile("ο[υύ]"), "u"), (re.compile("[εο][ιί]"), "i"), (re.compile("α[ιί]"), "e"),
    (re.compile("([αε])[υύ]"), r"\1v"), (re.compile("δ"), "d"),
)  # fmt: skip
_BY_SOUND = {
    "si": "s", "te": "t", "ke": "k", "de": "d", "ge": "g", "fu": "f", "mu": "m", "bu": "b", "er": "r", "shi": "sh",
    "zi": "z", "ci": "ts", "le": "l", "pu": "p",
}  # fmt: skip
_PINYIN = (("q", "ch"), ("x", "sh"), ("zh", "j"))
_YOD_AFTER_KANA = re.compile("(sh|ch|j)iy(?=[auo])")


def hebrew(text: str) -> str:
    """Hebrew in Latin letters; what is not Hebrew stays."""
    for pattern, sound in _HEBREW_PAIRS:
        text = pattern.sub(sound, text)
    return text.translate(_HEBREW_LETTERS)


def hangul(text: str) -> str:
    """Syllables of Hangul in Latin letters; what is not Hangul stays."""
    return "".join(_syllable(letter) for letter in text).replace("lr", "l")


def _syllable(letter: str) -> str:
    at = ord(letter) - _HANGUL
    if not 0 <= at < _SYLLABLES:
        return letter
    first, vowel, last = _FIRST[at // 588], _VOWELS[at % 588 // 28], _LAST[at % 28]
    if first in _HISSING and vowel[:1] == "y":
        first, vowel = "sh" if first == "s" else first, vowel[1:]
    if first and vowel[:1] == "w":
        vowel = "u" + vowel[1:]
    return first + vowel + last


def greek(text: str) -> str:
    """Greek with its pairs of letters as single sounds; what is not Greek stays."""
    small = text.lower()
    for pattern, sound in _GREEK:
        small = pattern.sub(sound, small)
    return small


def by_sound(syllables: Iterable[str]) -> str:
    """A name of another language that Chinese writes by its sounds, from the pinyin of each character."""
    joined = "".join(_BY_SOUND.get(each, each) if at else each for at, each in enumerate(syllables))
    for pinyin, sound in _PINYIN:
        joined = joined.replace(pinyin, sound)
    return joined


def kana(latin: str) -> str:
    """Kana that were written in Latin letters one by one, with sha for shi-ya."""
    return _YOD_AFTER_KANA.sub(r"\1", latin)
