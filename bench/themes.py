"""The three themes offered, on public sets of complaints that are fetched and never shipped: how often one is right.

`bench/themes.py Tweets.csv Restaurants_Train_v2.xml restaurants_dutch_training.xml`: the airline tweets of Crowdflower
(2015, nine reasons), the restaurant sentences of SemEval 2014 task 4 with one category each (five), and the Dutch ones
of SemEval 2016 task 5 (seven: what it is about, or prices). The owner's keywords were written from the names of the
themes. A file that isn't there is passed over. Ends with 1 when a goal is missed.
"""

import csv
import random
import statistics
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT)]

from counter.voice.themes import OFFERED, Themes  # noqa: E402

TAGS, ASKED, SHUFFLES, GOAL = (0, 50, 200, 700), 1000, 10, 0.85
Said = list[tuple[str, str]]
AIRLINE = {
    "Bad Flight": "seat seats uncomfortable dirty wifi tv entertainment food legroom broken old plane movie row",
    "Can't Tell": "worst terrible awful horrible hate never disappointed fail",
    "Cancelled Flight": "cancelled canceled cancel cancellation rebooked stranded rebook refund weather hotel",
    "Customer Service Issue": "hold phone call called service agent rude hours answer wait response customer help",
    "Damaged Luggage": "damaged broken luggage bag suitcase cracked torn baggage wheel handle ruined wet scratched",
    "Flight Attendant Complaints": "attendant attendants crew rude stewardess staff unprofessional steward hostess",
    "Flight Booking Problems": "booking book website reservation online site app error ticket password reservations",
    "Late Flight": "delayed delay late waiting hours tarmac missed connection sitting hour minutes gate",
    "Lost Luggage": "lost bag bags luggage baggage missing suitcase claim found delivered",
    "longlines": "line lines queue long wait waiting checkin counter security people",
}
RESTAURANTS = {
    "food": "food dish taste delicious pizza sushi menu chicken fresh meal wine dessert",
    "service": "service waiter waitress staff rude friendly slow server attentive manager",
    "price": "price prices expensive cheap bill overpriced value worth cost money",
    "ambience": "atmosphere decor ambience music loud romantic cozy place room noise",
    "anecdotes/miscellaneous": "recommend return again experience visit time night friends",
}

DUTCH = {
    "SERVICE": "bediening service personeel ober vriendelijk traag wachten lang onbeleefd snel",
    "FOOD": "eten gerecht smaak lekker vers koud vlees vis dessert keuken portie",
    "RESTAURANT": "restaurant aanrader terug zaak ervaring avond tevreden algemeen bezoek",
    "AMBIENCE": "sfeer gezellig interieur lawaai muziek druk inrichting rustig tafel",
    "PRICES": "prijs duur goedkoop euro rekening betalen waard prijzen",
    "DRINKS": "wijn bier drank koffie glas drinken cocktail dranken",
    "LOCATION": "ligging locatie uitzicht parking terras centrum zee water",
}


def airline(path: Path) -> Said:
    """Tweets with the reason that people agreed on."""
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        rows = [(row["text"], row["negativereason"]) for row in csv.DictReader(file)]
    return [(text, reason) for text, reason in rows if reason in AIRLINE and reason != "Can't Tell"]


def restaurants(path: Path) -> Said:
    """Sentences about one thing."""
    found = []
    for sentence in ElementTree.parse(path).iter("sentence"):
        about = {one.get("category", "") for one in sentence.iter("aspectCategory")}
        if len(about) == 1:
            found.append((sentence.findtext("text", ""), about.pop()))
    return found


def dutch(path: Path) -> Said:
    """Sentences about one thing."""
    found = []
    for sentence in ElementTree.parse(path).iter("sentence"):
        about = {one.get("category", "") for one in sentence.iter("Opinion")}
        if len(about) == 1:
            thing, _, what = about.pop().partition("#")
            found.append((sentence.findtext("text", ""), what if what == "PRICES" else thing))
    return found


def right(said: Said, keywords: dict[str, str], tags: int) -> tuple[float, float]:
    """How often the right theme is the first, and among the three offered."""
    first, three = [], []
    for seed in range(SHUFFLES):
        order = random.Random(seed).sample(said, len(said))
        themes = Themes({theme: words.split() for theme, words in keywords.items()})
        for text, theme in order[:tags]:
            themes.learn(text, theme)
        offers = [(themes.offer(text), theme) for text, theme in order[tags : tags + ASKED]]
        first.append(sum(offer[0] == theme for offer, theme in offers) / len(offers))
        three.append(sum(theme in offer for offer, theme in offers) / len(offers))
    return statistics.fmean(first), statistics.fmean(three)


def main() -> int:
    """Each set that is there."""
    missed = 0
    for path in map(Path, sys.argv[1:]):
        if not path.exists():
            print(f"{path.name}: not here")
            continue
        english = (restaurants, RESTAURANTS) if path.suffix == ".xml" else (airline, AIRLINE)
        read, keywords = (dutch, DUTCH) if "dutch" in path.name else english
        said = read(path)
        keywords = {theme: words for theme, words in keywords.items() if any(about == theme for _, about in said)}
        count = Counter(theme for _, theme in said)
        usual = sum(number for _, number in count.most_common(OFFERED)) / len(said)
        print(f"{path.name}: {len(said)} texts, {len(keywords)} themes; always the three most common: {usual:.3f}")
        for tags in TAGS:
            one, three = right(said, keywords, tags)
            bare = right(said, dict.fromkeys(keywords, ""), tags)[1]
            late = tags == 200 and three < GOAL
            missed += late
            goal = f"   goal {GOAL}{'   MISSED' if late else ''}" if tags == 200 else ""
            print(f"  {tags:4} tagged: first {one:.3f}, among three {three:.3f}; without keywords {bare:.3f}{goal}")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
