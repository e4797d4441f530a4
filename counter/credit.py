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


def check_undo(moves: Iterable[CreditMove], move: CreditMove, what: str) -> None:
    """Raises Refused when taking back this grant would leave less than nothing; `what` hangs on it: "the return"."""
    if balance(moves) - move.amount < 0:
        raise Refused(f"This credit is spent already, so {what} stays.")


def say_balance(moves: Iterable[CreditMove], money: MoneyStyle) -> str:
    """As "£3.20 of credit"; empty when there is none."""
    left = balance(moves)
    return f"{say_money(left, money)} of credit" if left > 0 else ""
