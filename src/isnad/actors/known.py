"""A person whom an article names, and the short forms under which he comes again."""

from collections.abc import Set as AbstractSet

from isnad.arabic.clitics import ARTICLE


class Known:
    """What the article has told of one person. `place` is his place in the order of the article's persons."""

    __slots__ = (
        "bare",
        "begun",
        "en",
        "female",
        "key",
        "last",
        "likened",
        "name",
        "office",
        "person",
        "place",
        "rank",
        "seen",
        "side",
        "styles",
        "words",
    )

    def __init__(self, key: str, name: str, words: tuple[str, ...], place: int = -1) -> None:
        self.key, self.name, self.words, self.place = key, name, words, place
        self.en: str | None = None
        self.person: int | None = None
        self.side: str | None = None
        self.office: str | None = None
        self.rank = ""
        self.bare = False
        self.female = False
        self.likened = False
        self.seen = self.begun = -1
        self.styles: set[str] = set()
        self.last = ""


def last_word(words: tuple[str, ...], sons: AbstractSet[str]) -> str:
    """The word by which a person may be called alone: no father's name, «سلمان» is not «محمد بن سلمان»."""
    return "" if not words or (len(words) > 1 and words[-2] in sons) else words[-1]


def within(short: tuple[str, ...], full: Known) -> bool:
    """Whether a short form is an ending of a full name, or its words in order."""
    if len(short) == 1:
        return short == (full.last,)
    return full.words[-len(short) :] == short or all(w in full.words for w in short)


def bare_style(form: str) -> str:
    """A folded style without its article: «السمو», «سمو»."""
    return form.removeprefix(ARTICLE)
