"""The lexicon: what Isnad knows of the language and of the world, compiled from resources/*.yml."""

from isnad.lexicon.index import Index, Match
from isnad.lexicon.loading import Lexicon, compile_resources, load

__all__ = ["Index", "Lexicon", "Match", "compile_resources", "load"]
