"""Version 2: what an answer was about, as chosen when reading it; who was merged or lives with whom; our copies.

And whether what a week changed has helped.
"""

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE feedback ADD COLUMN theme TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE anonymous_answer ADD COLUMN theme TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE print_job ADD COLUMN ours INTEGER NOT NULL DEFAULT 0 CHECK (ours IN (0, 1))",
    "ALTER TABLE report ADD COLUMN helped TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL",
    "CREATE INDEX household_with ON household (member_id) WHERE member_id IS NOT NULL",
)
