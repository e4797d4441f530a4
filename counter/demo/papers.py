"""Slips with their codes, printed, and what customers tell us when they bring one back."""
from datetime import date, datetime, timedelta
from typing import Any

from counter.demo import tasks
from counter.demo.world import Person, World
from counter.models.bulk import Row
from counter.models.tables_counter import FeedbackRow, SlipRow
from counter.models.tables_shop import AnonymousRow, PrintJobRow
from counter.records.entries import EntryKind
from counter.records.orders import FollowUpProposal
from counter.records.slip_text import slip_to_text
from counter.records.slips import ForPaper, PrintState, Shop, Slip, SlipKind
from counter.slips import thanks
from counter.slips.frame import Frame
from counter.slips.lines import Choice, Occasion, choose_line
from counter.slips.wording import Word, Wording, wording_for
from counter.voice import codes, links

LINES_REMEMBERED = 3
ANSWERED, WANTS_ANSWER = 0.3, 0.12
WHO = ("they", "they", "they", "nobody")
AFTER_LONG = 90
READ_AFTER = timedelta(days=6)


def frame(world: World, person: Person, day: date) -> Frame:
    """What the slip of this visit shares with all others, with a code that no other slip has."""
    code = _code(world)
    wording = _wording(world, person)
    say = links.Wording(wording.say(Word.SLIP), wording.say(Word.ASK))
    settings = world.settings
    shop = Shop(
        name=ForPaper(settings.shop_name), phone=ForPaper(settings.phone), mail=ForPaper(settings.mail),
        address=ForPaper(settings.address),
    )
    qr = links.qr_text(settings.reach, code, settings.land, say)
    return Frame(shop=shop, wording=wording, code=codes.show(code), qr=qr, day=day)


def thank(world: World, person: Person, at: datetime, happened: frozenset[str] = frozenset()) -> None:
    """A thank-you with a line that is true today."""
    day = world.hours.day(at)
    about = frame(world, person, day)
    holds = [Occasion(name) for name in (happened | _from_visits(person, day)) & set(Occasion)]
    choice = Choice(occasions=holds, seed=world.plan.seed, key=f"{person.id} {day}", had=person.lines)
    line = choose_line(about.wording.lines, choice)
    text = line.text if line else ForPaper("")
    person.lines = (text, *person.lines)[:LINES_REMEMBERED]
    said = thanks.ThankYou(line=text, name=ForPaper(person.spoken))
    hand_out(world, person, at, thanks.compose_thank_you(about, said))


def apologise(world: World, person: Person, at: datetime, what_we_did: str) -> None:
    """We are sorry, and this is what we did."""
    about = frame(world, person, world.hours.day(at))
    sorry = thanks.Apology(what_we_did=ForPaper(what_we_did), name=ForPaper(person.spoken))
    hand_out(world, person, at, thanks.compose_apology(about, sorry))


def hand_out(world: World, person: Person, at: datetime, made: Slip) -> None:
    """Keep a slip and what became of it on the printer."""
    writer = world.open(EntryKind.SLIP, person, at)
    code = made.code.replace("-", "")
    row = writer.insert(
        SlipRow, customer_id=person.id, visit_id=writer.visit_id, code=code, kind=made.kind.value,
        language=made.language, line=person.lines[0] if made.kind is SlipKind.THANK_YOU else "",
        content=slip_to_text(made), made_at=at,
    )
    world.bulk.add(
        PrintJobRow, slip_id=row.id, printer_id=world.printer, state=PrintState.PRINTED.value, tries=1, made_at=at,
        next_at=at,
    )
    writer.close(f"{person.called}'s slip goes to the printer: {made.code}.", row)
    person.slip = Row(SlipRow, row.id, {})  # without its content: a great many may be out at a time


def answer(world: World, person: Person, at: datetime) -> None:
    """They bring the slip back, or not; words without a name go where nothing leads back from."""
    slip, person.slip = person.slip, None
    if slip is None or not world.chance(ANSWERED):
        return
    if world.draw("who answers", WHO) == "nobody":
        told = world.draw("anonymous")
        day = world.hours.day(at)
        kept = (told["words"], tuple(told["scores"]), _read_as(world, told, day))
        world.anonymous.append((day - timedelta(days=day.weekday()), *kept))
        world.bulk.change(slip, answered=True)
        return
    told, wants = world.draw("feedback"), world.chance(WANTS_ANSWER)
    writer = world.open(EntryKind.FEEDBACK, person, at)
    row = writer.insert(
        FeedbackRow, customer_id=person.id, slip_id=slip.id, words=told["words"], scores=tuple(told["scores"]),
        wants_answer=wants, at=at, sorted_as=_read_as(world, told, world.hours.day(at)),
    )
    writer.update(slip, answered=True)
    if wants:
        ask = FollowUpProposal(f"Answer what they told us: {told['words'][:100]}", writer.stamp.day)
        tasks.promise(world, writer, person, ask)
    writer.close(f"Kept what {person.called} told us.", row)


def keep_anonymous(world: World) -> None:
    """At the very end, shuffled and under ids of no order: neither place nor number tells whose words they are."""
    world.random.shuffle(world.anonymous)
    for week, words, scores, sorted_as in world.anonymous:
        number = world.random.getrandbits(62) + 1
        world.bulk.add(AnonymousRow, id=number, week=week, words=words, scores=scores, sorted_as=sorted_as)


def _read_as(world: World, told: dict[str, Any], day: date) -> str:
    """What somebody made of an answer when it was read; those of the last days wait in the inbox."""
    return str(told["read_as"]) if day < world.plan.today - READ_AFTER else ""


def _code(world: World) -> str:
    code = codes.new_code(world.random.randbytes)
    while code in world.codes:
        code = codes.new_code(world.random.randbytes)
    world.codes.add(code)
    return code


def _wording(world: World, person: Person) -> Wording:
    own = world.settings.language
    return wording_for(person.language or own, own, world.shelf.wordings)


def _from_visits(person: Person, day: date) -> set[str]:
    if person.unnamed:
        return set()
    if person.visits <= 2:
        return {"first_visit" if person.visits == 1 else "second_visit"}
    since = (day - person.before).days if person.before else 0
    return {"back_after_long"} if since > AFTER_LONG else {"regular"} if person.visits > 10 else set()
