"""What was typed and not saved is kept, one for each form and person, and goes when it is no longer needed."""

from counter_maker import open_till, someone_called

from counter.desk import drafts
from counter.desk import open as opening
from counter.records.entries import Draft


def half(customer_id, text="rye bread", form="return"):
    return Draft(form=form, customer_id=customer_id, fields={"item": text})


def kept(till):
    return [(draft.form, draft.customer_id, draft.fields["item"]) for draft in drafts.every(till)]


def test_a_draft_says_whose_it_is_and_who_wrote_it_when(till, clock):
    anna = someone_called(till, "Anna Kowalska")
    drafts.keep(till, half(anna))
    (draft,) = drafts.every(till)
    assert (draft.name, draft.staff, draft.at) == ("Anna Kowalska", "Maya", clock.now)
    assert draft.fields == {"item": "rye bread"}


def test_one_draft_for_each_form_and_person(till, clock):
    anna, jan = someone_called(till, "Anna"), someone_called(till, "Jan")
    complaint = half(anna, "no candles", "complaint")
    for draft in (half(anna, "rye"), half(anna, "rye bread"), complaint, half(jan), half(None)):
        drafts.keep(till, draft)
        clock.go_on(seconds=1)
    assert kept(till) == [
        ("return", None, "rye bread"), ("return", jan, "rye bread"), ("complaint", anna, "no candles"),
        ("return", anna, "rye bread"),
    ]


def test_a_draft_is_on_the_card_and_on_today(till):
    anna = someone_called(till, "Anna Kowalska")
    drafts.keep(till, half(anna))
    assert [d.form for d in opening.card(till, anna).drafts] == ["return"]
    assert [d.name for d in opening.today(till).drafts] == ["Anna Kowalska"]


def test_a_saved_or_thrown_away_draft_is_gone(till):
    anna = someone_called(till, "Anna")
    drafts.keep(till, half(anna))
    drafts.keep(till, half(None))
    drafts.drop(till, "return", anna)
    assert kept(till) == [("return", None, "rye bread")]
    drafts.drop(till, "return", None)
    assert kept(till) == []


def test_a_draft_is_there_after_a_restart(till, path, clock):
    drafts.keep(till, half(someone_called(till, "Anna")))
    before = kept(till)
    till.database.close()
    again = open_till(path, clock)
    assert kept(again) == before
    again.database.close()


def test_a_draft_is_let_go_after_thirty_days(till, clock):
    drafts.keep(till, half(None))
    clock.go_on(days=30)
    assert kept(till) != []
    clock.go_on(seconds=1)
    assert kept(till) == []
