"""Clauses: a sentence's predicates, which mention belongs to which of them, and who does what they say."""

from isnad.clauses.clause import Relation
from isnad.clauses.heads import Group, Head
from isnad.clauses.subjects import Discourse, Subjects
from isnad.clauses.units import COMMAS, QUOTES, Unit, marker_of, segment
from isnad.clauses.walk import Grammar, Walk

__all__ = [
    "COMMAS", "QUOTES", "Discourse", "Grammar", "Group", "Head", "Relation", "Subjects", "Unit", "Walk", "marker_of", "segment",
]
