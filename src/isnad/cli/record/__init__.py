"""The commands that work on a record. Thin: `store` writes it, `query` reads it."""
