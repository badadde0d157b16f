"""A person whom an article names, and the short forms under which he comes again."""

SON = frozenset({"بن", "ابن", "بنت"})


class Known:
    """What the article has told of one person."""

    __slots__ = (
        "en",
        "female",
        "key",
        "last",
        "likened",
        "name",
        "office",
        "person",
        "rank",
        "seen",
        "side",
        "styles",
        "words",
    )

    def __init__(self, key: str, name: str, words: tuple[str, ...]) -> None:
        self.key, self.name, self.words = key, name, words
        self.en: str | None = None
        self.person: int | None = None
        self.side: str | None = None
        self.office: str | None = None
        self.rank = ""
        self.female = False
        self.likened = False
        self.seen = -1
        self.styles: set[str] = set()
        self.last = last_word(words) if words else ""


def last_word(words: tuple[str, ...]) -> str:
    """The word by which a person may be called alone: no father's name, «سلمان» is not «محمد بن سلمان»."""
    return "" if len(words) > 1 and words[-2] in SON else words[-1]


def within(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a short form is an ending of a full name, or its words in order."""
    if len(short) == 1:
        return short == (last_word(full),)
    return full[-len(short) :] == short or all(w in full for w in short)


def bare_style(form: str) -> str:
    """A folded style without its article: «السمو», «سمو»."""
    return form.removeprefix("ال")


def style_of(form: str) -> str:
    """The style that a courtesy is made of: «سموه» of «سمو», «فخامته» of «فخامة», folded."""
    stem = form.removeprefix("و").removesuffix("ه")
    return f"{stem[:-1]}ه" if stem.endswith("ت") else stem
