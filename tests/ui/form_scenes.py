"""Every form as it stands at the counter: what it is made from, and what a cashier typed into it."""

from datetime import date

from counter_scenes import MOMENT, UNTOLD

from counter.records.card import OpenItem, OpenKind
from counter.records.entries import Compliment
from counter.records.gestures import Boundary
from counter.records.kinds import Direction
from counter.ui.forms.make import Needs

HERE = MOMENT.here


def item(kind, number, title="Birthday cake with pears", sentence="Promised for today 16:00."):
    return OpenItem(
        kind=kind, thing_id=number, customer_id=1, name="Anna Kowalska", title=title, sentence=sentence, tag="",
        red=False,
    )  # fmt: skip


OPEN = (UNTOLD, item(OpenKind.ORDER, 7), item(OpenKind.FOLLOW_UP, 9, "Is the rye sliced thin enough?", "Since Tue."))
SAID = Compliment(
    id=1, customer_id=1, direction=Direction.PAID, words="You always hold the door for everyone.", staff_id=1,
    day=date(2026, 11, 9),
)  # fmt: skip
LABELS = ("no nuts", "no gluten", "no milk or dairy", "nothing scented", "no fuss in front of others", "no gifts")
BOUNDARIES = tuple(Boundary(key=f"b{n}", label=label, blocks=frozenset()) for n, label in enumerate(LABELS))
NEEDS = Needs(
    here=HERE, address="she", items=("Cinnamon bun", "Rye loaf"), staff={1: "Maya", 2: "Ben"}, paid_before=(SAID,),
    boundaries=BOUNDARIES, open=OPEN, balance=320, typed_name="anna kowals", code="7KPM-3XQ4",
)  # fmt: skip
CAKE = "My father turned eighty and the cake said Ahmed. His name is Ahmet. He saw it before I did."
FILLED = {
    "return": {
        "item_0": "Cinnamon bun", "quantity_0": "3", "item_1": "Rye loaf", "quantity_1": "", "bought_on": "14 Nov",
        "receipt_number": "S-2026-090211", "reason": "too_many", "outcome": "refund", "amount": "7.80",
        "note": "was kind about it", "stop_selling": "yes",
    },
    "complaint": {
        "words": CAKE, "theme": "Name or writing", "severity": "serious", "needed_by": "today 18:00",
        "apology_said": "yes", "remedy": "New cake with the right name, brought to the door by 17:00",
        "thanked": "yes", "cause": "the order was taken by phone and not read back",
    },
    "compliment": {"words": "Ben remembered my mother’s name.", "staff": "2"},
    "compliment_paid": {"words": "Your garden is the best on the street."},
    "order": {"spec": "Seed loaf for 30\nsliced, no sesame", "price": "48", "deposit": "10", "due": "Sat 16:00"},
    "tell": {"item": "order:7", "step": "cancelled", "reason": "the party moved", "deposit_fate": "returned"},
    "note": {
        "text": "No nuts, not even traces", "kind": "never", "boundaries": "b0,b3", "source": "noticed",
    },
    "follow_up": {"kind": "follow_up", "text": "Is the rye sliced thin enough?", "due": "Fri 4 Dec"},
    "person": {
        "name": "Nguyễn Thị Ánh Tuyết", "called": "Tuyết", "pronunciation": "twet", "address_form": "she",
        "contact_0": "020 7946 0018", "whose_0": "", "contact_1": "minh@example.org", "whose_1": "her son Minh",
        "company": "Sewing shop", "address": "2 Mill Lane\nOxford", "language": "vi",
    },
    "credit": {"amount": "2.50", "code": ""},
    "feedback": {
        "words": "The rye was dry, but Maya made my day.", "score_0": "8", "score_1": "10", "score_2": "7",
        "wants_answer": "yes",
    },
    "own_idea": {"title": "Carried the cake to the car", "cost": "0.50", "minutes": "3", "keep": "yes"},
}  # fmt: skip
# field → sentence, as the rules refuse
REFUSED = {
    "return": {"item_0": "What comes back? A word is enough.", "reason": "Why does it come back? One tap is enough."},
    "complaint": {"words": "What happened, in their own words? One sentence is enough."},
    "compliment": {"words": "What did they say? Their own words are best."},
    "compliment_paid": {"words": "What did we say?"},
    "order": {"spec": "What shall we make? Their words are enough.", "deposit": "More than the price of £5.00."},
    "tell": {"told_how": "How were they told? At the counter, by phone, by letter …"},
    "note": {"text": "There is nothing to keep yet."},
    "follow_up": {"text": "There is nothing to keep yet.", "due": "By when? A day, like Friday or 4 Dec."},
    "person": {"name": "What is their name? For someone without one, press F11.", "contact_0": "That is no phone."},
    "credit": {"amount": "There is £3.20 left. Empty means all of it."},
    "feedback": {"words": "What did they tell us? Their own words are best."},
    "own_idea": {"title": "What did you give? A few words are enough."},
}
