"""Amounts as cashiers type them and as price tags write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter.errors import FieldRefused
from counter.records.countries import COUNTRIES, CURRENCIES, in_currency
from counter.records.money import LARGEST, plain_money, read_money, say_money


def style(key):
    return COUNTRIES[key].money


@pytest.mark.parametrize(
    ("country", "typed", "minor"),
    [
        ("GB", "7.80", 780),
        ("GB", "7,80", 780),
        ("GB", "7.8", 780),
        ("GB", "7", 700),
        ("GB", "7.", 700),
        ("GB", ".5", 50),
        ("GB", "£7.80", 780),
        ("GB", "7.80 GBP", 780),
        ("GB", " 1,234.50 ", 123450),
        ("GB", "1,234", 123400),
        ("GB", "1,234,567", 123456700),
        ("GB", "1 234.50", 123450),
        ("GB", "7,-", 700),
        ("GB", "0", 0),
        ("GB", "٧٫٨٠", 780),
        ("GB", "７．８０", 780),
        ("DE", "7,80 €", 780),
        ("DE", "7.80", 780),
        ("DE", "1.234,50", 123450),
        ("DE", "1,234.50", 123450),
        ("DE", "1.234", 123400),
        ("DE", "EUR 5,–", 500),
        ("CH", "CHF 1’234.50", 123450),
        ("CH", "1'234", 123400),
        ("FR", "1\u202f234,50", 123450),
        ("IN", "₹1,23,456.50", 12345650),
        ("IN", "1,23,456", 12345600),
        ("JP", "¥1,200", 1200),
        ("KW", "1.250", 1250),
        ("DK", "12,50 kr", 1250),
        ("DK", "12,50 kr.", 1250),
        ("PL", "7,80 ZŁ", 780),
        ("ZA", "r7.80", 780),
        ("GB", "£7.80 gbp", 780),
    ],
)
def test_what_cashiers_type_is_understood(country, typed, minor):
    assert read_money(typed, style(country)) == minor


@pytest.mark.parametrize(
    ("country", "typed", "sentence"),
    [
        ("GB", "7,8O", "There is a letter O in it. Do you mean 7.80?"),
        ("DE", "7.8o", "There is a letter O in it. Do you mean 7,80?"),
        ("GB", "l2.50", "There is a letter l in it. Do you mean 12.50?"),
        ("GB", "", "Type an amount, like 7.80."),
        ("DE", "  ", "Type an amount, like 7,80."),
        ("GB", "-7.80", "An amount is never below nothing. Type it without the minus."),
        ("GB", "1.234", "Do you mean 1234.00 or 1.23?"),
        ("DE", "1,234", "Do you mean 1234,00 or 1,23?"),
        ("GB", "7 80", "There is a gap in it. Do you mean 7.80?"),
        ("GB", "7,80 €", "That can't be read as an amount in GBP. Type it like 7.80."),
        ("GB", "seven", "That can't be read as an amount in GBP. Type it like 7.80."),
        ("GB", "7" + " " * 100 + "8", "That can't be read as an amount in GBP. Type it like 7.80."),
        ("GB", "=1+1", "That can't be read as an amount in GBP. Type it like 7.80."),
        ("GB", "1.2.3", "That can't be read as an amount in GBP. Type it like 7.80."),
        ("GB", "12,34,5", "That can't be read as an amount in GBP. Type it like 7.80."),
        ("GB", "...", "That can't be read as an amount in GBP. Type it like 7.80."),
        ("GB", "7.8055", "Amounts in GBP have 2 figures after the mark. Type it like 7.80."),
        ("JP", "7.8", "Amounts in JPY have no parts. Type it like 780."),
        ("GB", "9" * 99, "That is more than one amount can hold here."),
    ],
)
def test_what_is_no_amount_is_refused_with_what_would_be_right(country, typed, sentence):
    with pytest.raises(FieldRefused) as refused:
        read_money(typed, style(country), "deposit")
    assert (refused.value.sentence, refused.value.field) == (sentence, "deposit")


@pytest.mark.parametrize(
    ("country", "minor", "said"),
    [
        ("GB", 780, "£7.80"),
        ("GB", 123456789, "£1,234,567.89"),
        ("GB", -320, "−£3.20"),
        ("GB", 5, "£0.05"),
        ("DE", 123450, "1.234,50\u00a0€"),
        ("NL", 780, "€\u00a07,80"),
        ("TR", 780, "₺7,80"),
        ("BR", 123450, "R$\u00a01.234,50"),
        ("CH", 123450, "CHF\u00a01’234.50"),
        ("IN", 12345650, "₹1,23,456.50"),
        ("JP", 1200, "¥1,200"),
        ("HU", 78000, "780\u00a0Ft"),
        ("CZ", 7850, "78,50\u00a0Kč"),
        ("KW", 1250, "KWD\u00a01.250"),
    ],
)
def test_amounts_are_written_as_the_country_writes_them(country, minor, said):
    assert say_money(minor, style(country)) == said


def test_a_shop_may_count_in_another_currency_and_write_as_its_country_does():
    assert say_money(123450, in_currency(style("DE"), "CHF")) == "1.234,50\u00a0CHF"
    assert say_money(1234, in_currency(style("GB"), "JPY")) == "¥1,234"
    assert {c.money.currency for c in COUNTRIES.values()} == set(CURRENCIES)


@given(st.sampled_from(sorted(COUNTRIES)), st.integers(0, LARGEST))
def test_what_is_written_is_read_back(country, minor):
    money = style(country)
    assert read_money(say_money(minor, money), money) == minor
    assert read_money(plain_money(minor, money), money) == minor


TYPED = st.text(alphabet=st.sampled_from("0123456789.,'’ OolI-−€£$٣x\u00a0()e"), max_size=14)


@given(st.sampled_from(sorted(COUNTRIES)), TYPED)
def test_any_text_is_an_amount_or_refused_with_a_sentence(country, text):
    try:
        assert 0 <= read_money(text, style(country)) <= LARGEST
    except FieldRefused as refused:
        assert refused.sentence.endswith((".", "?"))


@given(st.text(max_size=300))
def test_hostile_text_is_never_echoed(text):
    try:
        read_money(text, style("GB"))
    except FieldRefused as refused:
        assert refused.sentence.isascii()


def test_the_table_of_countries_is_whole():
    assert len(COUNTRIES) >= 40
    assert all(len(c.key) == 2 and c.zone and c.calling.isdigit() and c.money.symbol for c in COUNTRIES.values())
    assert {c.order for c in COUNTRIES.values()} == {"dmy", "mdy", "ymd"}
