"""The hard rules once more, written without a look at the engine's own: what must never be suggested."""

from typing import Any

from bench.gestures_world.context import Context
from bench.gestures_world.shop import Shop

DATED = {"birthday", "told_event", "coming_event"}


def broken(gesture: dict[str, Any], ctx: Context, shop: Shop) -> list[str]:
    """The names of the rules that suggesting this gesture here would break."""
    return [name for name, rule in RULES.items() if rule(gesture, ctx, shop)]


def _trade(g: dict[str, Any], _: Context, shop: Shop) -> bool:
    return not {"*", shop.trade} & set(g["trades"])


def _stock(g: dict[str, Any], ctx: Context, _: Shop) -> bool:
    return g["id"] in ctx.out_of_stock


def _boundary(g: dict[str, Any], ctx: Context, shop: Shop) -> bool:
    return ctx.customer is not None and shop.limited(g, ctx.customer.boundaries)


def _stranger(g: dict[str, Any], ctx: Context, _: Shop) -> bool:
    close = {"nuts", "alcohol", "personal"} & {*g["contains"], *g["touches"]}
    return ctx.customer is None and bool(close or g["needs_facts"])


def _needs(g: dict[str, Any], ctx: Context, _: Shop) -> bool:
    return not all(set(need.split("|")) & ctx.tokens for need in g["needs"])


def _facts(g: dict[str, Any], ctx: Context, _: Shop) -> bool:
    said = {name for name, source in (ctx.customer.facts if ctx.customer else {}).items() if source == "said"}
    return any(fact not in (ctx.tokens if fact in DATED else said) for fact in g["needs_facts"])


def _moment(g: dict[str, Any], ctx: Context, _: Shop) -> bool:
    return bool(set(g["never_when"]) & ctx.tokens)


def _occasion(g: dict[str, Any], ctx: Context, _: Shop) -> bool:
    return not g["any_time"] and not set(g["occasions"]) & ctx.tokens


def _complaint(g: dict[str, Any], ctx: Context, _: Shop) -> bool:
    return "complaint_open" in ctx.tokens and g["kind"] != "restoring"


def _price(g: dict[str, Any], ctx: Context, _: Shop) -> bool:
    return "price_complaint" in ctx.tokens and (g["family"] == "money" or "discount" in g["touches"])


def _visits(g: dict[str, Any], ctx: Context, _: Shop) -> bool:
    return ctx.visit_no < g["min_visits"]


def _again(g: dict[str, Any], ctx: Context, _: Shop) -> bool:
    past = ctx.customer.history if ctx.customer else []
    same = [each.day for each in past if each.gesture == g["id"]]
    often = sum(1 for day in same if ctx.day - day < 365) >= g["max_per_year"]
    soon = bool(same) and ctx.day - max(same) < g["cooldown_days"]
    return often or soon or (bool(past) and past[-1].gesture == g["id"])


def _person(g: dict[str, Any], ctx: Context, _: Shop) -> bool:
    if ctx.customer is None:
        return False
    many = ctx.budget.cust_gifts_left <= 0 and g["kind"] != "restoring"
    return many or g["cost"] > ctx.budget.cust_money_left + 1e-9


def _budget(g: dict[str, Any], ctx: Context, _: Shop) -> bool:
    left = ctx.budget
    dear = g["cost"] > min(left.day_left, left.week_left) + 1e-9 or g["minutes"] > left.minutes_left + 1e-9
    return dear or (left.gifts_left <= 0 and g["kind"] != "restoring")


def _refused(g: dict[str, Any], ctx: Context, _: Shop) -> bool:
    return g["id"] in ctx.rejected


RULES = {
    "trade": _trade,
    "stock": _stock,
    "boundary": _boundary,
    "stranger": _stranger,
    "needs": _needs,
    "facts": _facts,
    "moment": _moment,
    "occasion": _occasion,
    "complaint": _complaint,
    "price": _price,
    "visits": _visits,
    "again": _again,
    "person": _person,
    "budget": _budget,
    "refused": _refused,
}
