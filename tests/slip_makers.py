"""Slips of a bakery, made through the public doors, for the tests of paper and printing."""

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from counter.records.countries import MoneyStyle
from counter.records.entries import ReturnItem, ReturnOutcome
from counter.records.slips import ForPaper, Shop
from counter.slips.frame import Frame
from counter.slips.receipts import (
    CreditNote,
    OrderPaper,
    ReturnReceipt,
    compose_credit_note,
    compose_deposit_receipt,
    compose_order_slip,
    compose_return_receipt,
)
from counter.slips.thanks import Apology, ThankYou, compose_apology, compose_thank_you
from counter.slips.wording import read_wording

LINES = Path(__file__).parent.parent / "resources" / "lines"
QR = "https://wa.me/442079460142?text=Slip%207K3M-9QX2"
CODE = "7K3M-9QX2"
POUNDS = MoneyStyle(currency="GBP", symbol="£")
SHOP = Shop(
    name=ForPaper("Blue Door Bakery"),
    phone=ForPaper("+44 20 7946 0142"),
    mail=ForPaper("hello@bluedoor.example"),
    address=ForPaper("12 Mill Lane"),
)


@cache
def wording(language="en"):
    return read_wording((LINES / f"{language}.json").read_text(encoding="utf-8"))


def frame(language="en", shop=SHOP, qr=QR):
    return Frame(shop=shop, wording=wording(language), code=CODE, qr=qr, day=date(2026, 11, 26))


def thank_you(name="Ania", language="en", line="Thank you for coming by in this rain.", gesture="", shop=SHOP):
    return compose_thank_you(frame(language, shop), ThankYou(name=name, line=line, gesture=gesture))


def apology(language="en"):
    done = "We baked the cake again, and Maya brought it to your door."
    return compose_apology(frame(language), Apology(name="Ania", what_we_did=done, gesture="A loaf for the morning."))


def return_receipt(language="en", outcome=ReturnOutcome.REFUND, amount=2220):
    items = (ReturnItem(name="Rye bread, large, sliced thin", quantity=2), ReturnItem(name="Λεξικό", quantity=11))
    receipt = ReturnReceipt(
        items=items, outcome=outcome, money=POUNDS, amount=amount, name="Ania",
        bought_on=date(2026, 11, 22), receipt_number="S-2026-090211",
    )  # fmt: skip
    return compose_return_receipt(frame(language), receipt)


def credit_note(language="en", amount=500, balance=1250):
    return compose_credit_note(frame(language), CreditNote(amount=amount, balance=balance, money=POUNDS, name="Ania"))


def order(**changes):
    facts = {
        "spec": "Birthday cake for 12, no nuts, “Olek 7” in blue", "money": POUNDS, "name": "Ania",
        "price": 4200, "deposit": 1000, "promised": datetime(2026, 11, 28, 16, 0, tzinfo=UTC),
    }  # fmt: skip
    return OrderPaper(**facts | changes)


def deposit_receipt(language="en"):
    return compose_deposit_receipt(frame(language), order())


def order_slip(language="en", for_shop=False, **changes):
    return compose_order_slip(frame(language), order(**changes), for_shop=for_shop)


def again(kind, frame):
    """A usual slip of this kind in another frame, such as one with the owner's own designs."""
    made = next(make for make in EVERY_KIND if make.__name__ == kind.value)
    if made is thank_you:
        return compose_thank_you(frame, ThankYou(name="Ania", line="Thank you."))
    if made is apology:
        return compose_apology(frame, Apology(name="Ania", what_we_did="We baked it again."))
    if made is return_receipt:
        items = (ReturnItem(name="Rye bread", quantity=2),)
        done = ReturnReceipt(items=items, outcome=ReturnOutcome.REFUND, money=POUNDS, amount=2220, name="Ania")
        return compose_return_receipt(frame, done)
    if made is credit_note:
        return compose_credit_note(frame, CreditNote(amount=500, balance=1250, money=POUNDS, name="Ania"))
    return (compose_deposit_receipt if made is deposit_receipt else compose_order_slip)(frame, order())


EVERY_KIND = (thank_you, apology, return_receipt, credit_note, deposit_receipt, order_slip)
