"""Text from people before it is stored: one form of each letter, nothing unseen in it, and never cut.

What no one can see is dropped: control characters, direction overrides, surrogates, non-characters, zero-width marks.
Joiners stay where a script or an emoji needs them.
"""

import re
import unicodedata

from counter.errors import FieldRefused

NAME_LIMIT = 200
TEXT_LIMIT = 1_000
NOTE_LIMIT = 10_000

_NEW_LINES = re.compile(r"\r\n?|[\x85\u2028\u2029\x0b\x0c]")
_JOINERS = "\u200c\u200d"
_JOINED_SCRIPTS = re.compile(
    "ARABIC|SYRIAC|MONGOLIAN|NKO|MANDAIC|DEVANAGARI|BENGALI|GURMUKHI|GUJARATI|ORIYA|TAMIL|TELUGU|KANNADA|MALAYALAM|"
    "SINHALA|TIBETAN|MYANMAR|KHMER|BALINESE|JAVANESE"
)
_SEEN_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
_BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u2800"
_FLAG = "\U0001f3f4"
_OBJECT = "\ufffc"  # the one that Python shows, though it stands for nothing


def clean_line(text: str, field: str, limit: int = NAME_LIMIT) -> str:
    """One line without spaces around or double ones; raises FieldRefused when it is longer than `limit`."""
    seen = _seen(_bounded(text, field, limit))
    return _fitting(_not_blank(" ".join(seen.split())), field, limit)


def clean_text(text: str, field: str, limit: int = NOTE_LIMIT) -> str:
    """Many lines, as typed but for blanks at the ends; raises FieldRefused when it is longer than `limit`."""
    seen = _seen(_bounded(text, field, limit))
    lines = (line.rstrip() for line in seen.split("\n"))
    return _fitting(_not_blank("\n".join(lines).strip("\n ")), field, limit)


def unseen(text: str) -> int:
    """How many characters of it are left out by `clean_line` and `clean_text`, because no one can see them."""
    if text.isascii() and text.isprintable():
        return 0
    composed = _composed(text)
    return len(composed) - len(_kept(composed))


def _bounded(text: str, field: str, limit: int) -> str:
    """Turns away what can never fit before any work is done on it."""
    if len(text) > 10 * limit:
        _too_long(len(text), field, limit)
    return text


def _fitting(text: str, field: str, limit: int) -> str:
    if len(text) > limit:
        _too_long(len(text), field, limit)
    return text


def _too_long(length: int, field: str, limit: int) -> None:
    raise FieldRefused(field, f"That is {length:,} letters; {limit:,} fit here. Please shorten it.")


def _not_blank(text: str) -> str:
    """Empty when there is nothing in it that can be seen."""
    return text if text.strip(_BLANK_LETTERS + _JOINERS + " \n\t\u3000\u00a0") else ""


def _seen(text: str) -> str:
    """The text in NFC with all that is never seen left out; line ends are all `\\n`."""
    if text.isprintable() and _OBJECT not in text:
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    # What stood between two letters may be gone now, so that they join; once more makes it stable.
    return unicodedata.normalize("NFC", "".join(_kept(_composed(text))))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", _NEW_LINES.sub("\n", text))


def _kept(composed: str) -> list[str]:
    kept: list[str] = []
    for letter in composed:
        if _stays(letter, kept):
            kept.append(letter)
    return kept


def _stays(letter: str, kept: list[str]) -> bool:
    if letter in "\n\t":
        return True
    category = unicodedata.category(letter)
    if category == "Cf":
        return letter in _SEEN_FORMATS or (bool(kept) and _joins(letter, kept))
    return category not in ("Cc", "Cs") and not _no_character(ord(letter))


def _no_character(code: int) -> bool:
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE or 0xFFF9 <= code <= 0xFFFC


def _joins(letter: str, kept: list[str]) -> bool:
    """Whether a joiner or a flag's tag does something after what stands before it."""
    before = kept[-1]
    if letter in _JOINERS:
        emoji = unicodedata.category(before) in ("So", "Sk") or before == "\ufe0f"
        return emoji or bool(_JOINED_SCRIPTS.match(unicodedata.name(before, "")))
    return 0xE0020 <= ord(letter) <= 0xE007F and (before == _FLAG or 0xE0020 <= ord(before) <= 0xE007E)
