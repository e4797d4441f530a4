"""Amounts as whole minor units: read as cashiers type them, written as the shop's country writes them."""

import re
import unicodedata

from counter.errors import FieldRefused
from counter.records.countries import MoneyStyle

LARGEST = 10**11  # minor units; a thousand million in most currencies, far inside the file's integers
_NO_BREAK = "\u00a0"
_LETTERS_FOR_FIGURES = str.maketrans("OoIl", "0011")
_SPACED = re.compile(r"(?<=\d)['’\s](?=\d{3}(?!\d))")
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*|\d{1,3}(?:,\d{2})+,\d{3}")


def say_money(amount: int, style: MoneyStyle) -> str:
    """As on a price tag there: £7.80, 7,80 €, ₹1,23,456.00."""
    whole, figures = _split(amount, style)
    text = _group(whole, style) + figures
    gap = _NO_BREAK if style.gap else ""
    text = f"{text}{gap}{style.symbol}" if style.after else f"{style.symbol}{gap}{text}"
    return f"−{text}" if amount < 0 else text


def plain_money(amount: int, style: MoneyStyle) -> str:
    """As it stands in a field: 7.80 or 7,80, without sign and groups."""
    whole, figures = _split(amount, style)
    return f"{'-' if amount < 0 else ''}{whole}{figures}"


def read_money(text: str, style: MoneyStyle, field: str = "amount") -> int:
    """Minor units of what was typed; raises FieldRefused with a sentence that says what would be right."""
    typed = _figures_in(text, style, field)
    minor = _minor(typed, style, field)
    if minor > LARGEST:
        raise FieldRefused(field, "That is more than one amount can hold here.")
    return minor


def _split(amount: int, style: MoneyStyle) -> tuple[str, str]:
    whole, rest = divmod(abs(amount), 10**style.digits)
    if not style.digits or (style.hide_zero and not rest):
        return str(whole), ""
    return str(whole), f"{style.decimal}{rest:0{style.digits}d}"


def _group(whole: str, style: MoneyStyle) -> str:
    head, tail = whole[:-3], whole[-3:]
    size = 2 if style.indian else 3
    parts = [head[max(0, end - size) : end] for end in range(len(head), 0, -size)]
    return style.group.join([*reversed(parts), tail])


def _example(style: MoneyStyle) -> str:
    return plain_money(780 * 10 ** max(0, style.digits - 2), style)


def _figures_in(text: str, style: MoneyStyle, field: str) -> str:
    """The figures and marks alone, sign of the currency taken off."""
    shown = unicodedata.normalize("NFKC", text if len(text) <= 100 else "?").strip()
    shown = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in shown)
    shown = shown.replace("٫", ".").replace("٬", ",")
    if not shown:
        raise FieldRefused(field, f"Type an amount, like {_example(style)}.")
    if shown[0] in "-−–(":
        raise FieldRefused(field, "An amount is never below nothing. Type it without the minus.")
    figures = re.sub(r"[.,][-–—]{1,2}$", "", _without_sign(shown, style))
    if not re.fullmatch(r"[\d.,'’\s]+", figures):
        _refuse_letters(figures, style, field)
    return figures


def _without_sign(shown: str, style: MoneyStyle) -> str:
    """Take the currency's own sign or code off either end."""
    signs = "|".join(re.escape(sign) for sign in (style.symbol, style.symbol.rstrip("."), style.currency))
    return re.sub(rf"^(?:{signs})\s*|\s*(?:{signs})$", "", shown, flags=re.IGNORECASE)


def _refuse_letters(shown: str, style: MoneyStyle, field: str) -> None:
    """Always raises: says which letter stands for a figure, or what an amount looks like."""
    letter = next((c for c in shown if c in "OoIl"), "")
    if letter and re.fullmatch(r"[\dOoIl.,]+", shown) and any(c.isdigit() for c in shown):
        meant = _minor(shown.translate(_LETTERS_FOR_FIGURES), style, field)
        name = "letter O" if letter in "Oo" else f"letter {letter}"
        raise FieldRefused(field, f"There is a {name} in it. Do you mean {plain_money(meant, style)}?")
    raise FieldRefused(field, f"That can't be read as an amount in {style.currency}. Type it like {_example(style)}.")


def _minor(figures: str, style: MoneyStyle, field: str) -> int:
    figures = _SPACED.sub("", figures)
    halves = re.fullmatch(r"(\d+)\s+(\d{1,2})", figures)
    if halves and style.digits:
        meant = _scale(halves[1], halves[2], style)
        raise FieldRefused(field, f"There is a gap in it. Do you mean {plain_money(meant, style)}?")
    whole, part = _parts(figures, style, field)
    if len(part) > style.digits:
        fewer = "no parts" if not style.digits else f"{style.digits} figures after the mark"
        raise FieldRefused(field, f"Amounts in {style.currency} have {fewer}. Type it like {_example(style)}.")
    return _scale(whole, part, style)


def _scale(whole: str, part: str, style: MoneyStyle) -> int:
    return int((whole or "0") + part.ljust(style.digits, "0"))


def _parts(figures: str, style: MoneyStyle, field: str) -> tuple[str, str]:
    """Before and after the decimal mark; asks where a mark may mean either."""
    last = max(figures.rfind("."), figures.rfind(","))
    head, mark, tail = figures[:last], figures[last : last + 1], figures[last + 1 :]
    if last < 0 and figures.isdigit():
        return figures, ""
    if _GROUPED.fullmatch(figures) and (mark == style.group or figures.count(mark) > 1):
        return re.sub(r"\D", "", figures), ""
    if _GROUPED.fullmatch(figures) and style.digits != 3:
        large, small = _scale(head + tail, "", style), _scale(head, tail[: style.digits], style)
        raise FieldRefused(field, f"Do you mean {plain_money(large, style)} or {plain_money(small, style)}?")
    whole = "0" if not head and tail else head
    if (whole.isdigit() or (_GROUPED.fullmatch(whole) and mark not in whole)) and (tail.isdigit() or not tail):
        return re.sub(r"\D", "", whole), tail
    raise FieldRefused(field, f"That can't be read as an amount in {style.currency}. Type it like {_example(style)}.")
