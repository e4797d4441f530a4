"""Columns are told by header or cell, days are asked about when they may be meant both ways, and nothing is lost."""

import pytest

from counter.records.countries import DayOrder
from counter.records.imports import Part
from counter.records.people import ContactKind
from counter.transfer.days import order_of, read_birthday
from counter.transfer.guessing import shape_of, with_header
from counter.transfer.rows import EMAIL, SMS, day_order, people_of
from counter.transfer.tables import read_table

DMY, MDY = DayOrder.DAY_MONTH, DayOrder.MONTH_DAY


def people(text, order=DMY):
    grid = with_header(read_table(text))
    return people_of(grid, shape_of(grid), order)


def one(text, order=DMY):
    (person,) = people(text, order).people
    return person


@pytest.mark.parametrize(
    ("text", "order", "read"),
    [
        ("1985-04-23", DMY, (4, 23, 1985)), ("19850423", DMY, (4, 23, 1985)), ("--0423", DMY, (4, 23, None)),
        ("--04-23", DMY, (4, 23, None)), ("04-23", MDY, (4, 23, None)), ("23/04/1985", DMY, (4, 23, 1985)),
        ("03/04/1985", DMY, (4, 3, 1985)), ("03/04/1985", MDY, (3, 4, 1985)), ("04-23-1985", MDY, (4, 23, 1985)),
        ("23/04/1985 00:00", DMY, (4, 23, 1985)), ("1985-04-23T00:00:00Z", DMY, (4, 23, 1985)),
        ("1604-02-29", DMY, (2, 29, None)), ("0000-04-23", DMY, (4, 23, None)), ("23 Apr 1985", DMY, (4, 23, 1985)),
        ("31/02/1985", DMY, None), ("soon", DMY, None), ("", DMY, None),
    ],
)  # fmt: skip
def test_birthdays_are_read_as_programs_write_them(text, order, read):
    assert read_birthday(text, order) == read


def test_one_day_above_twelve_tells_for_the_whole_column():
    assert order_of(["03/04/1985", "23/04/1985", ""]) == (DMY, "")
    assert order_of(["03/04/1985", "04/23/1985"]) == (MDY, "")


def test_days_that_may_be_meant_both_ways_are_asked_with_an_example():
    assert order_of(["05/05/1990", "03/04/1985", "2001-02-03"]) == (None, "03/04/1985")
    assert order_of(["13/04/1985", "04/13/1985", "03/04/1985"]) == (None, "03/04/1985")


def test_nobody_is_asked_where_it_makes_no_difference():
    assert order_of(["05/05/1990", "2001-02-03", "4 Mar 1999"]) == (None, "")


def test_square_is_known_and_its_yearless_birthday_is_read():
    text = (
        "Reference ID,First Name,Last Name,Email Address,Phone Number,Nickname,Company Name,Street Address 1,"
        "Street Address 2,City,State,Postal Code,Birthday,Memo,Square Customer ID,Creation Source,First Visit,"
        "Last Visit,Transaction Count,Lifetime Spend,Email Subscription Status,Instant Profile\n"
        ",Anna,Kowalska,,'+442079460142,Ania,,1 High St,,York,,YO1 7HH,03-04,allergic to nuts,SQ1,Directory,"
        "2020-01-01,2021-01-01,7,£90,unsubscribed,No\n"
    )
    grid = read_table(text)
    shape = shape_of(grid)
    assert (shape.name, day_order(grid, shape)) == ("Square", (MDY, ""))
    person = one(text, MDY)
    assert (person.name, person.called, person.external_id) == ("Anna Kowalska", "Ania", "SQ1")
    assert person.contacts == ((ContactKind.PHONE, "+442079460142"),)
    assert (person.birthday, person.address) == ((3, 4, None), "1 High St\nYO1 7HH York")
    assert person.notes == ("allergic to nuts",)
    assert person.consents == ((EMAIL, False),)


def test_shopify_ids_lose_their_apostrophe_and_consents_are_as_stated():
    text = (
        "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Phone,Accepts SMS Marketing,Note,"
        "Tax Exempt,Tags,Shoe (customer.metafields.x.y)\n"
        "'7210448301122,Anna,Kowalska,a@b.uk,yes,'+442079460142,no,,no,\"vip, dog\",38\n"
    )
    person = one(text)
    assert person.external_id == "7210448301122"
    assert person.consents == ((EMAIL, True), (SMS, False))
    assert person.notes == ("Shoe (customer.metafields.x.y): 38", "Tags: vip, dog")


