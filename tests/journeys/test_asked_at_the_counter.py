"""A customer asks at the counter what is kept of them, or to be forgotten: from their card to the owner's page."""


def test_from_the_card_the_owners_page_opens_with_that_person_and_they_can_be_forgotten(counter, keys, anna):
    counter.window.middle.card_page.keep.click()
    owner = counter.counter.owners.window
    assert owner.isVisible()
    page = owner.page()
    assert page is owner.one_person
    assert "Anna Kowalska" in page.name_line.text()
    assert not page.search.isVisible()
    page.forget.sure.emit("erase")
    assert owner.message.message() == "Somebody was erased. Nothing about them is left."
    owner.back.emit()
    assert counter.counter.finder.search("Anna Kowalska") == []
