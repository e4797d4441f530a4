"""A name is found by the letters that the cashier has, whatever letters it was written in, and by pieces of it."""

from datetime import date
from pathlib import Path

import pytest

from counter.lookup import Equivalents, Index
from counter.records.lookup import MatchKind, Person

TODAY = date(2026, 11, 26)
RESOURCE = Path(__file__).parents[3] / "resources" / "lookup" / "equivalents.bin"
BOTH = (
    ("Tamar Weizmann", "תמר וייצמן"), ("Jibril Haddad", "ג'יבריל חדאד"), ("Boaz Pinto", "בועז פינטו"),
    ("Shira Feldman", "שירה פלדמן"), ("Oliver Barton", "올리버 바턴"), ("Kristen Glover", "크리스틴 글로버"),
    ("Jack Fuller", "잭 풀러"), ("Daphne Gavras", "Δάφνη Γκαβράς"), ("Bella Dendrinou", "Μπέλλα Δενδρινού"),
    ("Dimitri Zhukov", "Димитрий Жуков"), ("Shirin Farhadi", "شیرین فرهادی"), ("Samira Mansour", "سميرة منصور"),
    ("Robert Kessler", "罗伯特·凯斯勒"), ("Marlon Costa", "マーロン・コスタ"),
)  # fmt: skip
OTHERS = ("Tom Weis", "Jabal Hadid", "Bo Pint", "Sara Felder", "Oliva Brandt", "Kirsten Groot", "Jacob Miller",
          "Rob Kesteren", "Marilyn Cost", "Sam Mansell", "Dima Zukic", "Shirley Farrow")


def index_of(names, equivalents):
    return Index.build([Person(id=at, name=name) for at, name in enumerate(names)], equivalents, TODAY)


@pytest.fixture(scope="module")
def equivalents():
    return Equivalents(RESOURCE.read_bytes())


@pytest.mark.parametrize(("latin", "other"), BOTH, ids=[latin for latin, _ in BOTH])
def test_a_name_in_another_script_is_found_either_way(latin, other):
    """By how the letters sound alone, without the list of names that stand for each other."""
    nothing = Equivalents.parse("")
    kept = index_of([*OTHERS, *(written for _, written in BOTH)], nothing)
    assert kept.search(latin)[0].person_id == len(OTHERS) + BOTH.index((latin, other))
    kept = index_of([*OTHERS, *(written for written, _ in BOTH)], nothing)
    assert kept.search(other)[0].person_id == len(OTHERS) + BOTH.index((latin, other))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("bill", "William Hart"), ("aga", "Agnieszka Nowak"), ("paco", "Francisco Vidal"), ("sasha", "Александр Орлов"),
        ("alexander orlov", "Александр Орлов"), ("wang xiaoming", "王小明"), ("王小明", "Wang Xiaoming"),
        ("mohammed", "محمد"), ("محمد", "Mohammed Aziz"), ("kowalski", "Ewa Kowalska"), ("maryann", "Mary Ann Lee"),
        ("mary ann", "Maryann Lee"), ("delacruz", "Ines de la Cruz"), ("ines cruz", "Ines de la Cruz"),
        ("dr hart", "William Hart"), ("w hart", "William Hart"), ("hart william", "William Hart"),
        ("oli veri", "Talia Oliveri"), ("talia oli veri", "Talia Oliveri"), ("strasse", "Uwe Straße"),
        ("aesop", "Æsop Lind"), ("nowsk", "Agnieszka Nowak"), ("aginezska", "Agnieszka Nowak"),
        ("vidsl", "Francisco Vidal"), ("echeverria", "Ana Etxeberria"), ("罗伯特 凯斯勒", "Robert Kessler"),
    ],
)  # fmt: skip
def test_whatever_counts_as_a_match_finds_them(equivalents, typed, name):
    names = [*OTHERS, "Anna Berg", "Peter Lund", "Jonas Meyer", name]
    assert index_of(names, equivalents).search(typed)[0].person_id == len(names) - 1


def test_somebody_found_by_another_form_of_their_name_says_by_which(equivalents):
    found = index_of(["William Hart"], equivalents).search("bill")[0]
    assert (found.kind, found.why) == (MatchKind.NAME, "another form of Bill")


@pytest.mark.parametrize("typed", ["anna k", "a kowalska", "kowal", "kowalska a"])
def test_namesakes_stand_together_however_little_was_typed(equivalents, typed):
    names = ["Anna Kowalska", "Anna Kowalski", "Ana Kovalska", "Anna Kowalska", "Ania Kowalska", "Anna Kowalska"]
    visits = (0, 0, 0, 9, 0, 2)
    people = [
        Person(id=at, name=name, visits=often, last_visit=TODAY if often else None)
        for at, (name, often) in enumerate(zip(names, visits, strict=True))
    ]
    order = [match.person_id for match in Index.build(people, equivalents, TODAY).search(typed)]
    first = order.index(3)
    assert order[first : first + 3] == [3, 5, 0]


