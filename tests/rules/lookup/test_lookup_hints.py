"""A part of a name beside what else is known of the person, and the reason that is shown for whoever is found."""

from datetime import date
from pathlib import Path

import pytest

from counter.lookup import Equivalents, Index, duplicates
from counter.records.lookup import MatchKind, Person

TODAY = date(2026, 11, 26)
RESOURCE = Path(__file__).parents[3] / "resources" / "lookup" / "equivalents.bin"
ANNA, MILL, SARAH = 1001, 1002, 1003
OTHERS = tuple(
    Person(id=at, name=f"{first} {last}", visits=at % 40, last_visit=TODAY)
    for at, (first, last) in enumerate(
        (first, last)
        for first in ("Anna", "Robert", "Jonas", "Maria", "Peter", "Eva", "Tom", "Lena", "Paul", "Ines")
        for last in ("Nowak", "Berg", "Lund", "Hart", "Meyer", "Vidal", "Lee", "Weiss", "Orlov", "Costa")
    )
)
KNOWN = (
    Person(id=ANNA, name="Anna Nowak", phones=("+48 601 234 567", "020 7946 0142"), visits=1,
           words=("spaniel called Bruno",), emails=("anna.nowak@example.org",)),
    Person(id=MILL, name="Robert Weiss", company="Mill Lane Books", visits=1),
    Person(id=SARAH, name="Sarah Hartwell", names=("Sarah Pemberley",), called="Sally"),
)  # fmt: skip


@pytest.fixture(scope="module")
def index():
    return Index.build([*OTHERS, *KNOWN], Equivalents(RESOURCE.read_bytes()), TODAY)


@pytest.mark.parametrize(
    ("typed", "who", "why"),
    [
        ("anna spaniel", ANNA, "spaniel called Bruno"), ("spaniel nowak", ANNA, "spaniel called Bruno"),
        ("nowk brun", ANNA, "spaniel called Bruno"), ("anna spaniel bruno", ANNA, "spaniel called Bruno"),
        ("nowak 4567", ANNA, "phone …4567"), ("0142 anna", ANNA, "phone …0142"),
        ("nowak 79 46 01 42", ANNA, "phone …0142"),
        ("robert mill", MILL, "Mill Lane Books"), ("mill lane weiss", MILL, "Mill Lane Books"),
    ],
)  # fmt: skip
def test_a_part_of_the_name_beside_something_else_finds_them_and_says_by_what(index, typed, who, why):
    found = index.search(typed)[0]
    assert (found.person_id, found.why) == (who, why)


@pytest.mark.parametrize("typed", ["anna poodle", "anna 4568", "berg spaniel", "maria mill", "nowak 0143"])
def test_somebody_of_whom_only_one_of_both_is_true_is_not_put_forward(index, typed):
    assert all(match.kind in (MatchKind.NAME, MatchKind.SOUNDS) for match in index.search(typed) if match.score > 0.75)


def test_a_whole_name_stands_before_a_name_beside_a_hint(index):
    assert index.search("anna nowak")[0].kind is MatchKind.NAME
    both = Index.build([*KNOWN, Person(id=1, name="Anna Spaniel")], Equivalents.parse(""), TODAY)
    assert [match.person_id for match in both.search("anna spaniel")] == [1, ANNA]


@pytest.mark.parametrize(
    ("kept", "typed", "why"),
    [
        ("William Hart", "bill hart", "another form of Bill"),
        ("Александр Орлов", "sasha orlov", "another form of Sasha"), ("王小明", "wang xiaoming", "read Wang Xiaoming"),
        ("Вера Вологдина", "vera vologd", "read Vera Vologdina"),
        ("תמר וייצמן", "tamar weizman", "another form of Tamar"), ("William Hart", "w hart", ""),
        ("William Hart", "hart will", ""), ("William Hart", "willem hart", "another form of Willem"),
        ("Josip Kvaternik", "yosif quaternick", "sounds alike"),
        ("Mohammed Aziz", "محمد", "another form of what was typed"),
        ("Lee Ji-eun", "이지은", "another form of what was typed"),
    ],
)  # fmt: skip
def test_the_reason_is_said_where_the_name_does_not_show_it(kept, typed, why):
    people = [Person(id=1, name=kept), Person(id=2, name="Jonas Lindqvist")]
    found = Index.build(people, Equivalents(RESOURCE.read_bytes()), TODAY).search(typed)[0]
    assert (found.person_id, found.why) == (1, why)


@pytest.mark.parametrize(
    ("typed", "why"),
    [("sarah pemberley", "also Sarah Pemberley"), ("pemb", "also Sarah Pemberley"), ("hartwell", ""),
     ("sally", "called Sally")],
)  # fmt: skip
def test_a_name_of_theirs_that_is_not_shown_is_said(index, typed, why):
    again = Index.from_bytes(index.to_bytes(), Equivalents.parse(""), TODAY)
    assert [(one.search(typed)[0].person_id, one.search(typed)[0].why) for one in (index, again)] == [(SARAH, why)] * 2


