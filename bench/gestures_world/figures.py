"""What a year came to, and how well an attentive customer could have foreseen it."""

from collections import Counter, defaultdict
from math import exp, log

from bench.gestures_world.play import OFTEN, Year

Row = tuple[int, int, str, tuple[float, ...]]


def figures(year: Year) -> dict[str, float]:
    """The figures by name, for one year."""
    count, visits = year.count, max(1, year.count["visits"])
    given = max(1, count["given"])
    rate = count["given"] / visits
    regular = [got for came, got in year.people.values() if came >= 6]
    shares = [got / came / rate for came, got in year.groups.values() if came and rate]
    dues = _dues(year, rate)
    due = [got / dues[group] for group, (_, got) in year.groups.items() if dues[group]]
    when, which = _foreseen(year.rows)
    return {
        "net": 100 * (count["delight"] - count["missed"]) / visits,
        "per cost": (count["delight"] - count["missed"]) / max(0.01, count["cost"]),
        "given %": 100 * rate,
        "awkward %": 100 * count["awkward"] / given,
        "when": when,
        "which": which,
        "last 3 %": 100 * count["again"] / max(1, count["later"]),
        "smallest": min(shares, default=0.0),
        "of its due": min(due, default=0.0),
        "covered": sum(got > 0 for got in regular) / max(1, len(regular)),
        "restored": count["restored"] / max(1, count["problems"]),
        "violations": float(count["violations"]),
        "overruns": float(_overruns(year)),
    }


def _dues(year: Year, rate: float) -> dict[str, float]:
    """What an even hand could give each group: as many of its visits as of all, but to nobody more than rules allow."""
    most = year.shop.params["person_count_30"] * year.shop.params["days"] / 30
    dues = {group: came * rate for group, (came, _) in year.groups.items()}
    each = {person.id: min(year.people[person.id][0] * rate, most) for person in year.shop.people}
    often = sum(each[person.id] for person in year.shop.people if person.often > OFTEN)
    return dues | {"known": sum(each.values()), "often": often, "rare": sum(each.values()) - often}


def _overruns(year: Year) -> int:
    p, spent = year.shop.params, year.ledger
    days = sum(x > p["cups_day"] + 1e-6 for x in spent.money.values())
    weeks = sum(x > p["cups_week"] + 1e-6 for x in spent.week.values())
    minutes = sum(x > p["minutes_day"] + 1e-6 for x in spent.minutes.values())
    return days + weeks + minutes + sum(x > p["count_day"] for x in spent.gifts.values())


def _foreseen(rows: list[Row]) -> tuple[float, float]:
    """Of the later two fifths of the year: AUC of "something today", and how often "which" is guessed."""
    often = Counter(row[0] for row in rows)
    rows = [row for row in rows if often[row[0]] >= 8]
    cut = sorted(row[1] for row in rows)[int(0.6 * len(rows))] if rows else 0
    early, late = [row for row in rows if row[1] <= cut], [row for row in rows if row[1] > cut]
    if sum(bool(row[2]) for row in early) < 20 or sum(bool(row[2]) for row in late) < 20:
        return float("nan"), float("nan")
    return _auc(_logistic(early), late), _guessed(early, late)


def _logistic(rows: list[Row]) -> list[float]:
    weights, pace = [0.0] * (len(rows[0][3]) + 1), [1e-3] * (len(rows[0][3]) + 1)
    for _ in range(6):
        for row in rows:
            x = (1.0, *row[3])
            miss = float(bool(row[2])) - _chance(weights, x)
            for index, value in enumerate(x):
                pace[index] += (miss * value) ** 2
                weights[index] += 0.2 * miss * value / pace[index] ** 0.5
    return weights


def _chance(weights: list[float], x: tuple[float, ...]) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, sum(w * v for w, v in zip(weights, x, strict=True))))))


def _auc(weights: list[float], rows: list[Row]) -> float:
    ranked = sorted((_chance(weights, (1.0, *row[3])), bool(row[2])) for row in rows)
    good = sum(hit for _, hit in ranked)
    places = sum(place for place, (_, hit) in enumerate(ranked, 1) if hit)
    return (places - good * (good + 1) / 2) / (good * (len(ranked) - good))


def _guessed(early: list[Row], late: list[Row]) -> float:
    """A naive-Bayes guess of the gesture from the signs of the moment and the person's last one."""
    prior: Counter[str] = Counter()
    signs: defaultdict[str, Counter[object]] = defaultdict(Counter)
    last: dict[int, str] = {}
    for person, _, gesture, seen in early:
        if gesture:
            prior[gesture] += 1
            signs[gesture].update(_signs(seen, last.get(person, "")))
            last[person] = gesture
    hits = tries = 0
    for person, _, gesture, seen in late:
        if gesture:
            found = _signs(seen, last.get(person, ""))
            tries += 1
            hits += gesture == max(prior, key=lambda key: _likely(key, prior, signs[key], found))
            last[person] = gesture
    return hits / max(1, tries)


def _likely(key: str, prior: Counter[str], signs: Counter[object], found: list[object]) -> float:
    return log(prior[key]) + sum(log((signs[sign] + 0.3) / (prior[key] + 0.6)) for sign in found)


def _signs(seen: tuple[float, ...], last: str) -> list[object]:
    return [("last", last), *((index, value > 0) for index, value in enumerate(seen[12:]))]
