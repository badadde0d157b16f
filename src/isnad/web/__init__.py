"""The page and the API of a record, served by FastAPI. Pages work without JavaScript, and ask no other host."""
