"""Statements: who said what, in which form, and by what chain of sources the words came."""

from isnad.statements.placed import Encounter
from isnad.statements.read import Setting, read_statements
from isnad.statements.view import Words

__all__ = ["Encounter", "Setting", "Words", "read_statements"]