def test_namesakes_stand_next_to_each_other_the_more_frequent_one_first(equivalents):
    people = [Person(id=1, name="Anna Berg", visits=1, last_visit=date(2025, 1, 1)),
              Person(id=2, name="Hanna Berg", visits=90), Person(id=3, name="Anna Berg", visits=30, last_visit=TODAY)]
    found = Index.build(people, equivalents, TODAY).search("anna berg")
    assert [match.person_id for match in found] == [3, 1, 2]


@pytest.mark.parametrize("other", ["חנה אוחיון", "안나 김"])
def test_who_has_the_very_word_that_was_typed_comes_before_who_sounds_like_it_in_other_letters(other, equivalents):
    seldom = Person(id=1, name="Anna Stępień")
    often = Person(id=2, name=other, visits=46, last_visit=TODAY)
    kept = Index.build([seldom, often], equivalents, TODAY)
    assert [match.person_id for match in kept.search("anna")] == [1, 2]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("田中 裕子", "田中裕子"), ("田中裕子", "田中 裕子"), ("鈴木一郎", "鈴木 一郎"), ("王 小明", "Wang Xiaoming"),
        ("xiu ying li", "李秀英"), ("小明", "王小明"),
        ("ahmed abdullah", "أحمد عبد الله"), ("أحمد عبدالله", "أحمد عبد الله"),
        ("abdul rahman sudais", "عبدالرحمن السديس"),
        ("khalid salman", "خالد بن سلمان"), ("박지영", "Park Jiyeong"),
        ("hwang jung-min", "황정민"), ("bong joon-ho", "봉준호"), ("jean-pierre hart", "Jeanpierre Hart"),
        ("mohamed abdul-rahman", "محمد عبدالرحمن"), ("mohamed abdul rahman", "محمد عبدالرحمن"),
        ("mcdonald", "Fiona Mc Donald"), ("mc donald", "Fiona McDonald"), ("stclair", "Peter St Clair"),
        ("o connor", "Sinead O'Connor"), ("oconnor", "Sinead O Connor"), ("leblanc", "Marie Le Blanc"),
        ("le blanc marie", "Marie Leblanc"), ("benjamin hughes", "Ben Hughes"), ("ben gurion", "David Ben Gurion"),
        ("lê hoa", "Lê Thị Hoa"), ("jp lefebvre", "Jean-Pierre Lefebvre"), ("jc fuente", "Juan Carlos de la Fuente"),
        ("katie hart", "Catherine Hart"), ("slava orlov", "Владислав Орлов"),
    ],
)  # fmt: skip
def test_a_name_is_found_however_its_pieces_are_written(equivalents, typed, kept):
    """Apart, grown together, with a hyphen, with a particle that is a name, or as initials."""
    others = (
        "Ines Hughes", "Rosa Lefebvre", "Pablo Fuente", "Ewa Orlova", "Tom Hart", "Boris Salman", "Ann Donald",
        "Xin Zhou", "Jean Harte", "Hoang Minh", "Huang Ming", "Bing Jun", "Li Bing", "Abdul Mohammad", "Yu Xin",
    )  # fmt: skip
    names = [*OTHERS, *others, kept]
    found = index_of(names, equivalents).search(typed)[0]
    assert found.person_id == len(names) - 1
    assert found.score > 0.85


@pytest.mark.parametrize("typed", ["e smith", "smith e", "y smith", "smith y", "x smith"])
def test_an_initial_finds_the_one_it_is_of_among_hundreds_of_a_name(equivalents, typed):
    people = [
        Person(id=at, name=f"{first}{at} Smith", visits=90, last_visit=TODAY)
        for at, first in enumerate(("Anna", "Bert", "Cleo") * 60)
    ]
    letter = typed.replace("smith", "").strip().upper()
    kept = Index.build([*people, Person(id=999, name=f"{letter}uri Smith")], equivalents, TODAY)
    assert kept.search(typed)[0].person_id == 999


@pytest.mark.parametrize(("typed", "kept"), [("lee young-ae", "Lee Young-ae"), ("ed hart", "Ed Hart")])
def test_a_short_name_is_not_taken_for_initials(equivalents, typed, kept):
    names = ["Lena Yvonne Ann Ebert", "Emma Dora Hart", kept]
    assert index_of(names, equivalents).search(typed)[0].person_id == 2
