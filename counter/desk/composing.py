"""What a slip says of a person and today. Only words that a customer may read go in."""
from dataclasses import dataclass
from datetime import timedelta

from counter.desk.reading import Read
from counter.desk.situation import situation
from counter.desk.suggesting import given_today
from counter.desk.till import Till
from counter.errors import Refused
from counter.models import shop, things
from counter.records.cleaning import clean_line
from counter.records.entries import Complaint, Order, OrderState, Return
from counter.records.gestures import Situation
from counter.records.slips import NOTHING, ForPaper, Line, Shop, Slip, SlipKind
from counter.slips import lines, receipts, thanks
from counter.slips.frame import Frame
from counter.slips.lines import Choice, Occasion
from counter.slips.wording import Word, Wording, wording_for
from counter.voice import codes, links

LINE_LIMIT = 200
# Receipts and what we did to put right are said without a sincere line of their own.
WITH_LINE = frozenset({SlipKind.THANK_YOU})


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipWish:
    """What the cashier chose: a kind, a line of their own or of the shop's, a language. Empty means the usual."""

    kind: SlipKind = SlipKind.THANK_YOU
    line: str = ""
    language: str = ""
    thing_id: int | None = None


def compose(till: Till, customer_id: int, wish: SlipWish, code: str) -> Slip:
    """What the slip says. Only words that a customer may read go in; the types hold notes and facts back."""
    frame = _frame(till, customer_id, wish, code)
    name = _paper_name(till, customer_id)
    if wish.kind is SlipKind.APOLOGY:
        done = thanks.Apology(what_we_did=_remedy(customer_id), name=name, gesture=_extra(till, frame, customer_id))
        return thanks.compose_apology(frame, done)
    if wish.kind is SlipKind.RETURN_RECEIPT:
        return _return_receipt(till, frame, name, customer_id)
    if wish.kind is SlipKind.CREDIT_NOTE:
        return receipts.compose_credit_note(frame, _credit_note(till, name, customer_id))
    if wish.kind in (SlipKind.DEPOSIT_RECEIPT, SlipKind.ORDER_SLIP):
        return _order_paper(till, frame, name, (customer_id, wish))
    line = ForPaper(line_of(till, customer_id, wish))
    gesture = _extra(till, frame, customer_id)
    return thanks.compose_thank_you(frame, thanks.ThankYou(line=line, name=name, gesture=gesture))


def _frame(till: Till, customer_id: int, wish: SlipWish, code: str) -> Frame:
    wording = wording_of(till, customer_id, wish)
    s = till.settings
    say = links.Wording(wording.say(Word.SLIP), wording.say(Word.ASK))
    return Frame(
        shop=Shop(
            name=ForPaper(s.shop_name), logo=shop.logo(), phone=ForPaper(s.phone), whatsapp=ForPaper(s.whatsapp),
            mail=ForPaper(s.mail), address=ForPaper(s.address),
        ),
        wording=wording, code=codes.show(code), qr=links.qr_text(s.reach, code, s.land, say), day=till.today,
        designs=s.designs,
    )


def wording_of(till: Till, customer_id: int, wish: SlipWish) -> Wording:
    """What was chosen, else what the owner's design says, else the customer's language on paper, else the shop's."""
    designed = till.settings.designs.of(wish.kind).language
    language = wish.language or designed or till.customer(customer_id).language
    return wording_for(language or till.settings.language, till.settings.language, till.wordings)


def _paper_name(till: Till, customer_id: int) -> ForPaper:
    person = till.customer(customer_id)
    return ForPaper(person.called or (person.spoken if till.settings.first_name_only else person.name))


def _extra(till: Till, frame: Frame, customer_id: int) -> ForPaper:
    """What they were given today, in the catalogue's words for customers; its title is for staff."""
    given = given_today(till, customer_id)
    return till.catalogue.on_paper(given.key, frame.wording.language) if given else NOTHING


def line_of(till: Till, customer_id: int, wish: SlipWish) -> str:
    """The line that was written or chosen, else the best that is true today; empty where the slip has none."""
    if wish.kind not in WITH_LINE:
        return ""
    if wish.line:
        return clean_line(wish.line, "line", LINE_LIMIT)
    found = lines_for(till, customer_id, wording_of(till, customer_id, wish))
    return found[0].text if found else ""