def test_of_those_with_the_same_thing_known_the_likeliest_to_be_here_stands_first():
    dogs = [Person(id=at, name=f"Eva Number{at}", words=("a spaniel",), phones=(f"0207946{at:04}",), visits=visits,
                   last_visit=TODAY) for at, visits in ((1, 2), (2, 60), (3, 9))]  # fmt: skip
    found = Index.build(dogs, Equivalents.parse(""), TODAY)
    for typed in ("spaniel", "eva spaniel"):
        assert [match.person_id for match in found.search(typed)] == [2, 3, 1]
    for at in (4, 5):
        found.add(Person(id=at, name=f"Eva Number{at}", words=("a spaniel",), visits=at * 20, last_visit=TODAY))
    assert [match.person_id for match in found.search("spaniel")] == [5, 4, 2, 3, 1]


def test_of_a_few_letters_the_likeliest_to_be_here_is_meant():
    lasts = ("Berg", "Lund", "Hart", "Vidal")
    people = [Person(id=at, name=f"Kornelia {last}", visits=40 + 10 * at, last_visit=TODAY)
              for at, last in enumerate(lasts, 1)]
    people.append(Person(id=9, name="Jonas Kowal", visits=90, last_visit=TODAY))
    found = Index.build([*people, Person(id=10, name="Kolya Lee", visits=20, last_visit=TODAY)],
                        Equivalents.parse(""), TODAY)
    assert [match.person_id for match in found.search("ko")] == [9, 4, 3, 2, 1, 10]


def test_a_title_is_no_word_of_a_name():
    people = [Person(id=1, name="Mrs Hart"), Person(id=2, name="Anna Hart"), Person(id=3, name="Mrs Berg")]
    found = Index.build(people, Equivalents.parse(""), TODAY)
    assert {match.person_id for match in found.search("mrs hart") if match.score > 0.9} == {1, 2}
    assert 3 not in {match.person_id for match in found.search("mrs hart")}


def test_a_household_of_the_same_phone_whose_names_are_only_faintly_alike_is_two_people():
    people = [Person(id=1, name="Anna Kowalska", phones=("020 7946 0142",)), Person(id=2, name="Zebedee Quill")]
    found = Index.build(people, Equivalents.parse(""), TODAY)
    typed = Person(id=0, name="Jan Kowalewicz", phones=("020 7946 0142",))
    assert [match.person_id for match in found.named(typed.name, 20)] == [1]
    assert duplicates(found, typed) == []


@pytest.mark.parametrize(("typed", "there"), [("inna spaniel", True), ("hani spaniel", False)])
def test_a_name_beside_a_hint_may_be_half_heard_but_not_another(typed, there):
    people = [Person(id=1, name="Anna Nowak", words=("spaniel",)), Person(id=2, name="Jonas Berg")]
    found = Index.build(people, Equivalents.parse(""), TODAY).search(typed)
    assert [match.kind is MatchKind.WORDS for match in found] == [True] * there


def test_a_name_that_sounds_like_all_that_was_typed_stands_before_a_hint_that_fits_no_better():
    people = [Person(id=1, name="Anna Nowak", words=("spaniel",)), Person(id=2, name="Anna Spangel")]
    found = Index.build(people, Equivalents.parse(""), TODAY).search("anna spaniel")
    assert [match.person_id for match in found] == [2, 1]


@pytest.mark.parametrize(("typed", "there"), [("anna strawberr", True), ("anna strawberro", False)])
def test_a_long_word_counts_to_its_last_letter(typed, there):
    found = Index.build([Person(id=1, name="Anna Nowak", words=("strawberry jam",))], Equivalents.parse(""), TODAY)
    assert any(match.kind is MatchKind.WORDS for match in found.search(typed)) is there


@pytest.mark.parametrize("typed", ["müller", "mueller", "muller", "soehne", "obriens", "o'brien's", "brien"])
def test_a_company_is_found_with_and_without_its_umlauts_and_apostrophes(typed):
    kept = Person(id=1, name="Anna Nowak", company="O’Brien's, Müller & Söhne")
    found = Index.build([kept, Person(id=2, name="Jonas Berg")], Equivalents.parse(""), TODAY)
    assert [match.person_id for match in found.search(typed)] == [1]


def test_of_many_with_the_same_thing_known_only_the_likeliest_are_shown_and_equals_by_number():
    often = {1030: 20, 1060: 40, 1089: 80}
    dogs = [Person(id=at, name=f"Eva Number{at}", words=("a spaniel",), visits=often.get(at, 3), last_visit=TODAY)
            for at in range(1000, 1090)]  # fmt: skip
    found = Index.build(dogs, Equivalents.parse(""), TODAY)
    assert [match.person_id for match in found.search("spaniel", 4)] == [1089, 1060, 1030, 1000]
    for at in (7, 5, 6):
        found.add(Person(id=at, name=f"Eva Number{at}", words=("a spaniel",), visits=80, last_visit=TODAY))
    assert [match.person_id for match in found.search("spaniel", 5)] == [5, 6, 7, 1089, 1060]
