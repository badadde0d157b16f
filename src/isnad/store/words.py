"""What full-text search sees of a word: its folded form, the forms without particles, and its kin.

An article is indexed under all of these; a query asks for the word itself, without its article, or for its kin. So
«سوريا» finds «لسوريا» and «وبسوريا», and «السورية» finds «السوريين», by the lexicon's table of nisba adjectives.
"""

from collections.abc import Iterable

from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.lexicon import Lexicon

_CONJUNCTIONS, _PREPOSITIONS, _ARTICLE, _TO_THE = ("و", "ف"), ("ب", "ل", "ك"), "ال", "لل"
_SHORTEST = 3


def stems(form: str) -> tuple[str, ...]:
    """A folded word and what remains of it without conjunction, preposition and article, longest first."""
    found = [form]
    for prefixes in (_CONJUNCTIONS, _PREPOSITIONS, (_ARTICLE,)):
        for known in tuple(found):
            rest = _ARTICLE + known[len(_TO_THE) :] if known.startswith(_TO_THE) else known[1:]
            if prefixes == (_ARTICLE,):
                rest = known[len(_ARTICLE) :]
            if known.startswith(prefixes) and len(rest) >= _SHORTEST and rest not in found:
                found.append(rest)
    return tuple(found)


def kin(form: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The token of the one state whose nisba a folded word is; nothing for other words, and for a state's own name."""
    tags = lexicon.index.phrases.get((form,), {})
    of = {id_ for id_, _ in tags.get("nisba", ())}
    return (f"nisba{of.pop().lower()}",) if len(of) == 1 and "state" not in tags else ()


def indexed(text: str, lexicon: Lexicon) -> str:
    """The tokens under which a text is found, each once, sorted, by spaces."""
    forms = {form for form in Tokens(text).forms if form[0].isalnum()}
    found = {stem for form in forms for stem in stems(form)}
    return " ".join(sorted(found | {token for stem in found for token in kin(stem, lexicon)}))


def asked(words: str, lexicon: Lexicon) -> list[tuple[str, ...]]:
    """For each word of a query the tokens any of which answers it; empty where the query holds no word."""
    out = []
    for form in Tokens(words).forms:
        if form[0].isalnum():
            bare = form[len(_ARTICLE) :] if form.startswith(_ARTICLE) and len(form) > _SHORTEST else form
            out.append(tuple(dict.fromkeys((form, bare, *kin(form, lexicon)))))
    return out


def hits(text: str, wanted: Iterable[tuple[str, ...]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """The spans of the text's own words that answer a query, in order; code points, end exclusive."""
    tokens = Tokens(text)
    alternatives = {token for group in wanted for token in group}
    return [
        (tokens.starts[i], tokens.ends[i])
        for i, form in enumerate(tokens.forms)
        if not alternatives.isdisjoint(t for stem in stems(fold_word(form)) for t in (stem, *kin(stem, lexicon)))
    ]
