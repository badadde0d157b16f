"""Questions to a record. Reads only, without the database layer that writing needs: an answer takes milliseconds."""
