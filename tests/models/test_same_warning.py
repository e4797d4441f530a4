"""Who somebody that is typed may be already: told by a phone as well, with a name that is like theirs."""

from counter_commands import anna

from counter.desk import find, people
from counter.lookup import Equivalents
from counter.records.people import ContactKind, PersonForm

NAMES = Equivalents.parse("")


def called(name, phone=""):
    return PersonForm(name=name, contacts=((ContactKind.PHONE, phone, ""), (ContactKind.EMAIL, "", "")))


def test_the_same_phone_and_a_name_like_theirs_is_a_reason_to_ask(till, ops):
    story = anna(till, ops)
    people.edit(till, ops(), story.who, till.customer(story.who).version, called("Anna Kowalska", "07700 900142"))
    finder = find.Finder(find.open_index(NAMES, till.today))
    typed = called("Ania Kowalsky", "+44 7700 900142")
    found = finder.same(find.typed_person(typed, 0))
    assert [row.customer_id for row in find.candidates(typed.name, found)] == [story.who]
    assert finder.same(find.typed_person(called("Zebedee Quill", "07700 900142"), 0)) == []
    assert finder.same(find.typed_person(typed, story.who)) == []
