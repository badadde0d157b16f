"""Particles glued to the front of words: the one table of them."""

from functools import lru_cache

from isnad.arabic.fold import fold_word

ARTICLE, FOR_THE, BY_THE = "ال", "لل", "بال"
# «و», «ف»: particles that join a clause or a word to the one before
JOINS = ("و", "ف")
JOINED_ARTICLE = JOINS[0] + ARTICLE
# what may be glued to the front of a noun of time, and what may stand as a token of its own before a numeral or a mark
BEFORE_NOUNS = ("و", "ف", "ب", "ل", "ول", "وب")
ALONE = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "لل", "ولل")
# the article as it stands at the front of a word, with what may be glued before it
DEFINITE = (ARTICLE, JOINED_ARTICLE, FOR_THE, BY_THE, "ولل")
# the fronts of a definite noun in a source
DEFINITE_FRONTS = (ARTICLE, JOINED_ARTICLE, FOR_THE)
# the article, whole or after «ل»
WHOLE_ARTICLE = (ARTICLE, FOR_THE)
# particles of one letter: before any word, and before a name that only the recogniser knows
ONE_LETTER = frozenset("وفبلكس")
BEFORE_GUESS = frozenset("وبلف")
# possessive pronouns at the end of a word
HIS, HERS = "ه", "ها"
# of two and of several
THEIRS = ("هما", "هم")
# what the index strips from a word whose rest is known, in this order
CLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "لل", "ولل")
_CLITICS_BY_LETTER = {letter: tuple(c for c in CLITICS if c[0] == letter) for letter in {c[0] for c in CLITICS}}
# what may stand before the name of a person
NAME_CLITICS = ("و", "ب", "ل", "ول", "وب", "ف", "ك")
# after these the article has lost its alef: «للقاهرة»; what the particle is without the article's lam
WITH_ARTICLE = {"لل": "ل", "ولل": "ول"}
# pronouns that a noun or verb bears
PRONOUNS = ("ه", "ها", "هم", "هما", "هن")
# possessive pronouns of one man, and of one woman or thing
POSSESSIVES: dict[bool, tuple[str, ...]] = {False: ("ه",), True: ("ها",)}
# the article with what may be glued before it, longest first: «وبالـ» before «بالـ» before «الـ»
_ARTICLES = tuple(
    sorted((j + p for j in ("", *JOINS) for p in (ARTICLE, "بال", "كال", "لل")), key=lambda front: (-len(front), front))
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


def definite(form: str, after: str = "") -> bool:
    """Whether a folded word bears the article, behind the particle `after`."""
    return form.startswith(ARTICLE, len(after))


def readings(form: str) -> list[tuple[str, str]]:
    """The particles that may be glued before a folded word, each with the rest, which has its article back."""
    return [
        (WITH_ARTICLE[clitic], ARTICLE + form[len(clitic) :])
        if clitic in WITH_ARTICLE
        else (clitic, form[len(clitic) :])
        for clitic in _CLITICS_BY_LETTER.get(form[:1], ())
        if form.startswith(clitic)
    ]


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
    if bare != form and not form.startswith(ARTICLE):
        found.append(ARTICLE + bare)
    for front in _PARTICLES:
        # «ولا», «فلم»; but «كلا» is no «لا»
        if form.startswith(front) and len(form) - len(front) >= (_SHORT if front in JOINS else _MIN_REST):
            found.append(form[len(front) :])
    return tuple(dict.fromkeys(found))
