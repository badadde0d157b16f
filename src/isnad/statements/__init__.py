"""Statements: who said what, in which form, and by what chain of sources the words came."""

from isnad.statements.read import Setting, read_statements

__all__ = ["Setting", "read_statements"]
