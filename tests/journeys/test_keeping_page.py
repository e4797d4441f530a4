"""Once a year the owner looks at what is older than it need be, and lets it go."""

from datetime import timedelta

import pytest
from counter_maker import someone_called
from test_bring_page import finder, noon, owner, rows, till  # noqa: F401

from counter.models.tables_people import CustomerRow
from counter.ui.widgets.entries import EntryRow


@pytest.fixture
def page(till, owner):  # noqa: F811
    someone_called(till, "Anna Kowalska")
    till.clock = six_years_later
    owner.show_page("keeping")
    return owner.page()


def six_years_later():
    return noon() + timedelta(days=6 * 365)


def test_what_is_older_goes_after_a_second_press(page, owner):  # noqa: F811
    assert page.sentence.text() == "The yearly look is due."
    assert rows(page.table)[0] == ["Customers who were not here since", "5 years", "1"]
    page.row.buttons["let_go"].click()
    assert CustomerRow.get().name == "Anna Kowalska"
    page.row.buttons["sure"].click()
    assert CustomerRow.get().name == ""
    assert rows(page.table)[0][2] == "0"
    page.row.buttons["looked"].click()
    assert page.sentence.text().startswith("Looked through on")


def test_a_kind_is_kept_for_longer_from_now_on(page):
    page.years.set_value("10")
    page.years.changed.emit()
    assert rows(page.table)[0] == ["Customers who were not here since", "10 years", "0"]


def test_where_nothing_is_that_old_it_says_so(page, owner):  # noqa: F811
    page.table.selectRow(2)
    page.row.buttons["let_go"].click()
    page.row.buttons["sure"].click()
    assert owner.message.message() == "Nothing is that old."


def test_the_owners_day_says_when_the_yearly_look_is_due_and_leads_to_it(page, owner, till):  # noqa: F811
    owner.show_page("today")
    listed = owner.page()._list
    assert [(row.line.name, row.line.key) for row in listed.findChildren(EntryRow)] == [
        ("The yearly look at what is kept", "keeping")
    ]
    listed.opened.emit("keeping")
    assert owner.page() is page
    page.row.buttons["looked"].click()
    owner.show_page("today")
    assert not listed.isVisible()
