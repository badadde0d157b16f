"""What was said and how actors are called: the rooms `statements` and `naming` on what the others found."""

from collections.abc import Sequence

from isnad.contacts import Telling
from isnad.lexicon import Lexicon
from isnad.model import Article, Contact, Naming, Statement
from isnad.naming import Text, read_namings
from isnad.statements import Encounter, Setting, Words, read_statements


def speech(
    article: Article, lexicon: Lexicon, words: Words, tellings: Sequence[Telling], contacts: Sequence[Contact]
) -> tuple[tuple[Statement, ...], tuple[Naming, ...]]:
    """The statements and the loaded names of an article.

    `contacts` are those made of `tellings`, in the same order. Who «الطرفان» are is asked of what the rules read alone:
    a wrong pair would make wrong speakers.
    """
    encounters = tuple(
        Encounter(c.id, t.trigger, tuple(a for a, _ in t.parties), c.evidence.start, c.evidence.end)
        for t, c in zip(tellings, contacts, strict=True)
        if t.learned is None
    )
    home = lexicon.outlet(article.outlet) if article.outlet else None
    embeds = tuple((z.start, z.end) for z in article.zones if z.kind == "embed")
    setting = Setting(article.sha256, article.outlet, home, encounters, embeds)
    said = read_statements(words, lexicon.speech, lexicon.outlets, setting)
    phrases = [pair for _, _, pairs in words.sentences for pair in pairs]
    text = Text(words.tokens, words.scan.at, article.zones, phrases, words.quotations)
    return said, read_namings(text, lexicon.naming, lexicon.speech, said)
