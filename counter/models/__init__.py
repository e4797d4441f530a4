"""The only room that knows peewee and apsw: tables, migrations, and queries that answer with records."""