def test_odoo_writes_notes_as_markup_and_the_company_before_the_name():
    text = (
        "name,complete_name,parent_id,comment,function,state_id,country_id,email,is_company\n"
        'Anna Ward,"Blue Mill, Anna Ward",Blue Mill,"<p>likes rye &amp; oats<br/>5 < 6 loaves</p><p><br></p>",Baker,'
        "Yorkshire,England,a@x.uk,False\nBob Stone,Bob Stone,,<p><br></p>,,,,,False\n"
    )
    anna, bob = people(text).people
    assert (anna.name, anna.company, anna.address) == ("Anna Ward", "Blue Mill", "Yorkshire\nEngland")
    assert anna.notes == ("likes rye & oats\n5 < 6 loaves", "Baker")
    assert bob.notes == ()


def test_google_joins_many_values_in_one_cell():
    text = (
        "First Name,Middle Name,Last Name,Phonetic First Name,File As,Organization Name,Birthday,Notes,Labels,"
        "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Value\n"
        "Zoë,M,Müller,ZO-ee,x,Bäckerei,--04-23,likes rye,* myContacts ::: Friends,Home,"
        "z@x.de ::: zoe@y.de,Mobile,+49 30 901820,030 55\n"
    )
    person = one(text)
    assert (person.name, person.pronunciation, person.company) == ("Zoë M Müller", "ZO-ee", "Bäckerei")
    assert [value for _, value in person.contacts] == ["+49 30 901820", "030 55", "z@x.de", "zoe@y.de"]
    assert person.notes == ("likes rye", "Tags: Friends")


def test_what_is_not_stated_about_consent_stays_unknown():
    header = "Customer ID,First Name,Accepts Email Marketing,Tags,Tax Exempt\n"
    assert one(header + "1,Anna,,,no\n").consents == ()
    assert one(header + "1,Anna,unknown,,no\n").consents == ()


def test_columns_without_headers_are_guessed_by_their_cells():
    grid = with_header(
        read_table("Anna Kowalska;020 7946 0142;anna@x.uk;23.04.1985;likes rye bread very much and often\n" * 3)
    )
    assert shape_of(grid).parts == (Part.NAME, Part.PHONE, Part.EMAIL, Part.BIRTHDAY, Part.NOTE)
    assert len(grid.rows) == 3
    assert grid.lines == (1, 2, 3)


def test_headers_of_other_languages_are_known():
    grid = read_table("Vorname;Nachname;Telefon;PLZ;Ort;Geburtsdatum\nAnna;Koch;030 901820;10115;Berlin;1.2.1990\n")
    assert shape_of(grid).parts == (Part.FIRST, Part.LAST, Part.PHONE, Part.POSTCODE, Part.CITY, Part.BIRTHDAY)


def test_what_can_not_be_read_becomes_a_note():
    person = one("Name,Phone,Email,Birthday\nAnna,ask her,nowhere,31/02/1990\n")
    assert person.contacts == ()
    assert set(person.notes) == {"Phone: ask her", "Email: nowhere", "Birthday: 31/02/1990"}


def test_a_name_is_found_wherever_one_may_be():
    found = people("Name,Company,Phone,Email\n\"Kowalska, Anna\",,,\n,Mill Ltd,,\n,,020 7946 0142,\n,,,a@x.uk\n").people
    assert [person.name for person in found] == ["Anna Kowalska", "Mill Ltd", "020 7946 0142", "a@x.uk"]


def test_a_row_without_anyone_is_refused_in_a_sentence():
    read = people("Name,Phone,Note\n,,just a note\nAnna,,\n")
    assert [person.name for person in read.people] == ["Anna"]
    assert read.refused == ((2, "Nothing in this row can be a name, a phone number or an e-mail address."),)


def test_a_name_beyond_all_length_is_refused_in_a_sentence():
    read = people(f"Name,Note\n{'A' * 500},x\nAnna,y\n")
    assert read.refused == ((2, "That is 500 letters; 200 fit here. Please shorten it."),)
