"""What full-text search sees of a word: its folded form, the forms without particles, and its kin.

An article is indexed under all of these; a query asks for the word itself, without its article, or for its kin. So
«سوريا» finds «لسوريا» and «وبسوريا», and «السورية» finds «السوريين», by the lexicon's table of nisba adjectives.
"""

from collections.abc import Iterable

from isnad.arabic.clitics import fronts, without_article
from isnad.arabic.tokens import Tokens
from isnad.lexicon import Lexicon


def kin(form: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The token of the one state whose nisba a folded word is; nothing for other words, and for a state's own name."""
    tags = lexicon.index.phrases.get((form,), {})
    of = {id_ for id_, _ in tags.get("nisba", ())}
    return (f"nisba{of.pop().lower()}",) if len(of) == 1 and "state" not in tags else ()


def indexed(text: str, lexicon: Lexicon) -> str:
    """The tokens under which a text is found, each once, sorted, by spaces."""
    forms = {form for form in Tokens(text).forms if form[0].isalnum()}
    found = {stem for form in forms for stem in fronts(form)}
    return " ".join(sorted(found | {token for stem in found for token in kin(stem, lexicon)}))


def asked(words: str, lexicon: Lexicon) -> list[tuple[str, ...]]:
    """For each word of a query the tokens any of which answers it; empty where the query holds no word."""
    out = []
    for form in Tokens(words).forms:
        if form[0].isalnum():
            out.append(tuple(dict.fromkeys((form, without_article(form), *kin(form, lexicon)))))
    return out


def hits(text: str, wanted: Iterable[tuple[str, ...]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """The spans of the text's own words that answer a query, in order; code points, end exclusive."""
    tokens = Tokens(text)
    alternatives = {token for group in wanted for token in group}
    return [
        (tokens.starts[i], tokens.ends[i])
        for i, form in enumerate(tokens.forms)
        if not alternatives.isdisjoint(t for stem in fronts(form) for t in (stem, *kin(stem, lexicon)))
    ]
