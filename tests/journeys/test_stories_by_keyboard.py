"""A cashier's whole stories through the real window, by keyboard alone, on a real shop file."""

import io
import unicodedata

import pypdfium2
import pytest
from keyboard import CTRL, SHIFT, Key
from pdfminer.high_level import extract_text_to_fp

from counter.models import people, shop
from counter.models.tables_counter import SlipRow
from counter.ui.widgets.text import Text


def kinds(counter):
    return [entry.kind.value for entry in counter.window.card.timeline]


def what_is_open(counter):
    return [item.kind.value for item in counter.window.card.open]


def newest_slip(counter):
    """The words on the newest PDF, and its size in millimetres."""
    pdf = max(counter.folders.slips.glob("*.pdf"), key=lambda path: path.stat().st_mtime_ns)
    out = io.StringIO()
    with pdf.open("rb") as file:
        extract_text_to_fp(file, out, laparams=None)
    width, height = pypdfium2.PdfDocument(pdf)[0].get_size()
    return unicodedata.normalize("NFC", out.getvalue()), (round(width / 72 * 25.4), round(height / 72 * 25.4))


def step(keys, name):
    """F6, and one step of the only open thing."""
    keys.press(Key.Key_F6)
    keys.choose("What happens now", name)


def test_faulty_goods_come_back_and_she_leaves_with_an_apology_an_extra_and_a_slip(counter, keys, anna):
    keys.press(Key.Key_F2)
    keys.type("rye bread")
    keys.choose("Reason", "Faulty")
    keys.choose("Outcome", "Refund")
    keys.tab_to("Amount back")
    keys.type("3.20")
    keys.press(Key.Key_Return)
    assert kinds(counter)[0] == "return"

    keys.press(Key.Key_F4)
    keys.type("There was a string baked into it")
    keys.tab_to("Sorry said")
    keys.press(Key.Key_Space)
    keys.tab_to("What we do")
    keys.type("A fresh loaf and her money back")
    keys.press(Key.Key_Return)
    assert what_is_open(counter) == ["untold"]

    keys.press(Key.Key_T, CTRL)
    assert counter.window.card.suggestion.goodwill
    keys.press(Key.Key_G, CTRL)
    assert kinds(counter)[0] == "gesture"

    keys.press(Key.Key_F9)
    keys.press(Key.Key_Return)
    words, (width, _) = newest_slip(counter)
    assert "A fresh loaf and her money back" in words
    assert "Anna Kowalska" in words
    assert "string" not in words
    assert "3.20" not in words
    assert width == 58


def test_a_new_client_orders_the_promise_moves_it_is_collected_and_asked_after(counter, keys, anna):
    keys.press(Key.Key_F5)
    keys.type("A cake for eight")
    keys.tab_to("Price agreed")
    keys.type("24")
    keys.tab_to("Promised for")
    keys.type("2.12. 10:00")
    keys.press(Key.Key_Return)
    assert what_is_open(counter) == ["order"]
    step(keys, "Promise again")
    keys.tab_to("Promised for")
    keys.type("3.12. 10:00")
    keys.press(Key.Key_Return)
    order = next(entry.thing for entry in counter.window.card.timeline if entry.kind.value == "order_moved")
    assert len(order.promises) == 2
    step(keys, "Ready")
    keys.press(Key.Key_Return)
    step(keys, "Collected")
    keys.press(Key.Key_Return)
    assert what_is_open(counter) == ["follow_up"]
    step(keys, "Done")
    keys.tab_to("How it went")
    keys.type("All eight were happy")
    keys.press(Key.Key_Return)
    assert what_is_open(counter) == []


