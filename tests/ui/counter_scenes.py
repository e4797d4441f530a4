"""People and days of a bakery as records, for tests and pictures of the counter window."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from counter.desk.print_queue import Queue
from counter.printing import words
from counter.records import entries as e
from counter.records.card import (
    CustomerCard,
    NearLine,
    OpenItem,
    OpenKind,
    SuggestionState,
    SuggestionView,
    Today,
)
from counter.records.countries import COUNTRIES
from counter.records.entries import Draft, Entry, EntryKind
from counter.records.here import Here
from counter.records.people import (
    Candidate,
    Contact,
    ContactKind,
    Customer,
    Fact,
    FactKind,
    HouseholdMember,
    Source,
)
from counter.records.printers import Doing, Standing, WaitingSlip
from counter.ui.counter.moment import Moment
from counter.ui.counter.window import CounterWindow

NOW = datetime(2026, 11, 26, 10, 42, tzinfo=UTC)
TODAY = NOW.date()
BRITAIN = COUNTRIES["GB"]
MOMENT = Moment(
    here=Here(NOW, ZoneInfo("Europe/London"), BRITAIN), money=BRITAIN.money, staff={1: "Maya", 2: "Ben"},
    language="en", languages=frozenset({"en", "de", "ar", "zh", "pl"}), paper="58 mm",
)  # fmt: skip
ARABIC = "الشيخ عبد الرحمن بن محمد بن عبد العزيز الهاشمي القرشي"
CHINESE = "歐陽菲菲・アブドゥル"
LONG = "Abdülkadir Şahin-Wolfeschlegelsteinhausenbergerdorff of the Old Mill at Lower Slaughter"


def window():
    """The counter as it stands in the bakery, nobody open."""
    made = CounterWindow(MOMENT)
    made.top.set_shop("Blue Door Bakery")
    made.edges.show_staff("Maya", 1)
    made.edges.show_printer("Printer ready", 0, red=False)
    return made


def customer(name="Anna Kowalska", **changes):
    facts = {
        "id": 1, "version": 1, "name": name, "called": "Ania", "pronunciation": "AHN-ya", "address_form": "she",
        "company": "", "address": "", "language": "", "unnamed": False, "created_at": NOW, "merged_into": None,
    }  # fmt: skip
    return Customer(**facts | changes)


def fact(number, kind, text, source=Source.SAID, boundaries=()):
    return Fact(
        id=number, customer_id=1, kind=kind, text=text, source=source, boundaries=boundaries, staff="Maya",
        at=datetime(2026, 11, 3, 9, 0, tzinfo=UTC),
    )  # fmt: skip


NEVER_NUTS = fact(1, FactKind.NEVER, "No nuts: Jan is allergic", boundaries=("nuts",))
FACTS = (
    NEVER_NUTS,
    fact(2, FactKind.MATTERS, "Twins Olek and Jan, six."),
    fact(3, FactKind.MATTERS, "Comes on the red cargo bike, in any weather."),
    fact(4, FactKind.LIKES, "Dark rye, sliced thin."),
    fact(5, FactKind.LIKES, "Flat white with oat milk", Source.NOTICED),
    fact(6, FactKind.RECOGNISE, "Green raincoat, laughs first", Source.NOTICED),
)


def entry(number, kind, thing=None, days=2, staff="Maya", detail=""):
    at = NOW - timedelta(days=days)
    return Entry(
        id=number, kind=kind, customer_id=1, visit_id=1, staff=staff, at=at, day=at.date(), edited=False,
        thing=thing, detail=detail,
    )  # fmt: skip


WRONG = e.Complaint(
    id=1, customer_id=1, words="You sold my son a roll from the almond tray.", theme="", severity=e.Severity.REAL,
    needed_by=None, state=e.ComplaintState.PUT_RIGHT, apology_said=True, thanked=True,
    remedy="trays apart; recipe card at the oven", cause="", why_staff_id=None, why_by=None, why_at=None, told_how="",
    opened_at=NOW, put_right_at=NOW, told_at=None, reopened=0,
)  # fmt: skip
RYE = e.Return(
    id=1, customer_id=1, items=(e.ReturnItem(name="dark rye", quantity=1),), bought_on=None, receipt_number="",
    reason=e.Reason.FAULTY, outcome=e.ReturnOutcome.REFUND, amount=480, declined_because="", note="",
    stop_selling=False, day=TODAY,
)  # fmt: skip
PRAISE = e.Compliment(
    id=1, customer_id=1, direction=e.Direction.RECEIVED, words="You always remember the boys’ names.", staff_id=1,
    day=TODAY,
)  # fmt: skip
STARS = e.GivenGesture(
    id=1, customer_id=1, key="stars", title="two gingerbread stars", own_idea=False, restoring=False, cost=60,
    minutes=0.5, reaction="delighted", day=TODAY,
)  # fmt: skip
CAKES = e.Order(
    id=1, customer_id=1, spec="two name cakes", price=4200, final_price=None, deposit=None,
    state=e.OrderState.COLLECTED, deposit_fate=e.DepositFate.NONE, reason="",
    promises=(e.Promise(due=NOW - timedelta(days=40), made_at=NOW - timedelta(days=50)),), collected_at=NOW,
    created_at=NOW,
)  # fmt: skip
TIMELINE = (
    entry(7, EntryKind.VISIT, days=0),
    entry(6, EntryKind.COMPLAINT, WRONG, staff="Ben"),
    entry(5, EntryKind.PUT_RIGHT, WRONG, staff="Ben"),
    entry(4, EntryKind.COMPLIMENT, PRAISE, days=12),
    entry(3, EntryKind.GESTURE, STARS, days=12),
    entry(2, EntryKind.RETURN, RYE, days=23, staff="Ben"),
    entry(1, EntryKind.ORDER, CAKES, days=41),
)
UNTOLD = OpenItem(
    kind=OpenKind.UNTOLD, thing_id=1, customer_id=1, name="Anna Kowalska", title="Put right, not told yet",
    sentence="Tuesday’s almond mix-up: recipe card now hangs at the oven.", tag="2 days", red=True,
)  # fmt: skip
LOAF = OpenItem(
    kind=OpenKind.ORDER, thing_id=3, customer_id=2, name="Jonas Lindqvist", title="Seed loaf for 30, sliced",
    sentence="Seed loaf for 30, sliced", tag="late since Tue", red=True,
)  # fmt: skip
PEARS = OpenItem(
    kind=OpenKind.READY, thing_id=4, customer_id=3, name="王小明", title="Ready to collect",
    sentence="Birthday cake with pears", tag="today 16:00", red=False,
)  # fmt: skip
STARS_TODAY = SuggestionView(
    cost=60, left=1240,
    state=SuggestionState.SUGGESTED, suggestion_id=9,
    title="Put two gingerbread stars in the bag, one each for Olek and Jan.",
    because="The twins’ birthday is on Saturday, and she has never had it from us.",
    say="For Saturday, from all of us.",
)  # fmt: skip
NONE_TODAY = SuggestionView(
    state=SuggestionState.NONE, because="Nothing extra today: their name is enough."
)
TAKEN = SuggestionView(state=SuggestionState.GIVEN, suggestion_id=9, given=STARS)
DRAFT = Draft(form="return", customer_id=1, staff="Maya", at=NOW, name="Anna Kowalska")
NEAR = NearLine(
    customer_id=1, name="Anna Kowalska", sentence="Sat 28 Nov: the twins’ birthday, in two days.", tag="Sat 28"
)  # fmt: skip


def card(person=None, **changes):
    facts = {
        "customer": person or customer(), "visits": 41, "first_visit": date(2024, 3, 9), "last_visit": TODAY,
        "visit_today": None,
        "contacts": (Contact(1, ContactKind.PHONE, "020 7946 0142", ""),), "facts": FACTS, "dates": (),
        "near": (NEAR,), "far": (),
        "household": (
            HouseholdMember(id=1, customer_id=1, name="Piotr", relation="husband", may_collect=True, member_id=None),
        ),
        "open": (), "credit": 0, "timeline": TIMELINE, "drafts": (), "day_circumstances": frozenset({"rain"}),
        "suggestion": STARS_TODAY, "hook": "",
    }  # fmt: skip
    return CustomerCard(**facts | changes)


def empty_card():
    person = customer("", called="", pronunciation="", address_form="", unnamed=True, id=8)
    return card(
        person, visits=1, first_visit=TODAY, contacts=(), facts=(), near=(), far=(), household=(), timeline=(),
        suggestion=NONE_TODAY, hook="stroller, bought rolls",
    )  # fmt: skip


def candidate(number, name, hook="", why="", shared=False, days=12):
    return Candidate(
        customer_id=number, name=name, unnamed=not name, hook=hook, last_visit=NOW - timedelta(days=days), why=why,
        shared_name=shared,
    )  # fmt: skip


FOUND = (
    candidate(1, "Anna Kowalska", "twins Olek and Jan, red cargo bike · rye, sliced thin", shared=True),
    candidate(2, "Anna Kowalska", "teaches at the music school, short grey hair", shared=True, days=190),
    candidate(3, "श्रीमती क्षितिजा अब्दुल्ला त्रिवेदी वेंकटरामन", "name cakes without eggs", "sounds alike", days=1),
    candidate(4, ARABIC, "barley bread, stick with a silver top", days=0),
    candidate(6, CHINESE, "sings; takes photographs of bread", days=250),
    candidate(7, LONG, "plumber, rang twice for us", days=5),
)
RECENT = (
    candidate(5, "Peter O’Shea", "whistles; sourdough course", days=0),
    candidate(8, "", "stroller, bought rolls", days=0),
)


def today(**changes):
    facts = {
        "day": TODAY, "drafts": (DRAFT,), "promised": (LOAF,), "ready": (PEARS,), "complaints": (UNTOLD,),
        "follow_ups": (), "near": (NEAR,), "recent": RECENT, "circumstances": frozenset({"rain"}),
    }  # fmt: skip
    return Today(**facts | changes)


def quiet_day():
    return today(drafts=(), promised=(), ready=(), complaints=(), near=(), circumstances=frozenset())


def waiting(number, name, doing, sentence="", minutes=1, **rest):
    facts = {"printer_id": 1, "code": "7K3M9QX2", "copy": False, "kind": "thank_you"}
    return WaitingSlip(
        job_id=number, name=name, doing=doing, sentence=sentence, made_at=NOW - timedelta(minutes=minutes),
        **facts | rest,
    )  # fmt: skip


QUEUE = Queue(
    printers=(
        Standing(printer_id=1, name="Counter printer", doing=Doing.ASKS, waiting=1, asking=1, sentence=words.OUT),
        Standing(printer_id=2, name="Slips as PDF", doing=Doing.READY),
    ),
    waiting=(
        waiting(1, ARABIC, Doing.ASKS, words.BROKE, 9),
        waiting(2, "Anna Kowalska", Doing.WAITS, words.OUT, 4, kind="return_receipt"),
    ),
    out=(waiting(3, "", Doing.DONE, minutes=30), waiting(4, LONG, Doing.DONE, kind="order_slip", copy=True)),
)
