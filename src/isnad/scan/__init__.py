"""Scan: one pass over the tokens finds every phrase of the lexicon, for all rooms."""

from isnad.arabic.tokens import Tokens
from isnad.lexicon import Index
from isnad.model.phrase import Scan

__all__ = ["scan"]

_SEAT = "إ"


def scan(tokens: Tokens, index: Index) -> Scan:
    """For each token the matches that begin there, longest first and whole words before stripped ones, or None.

    And one byte a token of what they may be (`lexicon.marks`), and of what stands there for statements.
    """
    forms = tokens.forms
    at, marks, hints = index.along(forms)
    if not index.towards.isdisjoint(forms):
        for i, form in enumerate(forms):
            if form in index.towards and (found := at[i]) and _SEAT in tokens.words(i, i + 1):
                # «وإلى» is no «والي»: folding took the seat that tells them apart
                at[i] = [match for match in found if "head" not in match.tags] or None
                marks[i] = index.mark(at[i])
    return Scan(at, bytes(marks), hints)
