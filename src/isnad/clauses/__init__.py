"""Clauses: a sentence's predicates, which mention belongs to which of them, and who does what they say."""

from isnad.clauses.clause import Argument, Clause, Discourse, Relation
from isnad.clauses.read import read_clauses
from isnad.clauses.state import Grammar
from isnad.clauses.units import COMMAS, QUOTES, Unit, marker_of, segment

__all__ = [
    "COMMAS",
    "QUOTES",
    "Argument",
    "Clause",
    "Discourse",
    "Grammar",
    "Relation",
    "Unit",
    "marker_of",
    "read_clauses",
    "segment",
]
