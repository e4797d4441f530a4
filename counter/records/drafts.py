"""What is half written."""
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was typed and not saved: field texts of one form for one person (None: nobody yet).

    `ops`: the operations that save it, the last for these words, those before for what stood in the form earlier.
    """

    form: str
    customer_id: int | None
    fields: dict[str, str] = field(default_factory=dict)
    ops: tuple[str, ...] = ()
    staff: str = ""
    at: datetime | None = None
    name: str = ""