def lines_for(till: Till, customer_id: int, wording: Wording) -> tuple[Line, ...]:
    """The lines that would be true today, best first: the shop's own, and those that came along unless switched off."""
    kept = [(occasion, text, active) for _, lang, occasion, text, active in shop.lines() if lang == wording.language]
    own = tuple(Line(ForPaper(text), wording.language, occasion) for occasion, text, active in kept if active)
    taken_up = {text for _, text, _ in kept}
    came = tuple(line for line in wording.lines if line.text not in taken_up)
    choice = Choice(
        occasions=_occasions(till, customer_id), seed=till.settings.seed, key=f"{customer_id} {till.today}",
        had=things.lines_had(customer_id, 5),
    )
    return lines.lines_that_fit((*own, *came), choice)


def _occasions(till: Till, customer_id: int) -> frozenset[Occasion]:
    """What happened today and what holds, in the lines' own words."""
    now = situation(till, Read(till, customer_id))
    ticked = {"long_wait": "waited", "no_purchase": "bought_nothing", "closing": "closing_hour",
              "return_today": "return", "order_collected": "collected", "compliment_received": "compliment"}
    names = {ticked.get(name, name) for name in now.circumstances}
    if any(trouble.told is None for trouble in now.troubles):
        names.add("went_wrong")
    if now.customer is not None:
        names |= _from_visits(now.visit, now.days_since)
        names |= {"birthday"} if _birthday_near(now) else set()
    return frozenset(o for o in Occasion if o.value in names)


def _from_visits(visit: int, days_since: int | None) -> set[str]:
    if visit == 1:
        return {"first_visit"}
    if visit == 2:
        return {"second_visit"}
    return {"back_after_long"} if (days_since or 0) > 90 else {"regular"} if visit > 10 else set()


def _birthday_near(now: Situation) -> bool:
    """Their own birthday, today or within three days, told by themselves."""
    days = {(now.day + timedelta(days=n)) for n in range(4)}
    coming = {(d.month, d.day) for d in days}
    return any(near.kind == "birthday" and (near.month, near.day) in coming for near in now.dates)


def _remedy(customer_id: int) -> ForPaper:
    """What was done about the newest thing that went wrong, as it was written for them to read."""
    done: list[Complaint] = [c for c in things.of_person("complaint", customer_id) if c.remedy]
    if not done:
        raise Refused("Nothing was put right yet, so there is nothing to tell. F6 says what was done.")
    return ForPaper(done[-1].remedy)


def _return_receipt(till: Till, frame: Frame, name: ForPaper, customer_id: int) -> Slip:
    back: tuple[Return, ...] = things.of_person("return_case", customer_id)
    if not back:
        raise Refused("Nothing came back yet, so there is no receipt.")
    last = back[-1]
    return receipts.compose_return_receipt(
        frame,
        receipts.ReturnReceipt(
            items=last.items, outcome=last.outcome, money=till.money, amount=last.amount, name=name,
            bought_on=last.bought_on, receipt_number=ForPaper(last.receipt_number),
        ),
    )


def _credit_note(till: Till, name: ForPaper, customer_id: int) -> receipts.CreditNote:
    moves = things.of_person("credit_move", customer_id)
    granted = [m.amount for m in moves if m.amount > 0]
    if not granted:
        raise Refused("There is no store credit, so there is no note.")
    return receipts.CreditNote(amount=granted[-1], balance=sum(m.amount for m in moves), money=till.money, name=name)


def orders_on_paper(customer_id: int) -> tuple[Order, ...]:
    """A person's orders, oldest first, but for those that came to nothing."""
    ended = (OrderState.DECLINED, OrderState.CANCELLED)
    return tuple(order for order in things.of_person("order_case", customer_id) if order.state not in ended)


def _order_paper(till: Till, frame: Frame, name: ForPaper, what: tuple[int, SlipWish]) -> Slip:
    customer_id, wish = what
    found = [o for o in orders_on_paper(customer_id) if wish.thing_id in (None, o.id)]
    if wish.kind is SlipKind.DEPOSIT_RECEIPT:
        found = [o for o in found if o.deposit]
    if not found:
        raise Refused("There is no order yet. F5 takes one.")
    order = found[-1]
    paper = receipts.OrderPaper(
        spec=ForPaper(order.spec), money=till.money, name=name, price=order.price, deposit=order.deposit,
        promised=order.due.astimezone(till.here.zone) if order.due else None,
    )
    if wish.kind is SlipKind.DEPOSIT_RECEIPT:
        return receipts.compose_deposit_receipt(frame, paper)
    return receipts.compose_order_slip(frame, paper)