def test_what_went_wrong_is_put_right_told_and_its_cause_written_down(counter, keys, anna):
    keys.press(Key.Key_F4)
    keys.type("The bread was hard")
    keys.save()
    step(keys, "Put right")
    keys.press(Key.Key_Tab)
    keys.type("A fresh loaf at once")
    keys.press(Key.Key_Return)
    assert what_is_open(counter) == ["untold"]
    step(keys, "Told")
    keys.choose("How they heard", "Here at the counter")
    keys.press(Key.Key_Return)
    assert what_is_open(counter) == ["cause"]
    step(keys, "Why it happened")
    keys.press(Key.Key_Tab)
    keys.type("The oven was too hot")
    keys.press(Key.Key_Return)
    assert what_is_open(counter) == []


def test_someone_without_a_name_brings_something_back_and_is_thanked(counter, keys):
    keys.press(Key.Key_F11)
    keys.press(Key.Key_F2)
    keys.type("a cracked cup")
    keys.choose("Reason", "Faulty")
    keys.choose("Outcome", "Exchange")
    keys.press(Key.Key_Return)
    assert kinds(counter)[0] == "return"
    keys.press(Key.Key_F9)
    keys.press(Key.Key_Return)
    words, _ = newest_slip(counter)
    assert "Thank" in words
    assert "cracked" not in words


def test_everything_logged_is_taken_back_newest_first(counter, keys, anna):
    keys.press(Key.Key_F7)
    keys.type("Waits for the rye")
    keys.save()
    keys.press(Key.Key_F3)
    keys.type("Best rye in town")
    keys.save()
    keys.press(Key.Key_F8)
    keys.press(Key.Key_F4)
    keys.type("The bread was hard")
    keys.save()
    keys.press(Key.Key_F5)
    keys.type("A cake for eight")
    keys.save()
    logged = ["note", "compliment", "complaint", "order"]
    assert sorted(set(kinds(counter)) & set(logged)) == sorted(logged)
    for kind in reversed(logged):
        while kind in kinds(counter):
            keys.press(Key.Key_Z, CTRL)
    assert kinds(counter) == ["person"]
    keys.press(Key.Key_Z, CTRL)
    assert people.customer(anna) is None or counter.window.card is None


def correct(keys, line):
    """Enter on a line of the timeline, and Enter on Correct it."""
    keys.tab_to(line)
    keys.press(Key.Key_Return)
    keys.choose("What shall happen", "Correct it")
    keys.press(Key.Key_Return)


def test_the_wording_of_a_note_is_corrected(counter, keys, anna):
    keys.press(Key.Key_F7)
    keys.type("Waits for the rye")
    keys.save()
    correct(keys, "Waits for the rye")
    keys.type(", on Fridays")
    keys.save()
    assert counter.window.card.timeline[0].thing.text == "Waits for the rye, on Fridays"
    assert counter.window.card.timeline[0].edited


def test_a_compliment_is_corrected_and_stays_one(counter, keys, anna):
    keys.press(Key.Key_F3, SHIFT)
    keys.type("A lovely scarf")
    keys.save()
    correct(keys, "A lovely scarf")
    keys.type(", the green one")
    keys.save()
    assert counter.window.card.timeline[0].thing.words == "A lovely scarf, the green one"


@pytest.mark.parametrize(
    ("kind", "field", "typed", "said", "shown"),
    [
        ("Likes", "", "", "plum cake", "plum cake with cream"),
        ("Never", "", "", "nuts", "nuts with cream"),
        ("A date", "Day", "14 Nov 1998", "wedding day", "14 Nov 1998: wedding day with cream"),
        ("Household", "", "", "Piotr", "Piotr with cream"),
    ],
)
def test_what_is_known_is_corrected_where_it_stands_on_the_card(counter, keys, anna, kind, field, typed, said, shown):
    keys.press(Key.Key_F7)
    keys.type(said)
    keys.choose("What is it", kind)
    if field:
        keys.tab_to(field)
        keys.type(typed)
    keys.save()
    assert counter.window.form() is None
    correct(keys, said)
    keys.type(" with cream")
    keys.save()
    assert counter.window.form() is None
    keys.tab_to(shown)


