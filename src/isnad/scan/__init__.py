"""Scan: one pass over the tokens finds every phrase of the lexicon, for all rooms."""

from isnad.arabic.tokens import Tokens
from isnad.lexicon import Index
from isnad.model.phrase import Scan

__all__ = ["scan"]


def scan(tokens: Tokens, index: Index) -> Scan:
    """For each token the matches that begin there, longest first and whole words before stripped ones, or None."""
    forms, find = tokens.forms, index.at
    return Scan([find(forms, i) for i in range(len(forms))])
