"""How many of a product are sold in a usual week, where the owner says so: returns are then told as a rate."""

import json

from counter.errors import FieldRefused
from counter.models import shop
from counter.models.tables_shop import SettingRow
from counter.office.change import Change, Told, save
from counter.office.saying import apart
from counter.records.entries import Saved

NAME = "sold"
MOST = 1_000_000


def a_week() -> dict[str, int]:
    """Units sold in a usual week by product."""
    return {str(name): int(units) for name, units in json.loads(shop.setting(NAME) or "{}").items()}


def keep(change: Change, product: str, units: str) -> Saved:
    """Keep the number for a product; an empty text takes it away. Raises FieldRefused."""
    typed = "".join(units.split()).replace(",", "")
    if typed and not (typed.isascii() and typed.isdigit() and 0 < int(typed) <= MOST):
        raise FieldRefused("sold", "Type a whole number, like 120. Empty takes it away.")
    known = {name: count for name, count in a_week().items() if name != product}
    known |= {product: int(typed)} if typed else {}
    sentence = (
        f"{apart(product)}: about {int(typed):,} sold a week. Its returns are a rate now."
        if typed else f"{apart(product)}: how many are sold isn’t known any more."
    )  # fmt: skip

    def write(_writer: object) -> Told:
        before = [NAME, shop.setting(NAME) or "{}"]
        shop.save_setting(NAME, json.dumps(known, ensure_ascii=False, sort_keys=True))
        return Told(sentence=sentence, table=SettingRow, before=before)

    return save(change, write)
