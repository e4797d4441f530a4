"""How the owner's messages name people and things."""

ISOLATE, END = "\u2068", "\u2069"


def apart(words: str) -> str:
    """What somebody typed, kept apart from the words around it whatever its script."""
    return f"{ISOLATE}{words}{END}"
