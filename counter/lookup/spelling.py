"""Names as the look-up writes them: small ASCII letters, word by word, whatever the script."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

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

_TITLES = frozenset([
    "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "madam", "herr", "frau", "pan", "pani", "mme", "mlle", "monsieur",
    "madame",
])  # fmt: skip
_PARTICLES = frozenset([
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "los", "las", "van", "von", "der", "den",
    "ter", "ten", "zu", "zum", "el", "al", "ul", "as", "bin", "ibn", "bint", "ben", "e", "y", "~bn", "~bnt",
])  # fmt: skip
_NAMES_TOO = frozenset([
    "ben", "bin", "di", "do", "du", "e", "le", "y",
])  # fmt: skip
"""Particles that are somebody's name, or its first letter, when nothing stands before them."""
_GROWING = frozenset([
    "mc", "mac", "o", "st", "saint", "abd", "abdul", "abdel", "abdal", "abu", "abou", "~bd", "~bw",
])  # fmt: skip
"""Words that many write as one with the word after them."""
_LEADING = _PARTICLES | _GROWING
_NOT_PLAIN = _LEADING | _TITLES
_DOUBLE_SURNAMES = frozenset([
    "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "夏侯", "皇甫", "尉迟",
    "公孙", "慕容", "令狐", "南宫", "端木", "东方", "独孤",
])  # fmt: skip
_SPLIT = re.compile(r"[\s,;:/()\[\]{}\"“”«»*%+.·|\\_=<>!?&#@~^]+")
_NOT_LATIN = "\u0250"
_HYPHEN = re.compile(r"[-‐‑–—・]+|(?<=[a-z]{3})(?=[A-Z][a-z]{2})")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
_VOWELLESS = re.compile(r"[\u0590-\u06ff\u0750-\u077f\ufb1d-\ufdff\ufe70-\ufefc]")
_SYLLABLES = re.compile(r"[\uac00-\ud7af\u3040-\u30ff]")
_HEBREW = re.compile(r"[\u0590-\u05ff\ufb1d-\ufb4f]")
_GREEK = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")
_DOTTED = re.compile(r"[\u3400-\u9fff][·•‧・]")
_LONGEST_PART = 2  # characters of a family or a given name
_LONG_CHINESE = 4  # characters: a name of another language, written by its sounds
_MARKS = VOWELLESS + KOREAN
_POINTS = re.compile(r"[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")


class Word(NamedTuple):
    """A word of a name; `joined` is the same word grown together with what stood before it.

    `dropped` is a particle before it that may be a name to others.
    """

    key: str
    foreign: bool = False
    joined: str = ""
    dropped: str = ""


def words(text: str) -> list[Word]:
    """The words of a name in their order, titles dropped and particles grown onto the word after them."""
    if plain := _plain(text[:TEXT_LIMIT]):
        return plain
    clean = unicodedata.normalize("NFKC", text[:TEXT_LIMIT])
    chunks = [chunk for chunk in _SPLIT.split(clean) if chunk]
    found: list[Word] = []
    pending = dropped = ""
    for word in _of_chunks(chunks, dotted=not clean.isascii() and _DOTTED.search(clean) is not None):
        if not pending and word.key not in _LEADING:
            found.append(word)
            continue
        latin = not word.foreign or word.key.startswith(VOWELLESS)
        particle = latin and word.key in _PARTICLES
        if particle and (found or word.key not in _NAMES_TOO):
            pending += word.key
            dropped = word.key if word.key in _NAMES_TOO else dropped
            continue
        grown = pending and not word.joined.lstrip(_MARKS).startswith(pending.lstrip(_MARKS))
        found.append(_grown(word, pending, dropped) if grown else word)
        pending, dropped = word.key if particle or latin and word.key in _GROWING else "", ""
    if pending and (not found or found[-1].key != pending):
        found.append(Word(pending[:WORD_LIMIT]))
    kept = [word for word in found if word.key not in _TITLES]
    return (kept or found)[:WORDS_LIMIT]


def _plain(text: str) -> list[Word]:
    """The same of what most names are, ASCII letters and spaces and nothing that is dropped or grows; else nothing."""
    if not (text.isascii() and text.replace(" ", "").isalpha() and (text.istitle() or text.islower())):
        return []
    keys = text.lower().split()
    return [Word(key[:WORD_LIMIT]) for key in keys[:WORDS_LIMIT]] if _NOT_PLAIN.isdisjoint(keys) else []


