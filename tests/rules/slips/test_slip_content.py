"""What each slip says, and what no slip can say."""

import dataclasses
import typing
from datetime import date, datetime

import pytest
import slip_makers as make

from counter.records.countries import MoneyStyle
from counter.records.entries import Note, ReturnItem, ReturnOutcome
from counter.records.people import Fact
from counter.records.slip_text import slip_from_text, slip_to_text
from counter.records.slips import ForPaper, Logo, Qr, Rows, Shop, Sign, Size, Words
from counter.slips.receipts import CreditNote, OrderPaper, ReturnReceipt
from counter.slips.thanks import Apology, ThankYou

LANGUAGES = ("en", "de", "ar")


def texts(slip, size=None):
    return [block.text for block in slip.blocks if isinstance(block, Words) and size in (None, block.size)]


def rows(slip):
    return {row.key: row.value for block in slip.blocks if isinstance(block, Rows) for row in block.rows}


def test_a_thank_you_slip_says_name_line_gesture_shop_and_how_to_reach_us():
    slip = make.thank_you(gesture="Two gingerbread stars from us.")
    assert texts(slip) == [
        "Blue Door Bakery", "Ania", "Thank you for coming by in this rain.", "Two gingerbread stars from us.",
        "How was it? 7K3M-9QX2", "or tell us: +44 20 7946 0142, hello@bluedoor.example",
        "Thu 26 November 2026", "12 Mill Lane",
    ]  # fmt: skip
    assert [block for block in slip.blocks if isinstance(block, Qr)] == [Qr(make.QR)]


def test_someone_without_a_name_is_thanked_all_the_same():
    slip = make.thank_you(name="")
    assert texts(slip, Size.NAME) == ["Thank you"]


def test_without_a_gesture_nothing_stands_in_its_place():
    assert texts(make.thank_you(), Size.GESTURE) == []


def test_a_shop_without_contact_still_says_how_to_tell_it():
    slip = make.thank_you(shop=Shop(name="Corner"))
    assert texts(slip, Size.SMALL) == ["or tell us at the counter", "Thu 26 November 2026"]


def test_a_shop_with_one_number_for_all_names_it_once():
    shop = Shop(name="Corner", phone="555 0142", whatsapp="555 0142")
    assert texts(make.thank_you(shop=shop), Size.SMALL)[0] == "or tell us: 555 0142"


@pytest.mark.parametrize("kind", [make.thank_you, make.apology], ids=["thank you", "apology"])
def test_thanks_and_apologies_have_no_place_for_an_amount(kind):
    assert not any(isinstance(block, Rows) for block in kind().blocks)
    for content in (ThankYou, Apology):
        assert {field.type for field in dataclasses.fields(content)} == {ForPaper}


PUBLIC = {ForPaper, bytes, int, date, datetime, MoneyStyle, ReturnOutcome, ReturnItem, type(None)}


def parts(hint):
    """The plain types inside a hint like `tuple[Row, ...] | None`."""
    inner = [part for part in typing.get_args(hint) if part is not ...]
    return {part for arg in inner for part in parts(arg)} if inner else {hint}


@pytest.mark.parametrize("content", [ThankYou, Apology, ReturnReceipt, CreditNote, OrderPaper, Shop])
def test_only_words_meant_for_customers_fit_into_a_slip(content):
    hints = typing.get_type_hints(content).values()
    assert {part for hint in hints for part in parts(hint)} <= PUBLIC


@pytest.mark.parametrize("record", [Note, Fact])
def test_what_staff_wrote_is_of_another_kind(record):
    assert ForPaper not in typing.get_type_hints(record).values()


def test_a_return_receipt_says_what_came_back_and_what_became_of_it():
    slip = make.return_receipt()
    assert rows(slip) == {
        "Rye bread, large, sliced thin": "× 2", "Λεξικό": "× 11", "Money back": "£22.20",
        "Receipt no.": "S-2026-090211", "Bought on": "Sun 22 November 2026",
    }  # fmt: skip
    assert "Return receipt" in texts(slip)


@pytest.mark.parametrize("outcome", ReturnOutcome)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_outcome_has_its_word(outcome, language):
    slip = make.return_receipt(language, outcome=outcome, amount=None)
    assert texts(slip, Size.GESTURE) == [make.wording(language).words[outcome.value]]


def test_a_credit_note_says_what_was_granted_and_all_there_is():
    assert rows(make.credit_note()) == {"Store credit": "£5.00", "Balance": "£12.50"}
    assert rows(make.credit_note(balance=500)) == {"Store credit": "£5.00"}


def test_an_order_says_price_deposit_and_what_is_left():
    slip = make.order_slip()
    assert rows(slip) == {
        "Promised for": "Sat 28 November 2026, 16:00", "Agreed price": "£42.00", "Deposit": "£10.00",
        "Left to pay": "£32.00",
    }  # fmt: skip
    assert "Birthday cake for 12, no nuts, “Olek 7” in blue" in texts(slip)


@pytest.mark.parametrize(
    ("price", "deposit", "left"),
    [(4200, None, None), (4200, 4200, "£0.00"), (4200, 5000, "£0.00"), (None, 1000, None), (None, None, None)],
)
def test_what_is_left_to_pay_follows_from_price_and_deposit(price, deposit, left):
    assert rows(make.order_slip(price=price, deposit=deposit)).get("Left to pay") == left


def test_the_shops_own_copy_is_marked_and_signed():
    mine, theirs = make.order_slip(for_shop=True), make.order_slip()
    assert "The shop’s copy" in texts(mine) and "The shop’s copy" not in texts(theirs)
    assert [any(isinstance(block, Sign) for block in slip.blocks) for slip in (mine, theirs)] == [True, False]


def test_a_reprinted_receipt_says_that_it_is_a_copy_and_a_thank_you_does_not():
    again = make.return_receipt().as_copy()
    assert texts(again)[0] == "Copy"
    assert again.as_copy() == again
    assert make.thank_you().as_copy() == make.thank_you()


@pytest.mark.parametrize("kind", make.EVERY_KIND, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stored_slip_comes_back_as_it_was(kind, language):
    slip = kind(language=language)
    assert slip_from_text(slip_to_text(slip), None) == slip


def test_the_logo_is_not_stored_with_each_slip():
    slip = make.thank_you(shop=dataclasses.replace(make.SHOP, logo=b"picture"))
    text = slip_to_text(slip)
    assert "picture" not in text
    assert slip_from_text(text, b"picture") == slip
    assert not any(isinstance(block, Logo) for block in slip_from_text(text, None).blocks)


def test_the_code_and_the_way_back_stand_on_every_slip():
    for kind in make.EVERY_KIND:
        slip = kind()
        assert any(make.CODE in text for text in texts(slip))
        assert Qr(make.QR) in slip.blocks
        assert slip.code == make.CODE
