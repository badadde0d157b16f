"""What differs between the readings of two revisions, in words that a reader of Arabic can judge."""
