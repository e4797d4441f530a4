"""Names as the look-up writes them: small ASCII letters, word by word, whatever the script."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from anyascii import anyascii

from counter.lookup.scripts import by_sound, greek, hangul, hebrew, kana

TEXT_LIMIT = 160
"""Letters of a text that are looked at: no name is longer, and a hostile one costs no more."""

WORD_LIMIT = 24
WORDS_LIMIT = 10

VOWELLESS = "~"
"""First letter of a word from a script that leaves its vowels out: such words are compared by consonants."""

KOREAN = "^"
"""First letter of a word in Hangul or kana, or of another language in Chinese: these part clusters of consonants by
extra vowels, and tell fewer consonants apart."""

_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "sir",
        "madam",
        "herr",
        "frau",
        "pan",
        "pani",
        "mme",
        "mlle",
        "monsieur",
        "madame",
    ]
)
_PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "los",
        "las",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "zu",
        "zum",
        "el",
        "al",
        "ul",
        "as",
        "bin",
        "ibn",
        "bint",
        "ben",
        "e",
        "y",
    ]
)
_DOUBLE_SURNAMES = frozenset(
    [
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "上官",
        "诸葛",
        "諸葛",
        "司徒",
        "夏侯",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "南宫",
        "端木",
        "东方",
        "独孤",
    ]
)
_SPLIT = re.compile(r"[\s,;:/()\[\]{}\"“”«»*%+.·|\\_=<>!?&#@~^]+")
_HYPHEN = re.compile(r"[-‐‑–—・]+|(?<=[a-z]{3})(?=[A-Z][a-z]{2})")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
_VOWELLESS = re.compile(r"[\u0590-\u06ff\u0750-\u077f\ufb1d-\ufdff\ufe70-\ufefc]")
_SYLLABLES = re.compile(r"[\uac00-\ud7af\u3040-\u30ff]")
_HEBREW = re.compile(r"[\u0590-\u05ff\ufb1d-\ufb4f]")
_GREEK = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")
_DOTTED = re.compile(r"[\u3400-\u9fff][·•‧・]")
_LONG_CHINESE = 4  # characters: a name of another language, written by its sounds
_POINTS = re.compile(r"[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name; `joined` is the same word grown together with what stood before it, `spans` words long."""

    key: str
    foreign: bool = False
    joined: str = ""
    spans: int = 1


def words(text: str) -> list[Word]:
    """The words of a name in their order, titles dropped and particles grown onto the word after them."""
    clean = unicodedata.normalize("NFKC", text[:TEXT_LIMIT])
    chunks = [chunk for chunk in _SPLIT.split(clean) if chunk]
    dotted, alone = _DOTTED.search(clean) is not None, len(chunks) == 1
    found: list[Word] = []
    pending = ""
    for chunk in chunks:
        for word in _of_chunk(chunk, alone=alone, dotted=dotted):
            if word.key in _PARTICLES and not word.foreign:
                pending += word.key
                continue
            if pending:
                word = Word(word.key, word.foreign, (pending + word.key)[:WORD_LIMIT])
            pending = ""
            found.append(word)
    if pending:
        found.append(Word(pending[:WORD_LIMIT]))
    kept = [word for word in found if word.key not in _TITLES]
    return (kept or found)[:WORDS_LIMIT]


def _of_chunk(chunk: str, *, alone: bool, dotted: bool) -> Iterator[Word]:
    parts = [part for part in _HYPHEN.split(chunk) if part]
    before = ""
    for part in parts:
        for word in _of_part(part, alone=alone and len(parts) == 1, dotted=dotted):
            both = before + word.key
            yield Word(word.key, word.foreign, both[:WORD_LIMIT], 2) if before and not word.joined else word
            before = word.key if len(parts) > 1 and word.key not in _PARTICLES else ""


def _of_part(part: str, *, alone: bool, dotted: bool) -> Iterator[Word]:
    if _CHINESE.fullmatch(part) and (dotted or len(part) > 1):
        yield from _chinese(part, alone=not dotted)
    elif _SYLLABLES.search(part):
        yield from _korean(part, alone=alone)
    elif _VOWELLESS.search(part):
        yield from _vowelless(part)
    elif key := folded(greek(part) if _GREEK.search(part) else part):
        yield Word(key, not part.isascii() and _is_foreign(part))


def _chinese(part: str, *, alone: bool) -> Iterator[Word]:
    family = 2 if part[:2] in _DOUBLE_SURNAMES and len(part) > 2 else 1
    if not alone or len(part) >= _LONG_CHINESE and family == 1:
        if key := by_sound(folded(letter) for letter in part):
            yield Word(KOREAN + key[: WORD_LIMIT - 1], foreign=True)
        return
    for piece in (part[:family], part[family:]):
        if key := folded(piece):
            yield Word(key, foreign=True)


def _korean(part: str, *, alone: bool) -> Iterator[Word]:
    pieces = (part[:1], part[1:]) if alone and 2 <= len(part) <= 4 and "\uac00" <= part[0] <= "\ud7af" else (part,)
    for piece in pieces:
        if key := kana(folded(hangul(piece))):
            yield Word(KOREAN + key[: WORD_LIMIT - 1], foreign=True)


def _vowelless(part: str) -> Iterator[Word]:
    bare = _POINTS.sub("", part)
    whole = folded(hebrew(bare) if _HEBREW.search(bare) else bare)
    if not whole:
        return
    if bare.startswith("ال") and len(bare) > 4:
        yield Word(VOWELLESS + folded(bare[2:]), foreign=True, joined=VOWELLESS + whole)
    else:
        yield Word(VOWELLESS + whole, foreign=True)


def folded(text: str) -> str:
    """Small ASCII letters and figures only."""
    return _NOT_LETTERS.sub("", anyascii(text).casefold())[:WORD_LIMIT]


def shown(word: Word) -> str:
    """A word for people to read."""
    return word.key.lstrip(VOWELLESS + KOREAN).capitalize()


def _is_foreign(part: str) -> bool:
    """Whether a part is written in letters other than Latin ones."""
    return any(letter > "\u036f" and not "\u1e00" <= letter <= "\u1eff" and letter.isalpha() for letter in part)


def terms(text: str) -> list[str]:
    """The plain words of any text, for what is found by the beginning of a word."""
    clean = unicodedata.normalize("NFKC", text[: TEXT_LIMIT * 4])
    return [key for chunk in re.split(r"[\W_]+", clean) if (key := folded(chunk))]