def test_a_date_can_not_become_a_note_when_it_is_corrected(counter, keys, anna):
    keys.press(Key.Key_F7)
    keys.type("wedding day")
    keys.choose("What is it", "A date")
    keys.tab_to("Day")
    keys.type("14 Nov")
    keys.save()
    correct(keys, "wedding day")
    keys.choose("What is it", "Note")
    keys.save()
    assert counter.window.form() is not None
    assert [known.label for known in counter.window.card.dates] == ["wedding day"]


@pytest.mark.parametrize("key", ["slip", "queue", "complaint"])
def test_another_form_puts_the_half_written_one_away_as_a_draft(counter, keys, anna, key):
    keys.press(Key.Key_F7)
    keys.type("Waits for")
    keys.press(*{"slip": (Key.Key_F9,), "queue": (Key.Key_P, CTRL), "complaint": (Key.Key_F4,)}[key])
    keys.press(Key.Key_Escape)
    keys.press(Key.Key_F7)
    assert counter.window.form().values()["text"] == "Waits for"


def test_the_next_name_is_typed_over_the_last_one(counter, keys, anna):
    keys.press(Key.Key_F7)
    keys.type("Waits for the rye")
    keys.save()
    keys.type("piotr")
    assert counter.window.left.text() == "piotr"


def note_on_the_wrong_card(keys):
    """A note on a namesake's card, and "Move it" chosen."""
    keys.press(Key.Key_Escape)
    keys.type("Anna Kowalczyk")
    keys.press(Key.Key_N, CTRL)
    keys.press(Key.Key_Return)
    keys.press(Key.Key_F7)
    keys.type("Waits for the rye")
    keys.save()
    keys.tab_to("Waits for the rye")
    keys.press(Key.Key_Return)
    keys.choose("What shall happen", "Move it")
    keys.press(Key.Key_Return)


def test_a_note_on_the_wrong_card_is_moved_by_typing_the_right_name(counter, keys, anna):
    note_on_the_wrong_card(keys)
    keys.type("kowalska")
    keys.press(Key.Key_Return)
    assert counter.window.head.name.text() == "Anna Kowalska"
    assert kinds(counter)[0] == "note"


def test_enter_once_more_after_somebody_new_opens_them_and_makes_nobody(counter, keys, anna):
    keys.press(Key.Key_Return)
    keys.press(Key.Key_Return)
    assert counter.window.head.name.text() == "Anna Kowalska"
    assert [row["name"] for row in people.everyone()].count("Anna Kowalska") == 1


def test_somebody_new_who_is_taken_back_leaves_the_counter_with_the_day(counter, keys, anna):
    keys.press(Key.Key_Z, CTRL)
    assert counter.window.message.message().startswith("Undone")
    assert counter.window.card is None


def test_a_deposit_that_became_credit_comes_with_its_note_and_without_the_order(counter, keys, anna):
    keys.press(Key.Key_F5)
    keys.type("A cake for eight")
    keys.tab_to("Price agreed")
    keys.type("24")
    keys.tab_to("Deposit")
    keys.type("5")
    keys.tab_to("Promised for")
    keys.type("2.12.")
    keys.press(Key.Key_Return)
    keys.press(Key.Key_F9)
    keys.choose("Which slip", "Order")
    keys.press(Key.Key_Return)
    words, _ = newest_slip(counter)
    assert "2 December" in words
    assert "23:59" not in words
    step(keys, "They cancel")
    keys.choose("Their deposit of £5.00", "store credit")
    keys.press(Key.Key_Return)
    assert "£5.00" in counter.window.message.message()
    keys.press(Key.Key_F9)
    with pytest.raises(AssertionError, match="no arrow"):
        keys.choose("Which slip", "Order")
    keys.choose("Which slip", "credit")
    keys.press(Key.Key_Return)
    words, _ = newest_slip(counter)
    assert "5.00" in words


