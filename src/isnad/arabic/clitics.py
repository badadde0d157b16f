"""Particles glued to the front of words."""

from functools import lru_cache

from isnad.arabic.fold import fold_word

# the article with what may be glued before it, longest first: «وبالـ» before «بالـ» before «الـ»
_ARTICLES = tuple(
    sorted((j + p for j in ("", "و", "ف") for p in ("ال", "بال", "كال", "لل")), key=lambda front: (-len(front), front))
)
_PARTICLES = ("وب", "ول", "وك", "فب", "فل", "و", "ف", "ب", "ل", "ك")
_JOINS = ("و", "ف")
_MIN_REST, _SHORT = 3, 2


def unglued(words: str, clitic: str) -> str:
    """Stored words without the particle at their front; «للقاهرة» gives «القاهرة» back its article.

    Words that do not begin with the particle come back unchanged.
    """
    cut = len(clitic)
    if not clitic or fold_word(words[:cut]) != clitic:
        return words
    rest = words[cut:]
    return "ا" + rest if clitic.endswith("ل") and rest.startswith("ل") else rest


def without_false_article(words: str) -> str | None:
    """Stored words without the article that `unglued` gave them where a name begins with «ل»: «الندن» is «لندن»; None
    where they have no article."""
    return words[1:] if words.startswith("ال") else None


def without_article(form: str) -> str:
    """A folded word without its article and what is glued before that; at least three letters are left."""
    for front in _ARTICLES:
        if form.startswith(front) and len(form) - len(front) >= _MIN_REST:
            return form[len(front) :]
    return form


@lru_cache(maxsize=1 << 14)
def fronts(form: str) -> tuple[str, ...]:
    """What a folded word may be once the particles at its front are gone, the word itself first."""
    found = [form]
    bare = without_article(form)
    if bare != form:
        found.append(bare)
    if bare != form and not form.startswith("ال"):
        found.append("ال" + bare)
    for front in _PARTICLES:
        # «ولا», «فلم»; but «كلا» is no «لا»
        if form.startswith(front) and len(form) - len(front) >= (_SHORT if front in _JOINS else _MIN_REST):
            found.append(form[len(front) :])
    return tuple(dict.fromkeys(found))
