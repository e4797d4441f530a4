"""Version 3: the moment by which the owner's "Why?" is to be answered, where it isn't a whole day."""

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE complaint ADD COLUMN why_at TEXT CHECK (why_at IS NULL OR datetime(why_at) IS NOT NULL)",
)
