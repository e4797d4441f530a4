"""A week of voices, made up, for the screens."""

from datetime import date, timedelta

from counter.office.feedback_in import Fate, Line, Preview
from counter.office.inbox import Kept, Unread
from counter.office.report_decisions import WeekShown
from counter.office.why import OpenWrong, Overview
from counter.records.answers import Answer
from counter.records.report import Band, Report, ReportLine, Section, ThemeBar, Tile, Voice, VoiceKind
from counter.ui.owner.inbox import InboxShown
from counter.ui.owner.ways_back_chat import ChatShown
from counter.voice.times import HalfRight

MONDAY = date(2026, 11, 16)
WORDS = (
    "You sold my son a roll from the almond tray.",
    "I phoned three times. It rang and rang, and when somebody answered I had forgotten what I wanted to order.",
    "الخبز كان قاسيا جدا",
)
COMPLAINT = ReportLine(WORDS[0], "17 Nov 2026 · Jonas Lindqvist · Allergens · cause not known yet", "complaint", 1)
LINES = (
    COMPLAINT,
    ReportLine(WORDS[1], "18 Nov 2026 · someone · put right: called back · told: by phone", "complaint", 2),
    ReportLine(WORDS[2], "without a name"),
)
CAME_BACK = "Cinnamon bun: 4 faulty; 1.0% of about 390 sold (0.4 to 2.6) – look at it"
RETURNS = (ReportLine("", CAME_BACK, "return_case", 3),)


STAFF = ((1, "Maya"), (2, "Ben"))
TOLD = Unread(
    kept=Kept.NAMED, id=1, words=WORDS[1], scores=(7, 8, None), day=MONDAY, who="Jonas Lindqvist", wants_answer=True
)
NOBODYS = Unread(kept=Kept.NAMELESS, id=2, words=WORDS[2], scores=(None, None, None), day=MONDAY)


FIGURES = tuple(
    Unread(kept=kept, id=number, words="", scores=scores, day=MONDAY, who=who)
    for number, (kept, who, scores) in enumerate((
        (Kept.NAMED, "Anna Kowalska", (9, 10, 8)), (Kept.NAMED, "", (3, 2, None)), (Kept.NAMELESS, "", (10, 10, 10)),
    ), 3)
)  # fmt: skip


def figures_alone(window):
    """An inbox in which all words are read."""
    window.show_page("inbox")
    window.inbox.show_inbox(InboxShown(waiting=FIGURES, today=MONDAY, themes=(), staff=STAFF))


def chat(window, names=("Anna Kowalska", "Blue Door Bakery", "+44 7700 900123"), said=WORDS[1]):
    """A chat that was read from a file: who is the shop has yet to be said."""
    window.show_page("ways_back")
    fates = (Fate.KEPT, Fate.NO_SLIP, Fate.HERE)
    lines = tuple(
        Line(answer=Answer(words=words, key=str(at), contact=name, scores=(7, 8, None)), who="", fate=fate)
        for at, (name, words, fate) in enumerate(zip(names, (said, *WORDS[:2]), fates, strict=True))
    )
    preview = Preview(name=f"WhatsApp Chat with {names[0]}.zip", way="message", lines=lines)
    window.ways_back.show_preview(preview, None, ChatShown(senders=names, ours=None))


def fill_voices(window, families):
    """What customers say, the inbox and what is put right, each filled."""
    window.voices.show_week(shown(), families)
    themes = ("Waiting", "Reaching you", "Name or writing")
    window.inbox.show_inbox(InboxShown(waiting=(TOLD, NOBODYS, *FIGURES), today=MONDAY, themes=themes, staff=STAFF))
    window.inbox.offer_by(lambda _said: themes)
    wrongs = (
        OpenWrong(id=1, who="Jonas Lindqvist", words=WORDS[0], state="Open since Tue.", asked="Ben, Fri 20 Nov",
                  late=True, cause_known=False),
        OpenWrong(id=2, who="", words=WORDS[2], state="Put right, not told yet.", asked="", late=False,
                  cause_known=False),
    )  # fmt: skip
    took = HalfRight(days=2.4, low=1.0, high=None)
    window.wrongs.show_overview(Overview(wrongs=wrongs, took=took, cases=9, staff=STAFF))


def shown(**rest):
    """A week that is over."""
    report = Report(
        week=MONDAY, shop="Blue Door Bakery", reach=("020 7946 0142",),
        tiles=(
            Tile("Satisfaction index (three questions, after the ACSI formula)", "75",
                 "70 to 79, 118 answers in 13 weeks; no clear change"),
            Tile("Voices this week", "25", "6 complaints, 1 compliment; 33 slips printed"),
            Tile("Put right", "5 of 6", "half within 0.8 days (0.1 to 1.0), open ones counted"),
            Tile("Still open", "4", "the oldest for 12 days"),
        ),
        chair=COMPLAINT,
        bands=tuple(Band(MONDAY - timedelta(days=7 * ago), 75 - ago, 68 - ago, 80 - ago) for ago in range(12, -1, -1)),
        themes=(ThemeBar("Waiting", 9, 2.1, "more than usual"), ThemeBar("Name or writing", 1, 0.2)),
        sections=(
            Section("What went wrong, and was it put right", LINES),
            Section("Praise", (), "No praise was written down."),
            Section("What came back", RETURNS), Section("This week we change", ()),
        ),
    )  # fmt: skip
    offered = tuple(Voice(kind=VoiceKind.COMPLAINT, words=words, day=MONDAY) for words in WORDS)
    return WeekShown(**{"report": report, "offered": offered, "change": "", "asked": "we bake rye twice.",
                        "running": False, **rest})  # fmt: skip