def _grown(word: Word, before: str, dropped: str) -> Word:
    """A word with what stands before it grown onto it."""
    key = word.joined or word.key
    bare = key.lstrip(_MARKS)
    joined = key[: len(key) - len(bare)] + before.lstrip(_MARKS) + bare
    return Word(word.key, word.foreign, joined[:WORD_LIMIT], dropped)


def _of_chunks(chunks: list[str], *, dotted: bool) -> Iterator[Word]:
    chinese = [chunk for chunk in chunks if chunk[0] >= _NOT_LATIN and _CHINESE.fullmatch(chunk)]
    if dotted or len(chinese) < 2 or max(map(len, chinese)) > _LONGEST_PART:
        for chunk in chunks:
            if max(chunk) < _NOT_LATIN and chunk.isalpha() and chunk[1:].islower():  # as most are, no hyphen in it
                if key := folded(chunk):
                    yield Word(key)
            else:
                yield from _of_chunk(chunk, alone=len(chunks) == 1, dotted=dotted or len(chinese) > 1)
        return
    before = ""
    for chunk in chunks:
        if chunk in chinese and (key := folded(chunk)):
            yield Word(key, foreign=True, joined=(before + key)[:WORD_LIMIT] if before else "")
            before = key
        else:
            yield from _of_chunk(chunk, alone=False, dotted=False)


def _of_chunk(chunk: str, *, alone: bool, dotted: bool) -> Iterator[Word]:
    parts = [part for part in _HYPHEN.split(chunk) if part]
    before = ""
    for part in parts:
        for word in _of_part(part, alone=alone and len(parts) == 1, dotted=dotted):
            both = before + word.key
            yield Word(word.key, word.foreign, both[:WORD_LIMIT]) if before and not word.joined else word
            before = word.key if len(parts) > 1 and word.key not in _PARTICLES else ""


def _of_part(part: str, *, alone: bool, dotted: bool) -> Iterator[Word]:
    if _CHINESE.fullmatch(part) and (dotted or len(part) > 1):
        yield from _chinese(part, dotted=dotted)
    elif _SYLLABLES.search(part):
        yield from _korean(part, alone=alone)
    elif _VOWELLESS.search(part):
        yield from _vowelless(part)
    elif key := folded(greek(part) if _GREEK.search(part) else part):
        yield Word(key, not part.isascii() and _is_foreign(part))


def _chinese(part: str, *, dotted: bool) -> Iterator[Word]:
    """Family and given name; a long one, or one with dots, is a foreign name written by its sounds, if not Japanese."""
    family, whole = 2 if part[:2] in _DOUBLE_SURNAMES and len(part) > 2 else 1, folded(part)
    if dotted or len(part) >= _LONG_CHINESE and family == 1:
        if key := by_sound(folded(letter) for letter in part):
            yield Word(KOREAN + key[: WORD_LIMIT - 1], foreign=True, joined="" if dotted else whole)
        return
    for piece, joined in ((part[:family], ""), (part[family:], whole)):
        if key := folded(piece):
            yield Word(key, foreign=True, joined=joined)


def _korean(part: str, *, alone: bool) -> Iterator[Word]:
    korean = "\uac00" <= part[0] <= "\ud7af"
    pieces = (part[:1], part[1:]) if korean and alone and 2 <= len(part) <= 4 else (part,)
    for piece in pieces:
        latin = folded(hangul(piece))
        if key := latin if korean else kana(latin):
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
    """A word for people to read; of letters that leave sounds out its key is none."""
    return "what was typed" if word.key.startswith((VOWELLESS, KOREAN)) else word.key.capitalize()


def _is_foreign(part: str) -> bool:
    """Whether a part is written in letters other than Latin ones."""
    return any(letter > "\u036f" and not "\u1e00" <= letter <= "\u1eff" and letter.isalpha() for letter in part)


def terms(text: str) -> list[str]:
    """The plain words of any text, for what is found by the beginning of a word."""
    clean = unicodedata.normalize("NFKC", text[: TEXT_LIMIT * 4])
    return [key for chunk in re.split(r"[\W_]+", clean) if (key := folded(chunk))]
