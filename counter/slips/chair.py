"""The card of the empty chair: one customer's words for the team's meeting. It has no place for a name or an amount."""

from counter.records.slips import Align, Flow, ForPaper, Rule, Size, Slip, SlipKind, Words

CODE = "EMPTY-CHAIR"
TITLE = ForPaper("The empty chair")
SPOKEN_BY = ForPaper("One of our customers.")
WE_DID = ForPaper("What we did:")


def compose_card(words: ForPaper, what_we_did: ForPaper) -> Slip:
    """Their words, and what was done where something was."""
    done = (Rule(), Words(WE_DID, Size.SMALL, Align.START), Words(what_we_did, Size.LINE, Align.START))
    return Slip(
        kind=SlipKind.THANK_YOU, code=CODE, language="en", flow=Flow.LTR, title=TITLE,
        blocks=(
            Words(TITLE, Size.TITLE, Align.START), Words(words, Size.GESTURE, Align.START),
            Words(SPOKEN_BY, Size.SMALL, Align.START), *(done if what_we_did.strip() else ()),
        ),
    )  # fmt: skip
