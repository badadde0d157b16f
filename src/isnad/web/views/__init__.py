"""What a page shows, made from what the record answers: pure functions to frozen data that templates draw."""
