"""What is typed about a person, before it is stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter import people
from counter.records.fields import FieldsRefused
from counter.records.people import ContactKind, DateForm, FactForm, FactKind, PersonForm

PHONE, EMAIL = ContactKind.PHONE, ContactKind.EMAIL


def test_only_a_name_is_needed():
    assert people.clean_person(PersonForm(name="  王小明 ")) == PersonForm(name="王小明")


def test_any_number_of_phones_and_mails_is_kept_as_written_and_empty_ones_are_left_out():
    contacts = ((PHONE, " +48 22 555 01 23", ""), (PHONE, "", "Jan"), (EMAIL, "ania@post.example", "her sister"))
    clean = people.clean_person(PersonForm(name="Ania", contacts=contacts))
    assert clean.contacts == ((PHONE, "+48 22 555 01 23", ""), (EMAIL, "ania@post.example", "her sister"))


@pytest.mark.parametrize(
    ("field", "form", "sentence"),
    [
        ("name", PersonForm(name=" \u200b"), "What is their name? For someone without one, press F11."),
        ("name", PersonForm(name="x" * 201), "That is 201 letters; 200 fit here. Please shorten it."),
        ("company", PersonForm(name="x", company="x" * 201), "That is 201 letters; 200 fit here. Please shorten it."),
        (
            "contact_1",
            PersonForm(name="x", contacts=((PHONE, "123", ""), (PHONE, "her work", ""))),
            "A phone number has at least three figures. What is it?",
        ),
        (
            "contact_0",
            PersonForm(name="x", contacts=((EMAIL, "ania at post", ""),)),
            "An e-mail address has an @ with something on both sides. What is it?",
        ),
    ],
)
def test_what_can_not_be_taken_is_said_beside_its_field(field, form, sentence):
    with pytest.raises(FieldsRefused) as refused:
        people.clean_person(form)
    assert refused.value.sentence_for(field) == sentence


def test_only_a_never_fact_carries_boundaries_each_once():
    never = FactForm(kind=FactKind.NEVER, text=" No nuts ", boundaries=("nuts", "sesame", "nuts"))
    assert people.clean_fact(never) == FactForm(kind=FactKind.NEVER, text="No nuts", boundaries=("nuts", "sesame"))
    assert people.clean_fact(FactForm(kind=FactKind.LIKES, text="Nuts", boundaries=("nuts",))).boundaries == ()


def test_a_date_without_a_label_is_refused():
    with pytest.raises(FieldsRefused, match="What day is it"):
        people.clean_date(DateForm(label=" ", month=1, day=1))


def test_an_empty_fact_is_no_fact():
    with pytest.raises(FieldsRefused, match="What is there to know"):
        people.clean_fact(FactForm(kind=FactKind.LIKES, text="\n"))


@pytest.mark.parametrize(("month", "day", "year"), [(2, 29, None), (2, 29, 2016), (11, 14, 1998)])
def test_a_day_worth_knowing_exists(month, day, year):
    form = DateForm(label="birthday", month=month, day=day, year=year)
    assert people.clean_date(form) == form


@pytest.mark.parametrize(("month", "day", "year"), [(2, 30, None), (2, 29, 2015), (13, 1, None), (1, 1, 0)])
def test_a_day_that_does_not_exist_is_refused(month, day, year):
    with pytest.raises(FieldsRefused) as refused:
        people.clean_date(DateForm(label="birthday", month=month, day=day, year=year))
    assert refused.value.sentence_for("date") == "There is no such day. Type it like 14 Nov, or 14 Nov 1998."


@given(st.builds(PersonForm, name=st.text(max_size=250), called=st.text(max_size=250), address=st.text(max_size=250)))
def test_cleaning_a_person_twice_changes_nothing(form):
    try:
        once = people.clean_person(form)
    except FieldsRefused as refused:
        assert refused.sentence.endswith((".", "?"))
    else:
        assert people.clean_person(once) == once
