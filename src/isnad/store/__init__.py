"""The record on disk: SQLite by default, PostgreSQL by URL. Import its modules by name: the database layer is heavy."""