def test_a_slip_on_which_no_line_stands_offers_none(counter, keys, anna):
    keys.press(Key.Key_F5)
    keys.type("A cake for eight")
    keys.tab_to("Price agreed")
    keys.type("24")
    keys.tab_to("Deposit")
    keys.type("5")
    keys.tab_to("Promised for")
    keys.type("2.12.")
    keys.press(Key.Key_Return)
    keys.press(Key.Key_F9)
    lines = counter.window.form().findChild(object, "field_line")
    assert lines.isVisible()
    for kind in ("Order", "Deposit"):
        keys.choose("Which slip", kind)
        assert not lines.isVisible()
    keys.press(Key.Key_Return)
    assert SlipRow.select().order_by(SlipRow.id.desc()).get().line == ""
    assert "5.00" in newest_slip(counter)[0]


def test_an_order_without_a_day_says_that_none_is_promised_yet(counter, keys, anna):
    keys.press(Key.Key_F5)
    keys.type("A cake for eight")
    keys.save()
    assert [item.title for item in counter.window.card.open] == ["No day promised yet"]


def test_what_must_never_be_is_said_back_as_such(counter, keys, anna):
    keys.press(Key.Key_F7)
    keys.type("nuts.")
    keys.choose("What is it", "Never")
    keys.save()
    assert counter.window.message.message() == "Noted for \u2068Anna\u2069, what must never be: nuts."


def test_an_order_without_a_deposit_is_cancelled_without_asking_for_one(counter, keys, anna):
    keys.press(Key.Key_F5)
    keys.type("A cake for eight")
    keys.save()
    step(keys, "They cancel")
    assert not counter.window.form().findChild(object, "field_deposit_fate").isVisible()
    keys.press(Key.Key_Return)
    assert what_is_open(counter) == []


def test_what_esc_puts_away_stands_on_the_card_at_once_however_long_it_was_left(counter, keys, anna, qtbot):
    before = len(shop.drafts())
    keys.press(Key.Key_F7)
    keys.type("Waits for")
    qtbot.waitUntil(lambda: len(shop.drafts()) > before)
    keys.press(Key.Key_Escape)
    keys.tab_to("Go on")


def test_once_a_late_return_is_saved_nobody_is_told_that_they_may_still_say_yes(counter, keys, anna):
    keys.press(Key.Key_F2)
    keys.type("mug")
    keys.tab_to("Bought on")
    keys.type("1 Nov 2024")
    keys.choose("Reason", "Faulty")
    keys.choose("Outcome", "Exchange")
    keys.press(Key.Key_Return)
    assert counter.window.message.message().endswith("mug. Our 365 days are over.")


def test_the_last_slip_again_leaves_whoever_is_open_where_they_are(counter, keys, anna):
    keys.press(Key.Key_F9)
    keys.press(Key.Key_Return)
    keys.press(Key.Key_F11)
    keys.press(Key.Key_F9, SHIFT)
    assert counter.window.head.name.text() == "someone"
    assert counter.window.message.message().startswith("Printed again, the slip of \u2068Anna\u2069: ")


def test_a_move_that_was_left_for_other_work_moves_nothing_later(counter, keys, anna):
    note_on_the_wrong_card(keys)
    keys.press(Key.Key_F11)
    keys.type("kowalska")
    keys.press(Key.Key_Return)
    assert counter.window.head.name.text() == "Anna Kowalska"
    assert "note" not in kinds(counter)
    assert not counter.window.message.message().startswith("Moved")


def test_a_number_that_nobody_has_becomes_the_number_of_somebody_new(counter, keys, anna):
    keys.press(Key.Key_Escape)
    keys.type("07700 900123")
    keys.press(Key.Key_N, CTRL)
    typed = counter.window.form().values()
    assert (typed["name"], typed["contact_0"]) == ("", "07700 900123")


def test_a_return_that_is_corrected_is_not_held_against_itself(counter, keys, anna):
    keys.press(Key.Key_F2)
    keys.type("mug")
    keys.tab_to("Receipt number")
    keys.type("4711")
    keys.choose("Reason", "Faulty")
    keys.choose("Outcome", "Exchange")
    keys.press(Key.Key_Return)
    correct(keys, "mug")
    assert "came back already" not in " ".join(text.text() for text in counter.window.form().findChildren(Text))
