"""What was said and how actors are called: the rooms `statements` and `naming` on what the others found."""

from collections.abc import Sequence

from isnad.arabic.quotations import quotations
from isnad.arabic.tokens import Tokens
from isnad.contacts import Telling
from isnad.lexicon import Lexicon
from isnad.model import Article, Contact, Naming, Statement
from isnad.model.phrase import Actor, Phrase, Scan
from isnad.naming import read_namings
from isnad.statements import Encounter, Setting, read_statements


def speech(
    article: Article,
    lexicon: Lexicon,
    tokens: Tokens,
    scanned: Scan,
    resolved: Sequence[tuple[range, bool, list[tuple[Phrase, Actor | None]]]],
    tellings: Sequence[Telling],
    contacts: Sequence[Contact],
    times: Sequence[tuple[int, int]],
) -> tuple[tuple[Statement, ...], tuple[Naming, ...]]:
    """The statements and the loaded names of an article.

    `contacts` are those made of `tellings`, in the same order; `times` are token ranges.
    """
    encounters = tuple(
        Encounter(c.id, t.trigger, tuple(a for a, _ in t.parties), c.evidence.start, c.evidence.end)
        for t, c in zip(tellings, contacts, strict=True)
    )
    home = lexicon.outlet(article.outlet) if article.outlet else None
    embeds = tuple((z.start, z.end) for z in article.zones if z.kind == "embed")
    setting = Setting(article.sha256, article.outlet, home, encounters, tuple(times), embeds)
    marks = quotations(article.text)
    said = read_statements(tokens, scanned.at, lexicon.speech, lexicon.outlets, resolved, marks, setting)
    phrases = [pair for _, _, pairs in resolved for pair in pairs]
    return said, read_namings(tokens, scanned.at, lexicon.naming, lexicon.speech, article.zones, phrases, said, marks)
