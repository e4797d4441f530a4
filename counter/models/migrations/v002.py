"""Version 2: what an answer was about, as a person chose when reading it."""

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE feedback ADD COLUMN theme TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE anonymous_answer ADD COLUMN theme TEXT NOT NULL DEFAULT ''",
)
