"""Time expressions: found in tokens as rules tell, underspecified, and anchored once the publication day is known.

tagger = compile(rules)
hits = tagger.tag(tokens)
times = anchor(hits, published, [tenses.around(tokens, hit) for hit in hits], tokens.text)
"""

from isnad.lexicon.when import TimeHit, WhenRules
from isnad.when.anchor import anchor, resolve
from isnad.when.tagger import Tagger
from isnad.when.tense import Tenses

__all__ = ["Tagger", "Tenses", "TimeHit", "anchor", "compile", "resolve"]


def compile(rules: WhenRules) -> Tagger:
    """The rules made ready to run; once a process. Raises LexiconError for a pattern that is not well formed."""
    return Tagger(rules)
