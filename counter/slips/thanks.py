"""Thank-you and apology slips. Their content has no place for an amount."""

from dataclasses import dataclass

from counter.records.designs import Part
from counter.records.slips import NOTHING, Block, ForPaper, Size, Slip, SlipKind, Words
from counter.slips.frame import Content, Frame, line, named, slip
from counter.slips.wording import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ThankYou:
    """`name` as the person likes to be called, empty for someone; `gesture` only when one was given."""

    line: ForPaper
    name: ForPaper = NOTHING
    gesture: ForPaper = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Apology:
    """`what_we_did` in words meant for the customer; `gesture` when goodwill was shown besides."""

    what_we_did: ForPaper
    name: ForPaper = NOTHING
    line: ForPaper = NOTHING
    gesture: ForPaper = NOTHING


def compose_thank_you(frame: Frame, thanks: ThankYou) -> Slip:
    """Their name, a sincere line, the extra. Someone without a name gets "Thank you" in its place."""
    greeting = named(thanks.name) or (Words(frame.say(Word.THANK_YOU), Size.NAME),)
    parts = {Part.NAME: greeting, Part.LINE: line(thanks.line), Part.GESTURE: _extra(thanks.gesture)}
    title = frame.say(Word.THANK_YOU)
    return slip(frame, Content(SlipKind.THANK_YOU, title, parts, Word.HOW_WAS_IT, marked=False))


def compose_apology(frame: Frame, apology: Apology) -> Slip:
    """We are sorry, and this is what we did."""
    parts = {
        Part.NAME: named(apology.name),
        Part.LINE: line(apology.line or frame.say(Word.SORRY)),
        Part.DONE: (Words(frame.say(Word.WHAT_WE_DID), Size.CODE), Words(apology.what_we_did, Size.LINE)),
        Part.GESTURE: _extra(apology.gesture),
    }
    return slip(frame, Content(SlipKind.APOLOGY, frame.say(Word.WHAT_WE_DID), parts, marked=False))


def _extra(gesture: ForPaper) -> tuple[Block, ...]:
    return (Words(gesture, Size.GESTURE),) if gesture.strip() else ()
