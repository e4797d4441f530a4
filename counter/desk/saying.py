"""What is open for a person, as one row with a title, a sentence and a tag."""
from counter import complaints, follow_ups, orders
from counter.desk.till import Till
from counter.models import people
from counter.records.card import OpenItem, OpenKind
from counter.records.entries import Complaint, ComplaintState, FollowUp, Order, OrderState
from counter.records.when import say_due


def complaint_item(till: Till, complaint: Complaint, name: str) -> OpenItem:
    """Open, put right and not told, or one whose cause is wanted; who was asked "Why?" stands beside it."""
    put_right = complaint.state is ComplaintState.PUT_RIGHT
    heard = complaint.state in complaints.HEARD
    kind = OpenKind.CAUSE if heard else OpenKind.UNTOLD if put_right else OpenKind.COMPLAINT
    due, zone = complaints.why_due(complaint, till.here.zone), till.here.zone
    state = complaints.say_state(complaint, till.here).rstrip(".")
    why = complaints.say_why(complaint, _asked_of(complaint), till.now, zone) if due else ""
    tag = say_due(due, till.now, zone) if due and heard else complaints.say_tag(complaint, till.now, zone)
    return OpenItem(
        kind=kind, thing_id=complaint.id, customer_id=complaint.customer_id, name=name,
        title=f"{state}. {why}" if why else state, sentence=complaint.remedy if put_right else complaint.words, tag=tag,
        red=not heard or (due is not None and due < till.now),
    )


def _asked_of(complaint: Complaint) -> str:
    return next((member.name for member in people.staff() if member.id == complaint.why_staff_id), "one of us")


def order_item(till: Till, order: Order, name: str) -> OpenItem:
    """Being made, or ready to collect."""
    ready = order.state is OrderState.READY
    late = not ready and order.due is not None and order.due < till.now
    tag = say_due(order.due, till.now, till.here.zone) if order.due else "no day yet"
    return OpenItem(
        kind=OpenKind.READY if ready else OpenKind.ORDER, thing_id=order.id, customer_id=order.customer_id, name=name,
        title="Ready to collect" if ready else _promised(till, order),
        sentence=order.spec, tag="ready" if ready else tag, red=late, deposit=order.deposit or 0,
    )


def _promised(till: Till, order: Order) -> str:
    return f"Promised for {orders.say_promises(order, till.here)}" if order.promises else "No day promised yet"


def follow_up_item(till: Till, follow_up: FollowUp, name: str) -> OpenItem:
    """To do for them by a day."""
    return OpenItem(
        kind=OpenKind.FOLLOW_UP, thing_id=follow_up.id, customer_id=follow_up.customer_id, name=name,
        title="To do", sentence=follow_up.what, tag=follow_ups.say_tag(follow_up, till.today),
        red=follow_up.due < till.today,
    )
