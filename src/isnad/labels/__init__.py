"""The words of the two languages in which Isnad speaks to people: for its terms, its record, its statements."""
