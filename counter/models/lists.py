"""What happened and what is known as lists for a spreadsheet: a kind each, with the person's name, page by page."""

from dataclasses import dataclass

from counter.models.tables_people import CustomerRow


@dataclass(frozen=True, slots=True)
class ListShape:
    """A list: the table it is of, and its columns; `money` are those that hold minor units.

    Rows of one that is not `named` belong to nobody.
    """

    table: str
    columns: tuple[str, ...]
    money: tuple[str, ...] = ()
    named: bool = True


LISTS: dict[str, ListShape] = {
    "visits": ListShape("visit", ("day", "started_at", "circumstances")),
    "returns": ListShape(
        "return_case", ("day", "items", "reason", "outcome", "amount", "receipt_number", "bought_on", "note"),
        ("amount",),
    ),
    "complaints": ListShape(
        "complaint", ("opened_at", "words", "theme", "severity", "state", "remedy", "cause", "put_right_at", "told_at"),
    ),
    "compliments": ListShape("compliment", ("day", "direction", "words")),
    "orders": ListShape(
        "order_case", ("created_at", "spec", "price", "final_price", "deposit", "state", "due", "collected_at"),
        ("price", "final_price", "deposit"),
    ),
    "store credit": ListShape("credit_move", ("at", "amount", "why"), ("amount",)),
    "extras given": ListShape("given", ("day", "title", "cost", "minutes", "reaction"), ("cost",)),
    "answers": ListShape("feedback", ("at", "words", "scores", "wants_answer")),
    "answers without a name": ListShape("anonymous_answer", ("week", "words", "scores"), named=False),
    "follow-ups": ListShape("follow_up", ("due", "what", "done_at", "result")),
    "what is known of whom": ListShape("fact", ("kind", "text", "source", "boundaries", "at")),
    "important dates": ListShape("important_date", ("label", "day", "month", "year", "source")),
    "what they agreed to": ListShape("consent", ("day", "purpose", "given", "wording")),
    "who else collects": ListShape("household", ("name", "relation", "may_collect")),
    "notes": ListShape("note", ("text",)),
    "slips": ListShape("slip", ("made_at", "kind", "language", "void")),
}  # fmt: skip

Value = str | int | float | None


def page(shape: ListShape, after: int, limit: int) -> list[tuple[Value, ...]]:
    """So many rows whose ids come after that one: id, the person's name, and the columns; the taken back left out."""
    shown = ", ".join(f't."{column}"' for column in shape.columns)
    if not shape.named:
        return _nameless(shape, after, limit)
    sql = (
        f'SELECT t.id, c.name, {shown} FROM "{shape.table}" t JOIN customer c ON c.id = t.customer_id '
        "WHERE t.gone_by IS NULL AND t.id > ? ORDER BY t.id LIMIT ?"
    )
    found: list[tuple[Value, ...]] = CustomerRow._meta.database.execute_sql(sql, (after, limit)).fetchall()
    return found


def _nameless(shape: ListShape, after: int, limit: int) -> list[tuple[Value, ...]]:
    """In the order of their numbers, which are drawn at random: nothing tells which came first."""
    shown = ", ".join(f'"{column}"' for column in shape.columns)
    sql = f'SELECT id, \'\', {shown} FROM "{shape.table}" WHERE id > ? ORDER BY id LIMIT ?'
    found: list[tuple[Value, ...]] = CustomerRow._meta.database.execute_sql(sql, (after, limit)).fetchall()
    return found
