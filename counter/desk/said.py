"""How the message bar names people and things."""
from counter.records.people import Customer

ISOLATE, END = "\u2068", "\u2069"


def name_of(customer: Customer) -> str:
    """The name to say, kept apart from the words around it whatever its script; "someone" without one."""
    return f"{ISOLATE}{customer.spoken}{END}" if customer.spoken else "someone"
