"""Numbers, phone numbers and codes stay in one piece and in their own order inside any sentence.

This adds characters that nobody sees; `plain` takes them out again for the text layer.
"""

import re
import unicodedata

_NO_BREAK_SPACE, _JOINER = "\u00a0", "\u2060"
_ISOLATE, _END = "\u2066", "\u2069"
_MARKS = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_UNSEEN = dict.fromkeys(map(ord, _MARKS))
_WORD = r"[+(−£$€¥₹₺₩₫฿₪₴₦₱-]{0,2}\w{0,20}\d[\w().,/:+'’-]*"
_FIRM = re.compile(rf"(?<![\w]){_WORD}(?:[ \u00a0\u202f][\d(][\w().,/:+'’-]*){{0,7}}|\b[0-9A-Z]{{4}}-[0-9A-Z]{{4}}\b")


def firm(text: str, *, rtl: bool) -> str:
    """The text with its numbers unbreakable and, among right-to-left words, set apart."""
    text = _one_kind_of_break(text)
    return _FIRM.sub(lambda found: _bind(found.group(), rtl=rtl), text)


def plain(text: str) -> str:
    """The text as people search for it."""
    return text.replace(_NO_BREAK_SPACE, " ").replace("\u2028", " ").translate(_UNSEEN)


def reads_rtl(text: str, *, otherwise: bool) -> bool:
    """The side of the first letter that has one (UAX 9, P2 and P3 without isolates)."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return otherwise


def unseen(letter: str) -> bool:
    """True for a character that has no shape of its own: joiners, selectors, spaces, direction marks."""
    return letter.isspace() or unicodedata.category(letter) in ("Cf", "Cc", "Zl", "Zp") or _selects(letter)


def _selects(letter: str) -> bool:
    return "\ufe00" <= letter <= "\ufe0f" or "\U000e0000" <= letter <= "\U000e0fff" or letter == "\u034f"


def _bind(number: str, *, rtl: bool) -> str:
    body = number.rstrip(".,:/'’-+")
    bound = re.sub(r"(?<=.)([-/:])(?=.)", rf"{_JOINER}\1{_JOINER}", body).replace(" ", _NO_BREAK_SPACE)
    end = number[len(body) :]
    return f"{_ISOLATE}{bound}{_END}{end}" if rtl and _has_latin_figures(number) else bound + end


def _has_latin_figures(number: str) -> bool:
    return any("0" <= letter <= "9" for letter in number)


def _one_kind_of_break(text: str) -> str:
    """Line breaks as Qt wants them; other control characters away."""
    text = re.sub(r"\r\n?|[\n\x0b\x0c\x85\u2029]", "\u2028", text.replace("\t", " "))
    return "".join(letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cs"))
