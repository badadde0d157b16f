"""Particles glued to the front of words."""

from functools import lru_cache

from isnad.arabic.fold import fold_word

ARTICLE, FOR_THE = "ال", "لل"
# «و», «ف»: particles that join a clause or a word to the one before
JOINS = ("و", "ف")
JOINED_ARTICLE = JOINS[0] + ARTICLE
# the fronts of a definite noun, glued particles included
DEFINITE = (ARTICLE, JOINED_ARTICLE, FOR_THE)
BY_THE = "بال"
# pronouns that a noun or verb bears
PRONOUNS = ("ه", "ها", "هم", "هما", "هن")
# possessive pronouns of one man, and of one woman or thing
POSSESSIVES: dict[bool, tuple[str, ...]] = {False: ("ه",), True: ("ها",)}
# the article with what may be glued before it, longest first: «وبالـ» before «بالـ» before «الـ»
_ARTICLES = tuple(
    sorted((j + p for j in ("", "و", "ف") for p in ("ال", "بال", "كال", "لل")), key=lambda front: (-len(front), front))
)
_GLUED = ("", "و", "ف", "ب", "ك", "وب", "فب")
_PARTICLES = ("وب", "ول", "وك", "فب", "فل", "و", "ف", "ب", "ل", "ك")
_MIN_REST, _SHORT = 3, 2


def proclitic_forms(form: str) -> set[str]:
    """A folded word as it stands behind the particles that may be glued to it: «وبالجيش», «للجيش»."""
    bare = form[1:] if form.startswith(ARTICLE) else form
    return {front + form for front in _GLUED} | {f"{join}ل{bare}" for join in ("", *JOINS)}


def unglued(words: str, clitic: str) -> str:
    """Stored words without the particle at their front; «للقاهرة» gives «القاهرة» back its article.

    Words that do not begin with the particle come back unchanged.
    """
    cut = len(clitic)
    if not clitic or fold_word(words[:cut]) != clitic:
        return words
    rest = words[cut:]
    return "ا" + rest if clitic.endswith("ل") and rest.startswith("ل") else rest


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
        if form.startswith(front) and len(form) - len(front) >= (_SHORT if front in JOINS else _MIN_REST):
            found.append(form[len(front) :])
    return tuple(dict.fromkeys(found))
