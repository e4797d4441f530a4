"""What the QR code of a slip opens, and that it fits the paper."""

from urllib.parse import parse_qs, urlsplit

import pytest
import qrcode
from hypothesis import given
from hypothesis import strategies as st

from counter.errors import FieldRefused
from counter.records.countries import COUNTRIES
from counter.records.phones import international
from counter.voice.links import (
    FORM_ROOM,
    ROOM,
    Reach,
    Way,
    Wording,
    check_template,
    first_way,
    message_link,
    qr_text,
    template_problem,
)

CODE = "7K3M9QX2"
PLAIN = Wording()
UK = COUNTRIES["GB"]


def version(text):
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text, optimize=0)
    code.make()
    return code.version


def opened(way, address, country=UK, wording=PLAIN):
    return qr_text(Reach(way, address), CODE, country, wording)


@pytest.mark.parametrize(
    ("way", "address", "opens"),
    [
        (Way.WHATSAPP, "07700 900123", "https://wa.me/447700900123?text=Slip%207K3M-9QX2"),
        (Way.WHATSAPP, "+44 (0)7700-900123", "https://wa.me/447700900123?text=Slip%207K3M-9QX2"),
        (Way.SMS, "0044 7700 900123", "sms:+447700900123?&body=Slip%207K3M-9QX2"),
        (Way.MAIL, "hello@bluedoor.example", "mailto:hello@bluedoor.example?subject=Slip%207K3M-9QX2"),
        (Way.COUNTER, "", "Slip 7K3M-9QX2: say or show it at our counter."),
        (Way.WHATSAPP, "ask Maya", "Slip 7K3M-9QX2: say or show it at our counter."),
        (Way.MAIL, "not an address", "Slip 7K3M-9QX2: say or show it at our counter."),
        (Way.MAIL, "a@b.example?bcc=c@d.example", "Slip 7K3M-9QX2: say or show it at our counter."),
    ],
)
def test_the_slip_opens_a_message_with_its_code_or_says_it_plainly(way, address, opens):
    assert opened(way, address) == opens
    assert version(opens) <= 4


def test_the_message_reads_as_written_on_the_other_side():
    assert parse_qs(urlsplit(opened(Way.WHATSAPP, "07700900123")).query) == {"text": ["Slip 7K3M-9QX2"]}


def test_a_long_address_gives_up_the_word_and_a_longer_one_the_link():
    assert opened(Way.MAIL, "post@the-blue-door-bakery.example").endswith("?subject=7K3M-9QX2")
    assert opened(Way.MAIL, f"{'long' * 12}@bakery.example") == "Slip 7K3M-9QX2: say or show it at our counter."


def test_a_sign_in_the_address_can_not_add_another_field():
    assert "%3Fbcc%3D" in opened(Way.MAIL, "a@b.ex?bcc=c", wording=Wording(slip=""))


@pytest.mark.parametrize(
    ("given", "way"),
    [
        (("07700 900123", "020 7946 0000", "a@b.example"), Way.WHATSAPP),
        (("", "020 7946 0000", "a@b.example"), Way.SMS),
        ((" ", "", "a@b.example"), Way.MAIL),
        (("", "", ""), Way.COUNTER),
    ],
)
def test_the_first_way_that_the_shop_gave_is_the_default(given, way):
    assert first_way(*given).way is way


@given(st.sampled_from(Way), st.text(max_size=80), st.text(max_size=40), st.sampled_from(sorted(COUNTRIES)))
def test_whatever_the_owner_typed_the_code_is_in_it_and_it_fits(way, address, slip, country):
    text = opened(way, address, COUNTRIES[country], Wording(slip=slip.encode("utf-8", "ignore").decode()))
    assert "7K3M-9QX2" in text
    assert len(text.encode()) <= ROOM


def test_the_room_is_what_version_four_holds():
    assert (version("x" * ROOM), version("x" * (ROOM + 1))) == (4, 5)


@pytest.mark.parametrize(
    ("country", "typed", "number"),
    [
        ("IT", "06 1234 5678", "390612345678"),
        ("HU", "06 30 123 4567", "36301234567"),
        ("US", "1 (555) 010-0199", "15550100199"),
        ("US", "555 010 0199", "15550100199"),
        ("DE", "٠١٥١ ٢٣٤٥٦٧٨٩", "4915123456789"),
        ("ES", "612 34 56 78", "34612345678"),
        ("GB", "999", ""),
        ("GB", "", ""),
        ("GB", "+4477009001234567890", ""),
    ],
)
def test_a_number_is_made_international_by_its_country(country, typed, number):
    assert international(typed, COUNTRIES[country]) == number


@pytest.mark.parametrize("way", [Way.FORM, Way.PAGE])
@pytest.mark.parametrize(
    ("template", "opens"),
    [
        (" https://shop.example/#{code} ", "https://shop.example/#7K3M-9QX2"),
        ("https://tally.example/r/w7X4?code={code}", "https://tally.example/r/w7X4?code=7K3M-9QX2"),
        ("HTTPS://SHOP.EXAMPLE/{code}", "HTTPS://SHOP.EXAMPLE/7K3M-9QX2"),
        ("http://shop.example:8080/a/{code}/b", "http://shop.example:8080/a/7K3M-9QX2/b"),
    ],
)
def test_a_form_or_page_opens_by_its_address_with_the_code_in_it(way, template, opens):
    assert opened(way, template) == opens


@pytest.mark.parametrize(
    ("template", "part"),
    [
        ("", "Type the page's address"),
        ("https://shop.example/", "Put {code} once"),
        ("https://shop.example/{code}{code}", "Put {code} once"),
        ("javascript:alert('{code}')", "begins with https://"),
        ("shop.example/{code}", "begins with https://"),
        ("https://{code}.shop.example/", "begins with https://"),
        ("https://shop.example/ {code}", "begins with https://"),
        ("https://[shop/{code}", "begins with https://"),
        ("https://shop.example/" + "x" * 300 + "{code}", "too long for a QR code"),
    ],
)
def test_an_address_that_no_slip_can_open_is_refused_and_the_slip_says_it_plainly(template, part):
    assert part in template_problem(template)
    with pytest.raises(FieldRefused, match="address"):
        check_template(template)
    assert opened(Way.FORM, template) == "Slip 7K3M-9QX2: say or show it at our counter."


def test_the_longest_address_still_has_five_dots_a_module_on_the_narrowest_roll():
    longest = "https://shop.example/" + "x" * (FORM_ROOM - 30) + "{code}"
    modules = 17 + 4 * version(opened(Way.FORM, longest)) + 8
    assert 384 // modules >= 5


def test_a_page_sends_its_message_in_the_body_of_a_mail():
    assert message_link(Reach(Way.MAIL, "a@b.example"), UK) == "mailto:a@b.example?body="
    assert message_link(Reach(Way.WHATSAPP, "07700 900123"), UK) == "https://wa.me/447700900123?text="
    assert message_link(Reach(Way.COUNTER), UK) == ""
