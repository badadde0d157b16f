"""Actors: the phrases that name them, and whom each phrase stands for in this article."""

from isnad.actors.guesses import Hearing
from isnad.actors.memory import Memory
from isnad.actors.phrases import PhraseReader
from isnad.actors.terms import claims, contradictions, held, posts, sure_holders

__all__ = ["Hearing", "Memory", "PhraseReader", "claims", "contradictions", "held", "posts", "sure_holders"]
