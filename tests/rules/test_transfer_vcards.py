"""Cards of phones are read in all three versions, folded, quoted and cut off as they come."""

import pytest

from counter.errors import Refused
from counter.records.people import ContactKind
from counter.transfer.decoding import decode
from counter.transfer.vcards import is_vcard, read_vcards


def card(*lines, version="3.0", end="\r\n"):
    return end.join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def one(*lines, **how):
    (person,) = read_vcards(card(*lines, **how)).people
    return person


def test_a_card_of_version_3():
    person = one(
        "N:Kowalska;Anna;Maria;Dr.;", "FN:Dr. Anna Kowalska", "NICKNAME:Ania", "ORG:Blue Mill;Bakery",
        "TEL;TYPE=CELL,VOICE:+44 20 7946 0142", "EMAIL;TYPE=INTERNET:anna@x.uk",
        "ADR;TYPE=HOME:;;1 High St\\, Flat 2;York;;YO1 7HH;England", "BDAY:1985-04-23",
        "NOTE:Likes rye\\; no nuts\\nDog: Rex", "CATEGORIES:Friends,Dog people", "UID:u-1", "TITLE:Baker",
    )  # fmt: skip
    assert (person.name, person.called, person.address_form) == ("Dr. Anna Kowalska", "Ania", "Dr.")
    assert person.contacts == ((ContactKind.PHONE, "+44 20 7946 0142"), (ContactKind.EMAIL, "anna@x.uk"))
    assert person.address == "1 High St, Flat 2\nYO1 7HH York\nEngland"
    assert (person.birthday, person.external_id, person.company) == ((4, 23, 1985), "u-1", "Blue Mill Bakery")
    assert person.notes == ("Likes rye; no nuts\nDog: Rex", "Title: Baker", "Tags: Friends, Dog people")


def test_a_card_of_version_2_1_in_quoted_printable():
    person = one(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Zo=C3=AB;;;", "TEL;HOME;VOICE:030 901820",
        "NOTE;ENCODING=QUOTED-PRINTABLE:Comes every Saturday with the =", "dog, likes rye=0D=0Aand jam", version="2.1",
    )  # fmt: skip
    assert person.name == "Zoë Müller"
    assert person.notes == ("Comes every Saturday with the dog, likes rye\r\nand jam",)
    assert person.contacts == ((ContactKind.PHONE, "030 901820"),)


def test_a_charset_of_its_own_is_followed():
    assert one("N;CHARSET=ISO-8859-2;ENCODING=QUOTED-PRINTABLE:=A3=F3d=BC;Jan", version="2.1").name == "Jan Łódź"
    assert one("N;CHARSET=NO-SUCH;QUOTED-PRINTABLE:M=FCller;Jan", version="2.1").name == "Jan Müller"


def test_a_card_of_version_4():
    person = one(
        "FN:Anna Kowalska", "BDAY:--0423", "TEL;VALUE=uri;TYPE=\"voice,home\":tel:+44-20-7946-0142",
        "item1.EMAIL;PREF=1:mailto:anna@x.uk", "item1.X-ABLabel:Home", version="4.0",
    )  # fmt: skip
    assert person.birthday == (4, 23, None)
    assert [value for _, value in person.contacts] == ["+44-20-7946-0142", "anna@x.uk"]


def test_folded_lines_join_and_apples_year_that_nobody_said_is_none():
    person = one("FN:Anna Ko", " walska", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", "NOTE:one", "\t two")
    assert (person.name, person.birthday, person.notes) == ("Anna Kowalska", (2, 29, None), ("one two",))


def test_a_photograph_is_left_aside():
    person = one("FN:Anna", "PHOTO;ENCODING=b;TYPE=JPEG:" + "A" * 70, *[" " + "A" * 70] * 3_000, "TEL:020 7946 0142")
    assert [value for _, value in person.contacts] == ["020 7946 0142"]
    assert person.notes == ()


def test_a_backslash_before_a_separator_is_told_from_an_escaped_one():
    assert one("N:Ko\\;w\\\\;An\\,na;;;").name == "An,na Ko;w\\"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_many_cards_in_a_file_whatever_its_line_ends(end):
    text = "".join(card(f"FN:Person {number}", end=end) for number in range(50))
    assert is_vcard(text)
    assert [person.name for person in read_vcards(text).people] == [f"Person {number}" for number in range(50)]


def test_a_card_that_was_cut_off_costs_only_itself():
    text = card("FN:Anna") + "BEGIN:VCARD\r\nFN:Half\r\n" + card("FN:Bob") + "BEGIN:VCARD\r\nFN:Cu"
    read = read_vcards(text)
    assert [person.name for person in read.people] == ["Anna", "Bob"]
    assert [line for line, _ in read.refused] == [5, 11]


def test_an_agents_card_inside_a_card_is_nobody():
    text = card("FN:Anna", "AGENT:", "BEGIN:VCARD", "FN:Secretary", "END:VCARD", "TEL:020 7946 0142", version="2.1")
    (person,) = read_vcards(text).people
    assert (person.name, len(person.contacts)) == ("Anna", 1)


def test_a_card_without_anyone_is_refused_in_a_sentence():
    read = read_vcards(card("NOTE:x"))
    assert read.people == ()
    assert "this card" in read.refused[0][1]


@pytest.mark.parametrize("text", ["", "hello", "END:VCARD\nEND:VCARD"])
def test_a_file_without_cards_says_so(text):
    with pytest.raises(Refused, match="no card"):
        read_vcards(text)


@pytest.mark.parametrize("junk", [":::;;;", "TEL", "TEL:", "N:", ";;;:x", "BDAY:9999999", "\0\0", "EMAIL:@", 'A="x:y'])
def test_broken_properties_stop_nothing(junk):
    assert one("FN:Anna", junk).name == "Anna"


def test_a_western_card_file_is_read():
    assert read_vcards(decode(card("FN:Zoë Müller").encode("cp1252"))).people[0].name == "Zoë Müller"
