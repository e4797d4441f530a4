"""Store credit: a ledger with a balance, used in part or whole, never below nothing."""

from collections.abc import Iterable

from counter.errors import FieldRefused, Refused
from counter.records.countries import MoneyStyle
from counter.records.entries import CreditMove
from counter.records.money import read_money, say_money


def balance(moves: Iterable[CreditMove]) -> int:
    """What is left, in minor units."""
    return sum(move.amount for move in moves)


def read_use(text: str, moves: Iterable[CreditMove], money: MoneyStyle) -> int:
    """How much of it to use, in minor units; an empty field means all. Raises FieldRefused on "amount"."""
    left = balance(moves)
    if left <= 0:
        raise FieldRefused("amount", "There is no credit left.")
    amount = read_money(text, money) if text.strip() else left
    if not amount:
        raise FieldRefused("amount", "How much of it? Empty means all.")
    if amount > left:
        raise FieldRefused("amount", f"There is {say_money(left, money)} left. Empty means all of it.")
    return amount


def check_correction(moves: Iterable[CreditMove], granted: int, corrected: int, money: MoneyStyle) -> None:
    """Raises FieldRefused when more of a grant is used than is left of it once it is corrected, all in minor units.

    On "outcome" where nothing is left of it, else on "amount".
    """
    least = granted - balance(moves)
    if corrected >= least:
        return
    used = f"{say_money(least, money)} of this credit is used already"
    if corrected:
        raise FieldRefused("amount", f"{used}, so it can't be less than that.")
    raise FieldRefused("outcome", f"{used}, so it stays store credit. Type what they really get as the amount.")


def check_undo(moves: Iterable[CreditMove], move: CreditMove, what: str, stays: int = 0) -> None:
    """Raises Refused when taking back this grant, but for what `stays` of it, would leave less than nothing.

    `what` hangs on it, as "the return".
    """
    if balance(moves) - move.amount + stays < 0:
        raise Refused(f"This credit is spent already, so {what} stays.")


def say_balance(moves: Iterable[CreditMove], money: MoneyStyle) -> str:
    """As "£3.20 of credit"; empty when there is none."""
    left = balance(moves)
    return f"{say_money(left, money)} of credit" if left > 0 else ""
