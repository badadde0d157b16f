"""Endings glued to the ends of words: pronouns, duals, plurals."""

from collections.abc import Iterator

from isnad.arabic.fold import fold_word

# longest first, in folded form
_ENDS = ("هما", "هم", "ها", "نا", "ات", "ين", "ون", "ان", "وا", "ه", "ي", "ا")
# a dual and a plural change their ending with their place in the sentence
_CASES = {"ين": ("ان", "ون")}
# a word with one of these (as written) is an adverb, a plural or has a pronoun: it owns nothing behind it
BOUND = ("ا", "اً", "ًا", "ه", "ها", "هم", "هما", "ين")
# how the relative pronoun of women and things ends
FEMININE_RELATIVE = "تي"
_FEMININE, _OPEN_FEMININE = fold_word("ة"), "ت"


def unended(form: str, least: int) -> Iterator[str]:
    """What a folded word may be without its ending, of at least so many letters: «سيادتها» is «سيادت» and «سياده»,
    «الوزيرين» is «الوزير», «الوزيران» and «الوزيرون»."""
    for end in _ENDS:
        rest = form[: -len(end)]
        if form.endswith(end) and len(rest) >= least:
            yield rest
            if rest.endswith(_OPEN_FEMININE):
                yield rest[:-1] + _FEMININE
            yield from (rest + other for other in _CASES.get(end, ()))
