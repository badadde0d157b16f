"""One article in, one reading out: the rooms in their order, each handing its result to the next. Pure and total."""

from isnad.reading.read import read, read_by_rules

__all__ = ["read", "read_by_rules"]
