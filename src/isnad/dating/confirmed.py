"""The weekday that a report begins with: in six reports of ten that of the page, in none but a few a later one."""

from isnad.arabic.tokens import Tokens
from isnad.dating.clue import Clue
from isnad.dating.evidence import Evidence
from isnad.lexicon.when import Moment
from isnad.model import Article

_TOLD = ("title", "body")


def first_weekday(article: Article, tokens: Tokens, evidence: Evidence) -> Clue | None:
    """The first bare weekday of title and body; None where there is none, or it is of something to come.

    Too weak to date a page, it confirms a day that the page bears.
    """
    for hit, tense in zip(evidence.hits, evidence.tenses, strict=True):
        if not (isinstance(hit.meaning, Moment) and _bare(hit.meaning)):
            continue
        zone = next((z.kind for z in article.zones if z.start <= hit.start < z.end), "body")
        if zone in _TOLD and tense != "future":
            text = tokens.text[hit.start : hit.end]
            rule = "dating.first-weekday"
            return Clue(kind="weekday", rule=rule, text=text, start=hit.start, end=hit.end, weekday=hit.meaning.weekday)
        if zone in _TOLD:
            return None
    return None


def _bare(m: Moment) -> bool:
    return m.weekday is not None and not (m.offset or m.direction or m.day or m.bound)
