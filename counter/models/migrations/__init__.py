"""Every step from an empty file to today's tables, oldest first; a step is raw SQL and never changes once released."""
from counter.models.migrations import v001, v002, v003

STEPS: tuple[tuple[str, ...], ...] = (v001.STATEMENTS, v002.STATEMENTS, v003.STATEMENTS)
