"""Using store credit, for a person or from the code on their note."""
from counter import credit as rules
from counter.desk import codes
from counter.desk.said import name_of
from counter.desk.till import Doing, Done, Till, save
from counter.models import things
from counter.models.journal import Writer
from counter.models.tables_counter import CreditRow
from counter.records.entries import EntryKind, Saved
from counter.records.money import say_money


def balance(till: Till, customer_id: int) -> int:
    """What is left, in minor units."""
    return rules.balance(things.of_person("credit_move", customer_id))


def use(till: Till, op: str, customer_id: int, amount: str) -> Saved:
    """Use some of it, or all where the amount is empty."""
    moves = things.of_person("credit_move", customer_id)
    used = rules.read_use(amount, moves, till.money)

    def write(writer: Writer) -> Done:
        row = writer.insert(CreditRow, customer_id=customer_id, amount=-used, why="", at=till.now)
        writer.about(CreditRow, row)
        left = say_money(rules.balance(moves) - used, till.money)
        who = name_of(till.customer(customer_id))
        return Done(f"{say_money(used, till.money)} of credit used by {who}; {left} left.", row)

    return save(till, Doing(op=op, kind=EntryKind.CREDIT_USED, customer_id=customer_id), write)


def use_code(till: Till, op: str, code: str, amount: str) -> Saved:
    """The same from the code on a credit note, for someone without a name too."""
    return use(till, op, codes.slip_of(code).customer_id, amount)
