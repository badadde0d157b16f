"""The page in a real browser, on a record of the sample articles."""
