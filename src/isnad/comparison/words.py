"""The words of a clause as they are compared: by name, set, number, or stem."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from isnad.arabic.clitics import fronts, without_article
from isnad.arabic.endings import unended
from isnad.arabic.tokens import Tokens
from isnad.lexicon import Lexicon
from isnad.lexicon.comparison import SetKind

WordKind = Literal["word", "name", "nisba", "number"] | SetKind
_MIN_STEM = 3
# a capital stands for its state often enough to be taken for another name of it; the difference is shown
_NAMES = (("state", "state"), ("capital", "state"), ("org", "org"), ("group", "group"), ("format", "format"))
_FUTURE = "س"


class Word(NamedTuple):
    """A word or a phrase: code points [start, end) of the stored text, the key that its renderings share, and what
    it is. Two words with one `key` and different `surface` are different wordings of one thing.
    """

    start: int
    end: int
    key: str
    surface: str
    kind: WordKind

    @property
    def content(self) -> bool:
        """Whether it says something of its own."""
        return self.kind != "light"

    @property
    def size(self) -> int:
        """How many words of content it is: a name may be several."""
        return self.surface.count(" ") + 1 if self.content else 0


class Stems:
    """Stems by a vocabulary: a particle or an ending goes only where what remains is a word of the set."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._known = {without_article(form) for form in forms}
        self._stems: dict[str, str] = {}

    def stem(self, form: str) -> str:
        """The form under which this folded word is compared."""
        found = self._stems.get(form)
        if found is None:
            found, seen = form, {form}
            while (shorter := self._shorter(found)) is not None and shorter not in seen:
                found = shorter
                seen.add(found)
            self._stems[form] = found
        return found

    def _shorter(self, form: str) -> str | None:
        bare = without_article(form)
        if bare != form:
            return bare
        for rest in fronts(form):
            if rest != form and len(rest) >= _MIN_STEM and rest in self._known:
                return rest
            for stem in (*unended(rest, _MIN_STEM), rest.removeprefix(_FUTURE)):
                if stem != form and len(stem) >= _MIN_STEM and stem in self._known:
                    return stem
        return None


def words_of(text: str, at: int, lexicon: Lexicon, stems: Stems) -> tuple[Word, ...]:
    """The words of a text that stands at code point `at` of the stored text; marks are no words."""
    tokens = Tokens(text)
    forms = tokens.forms
    out: list[Word] = []
    i = 0
    while i < len(forms):
        last, key, kind = _read(tokens, i, lexicon, stems)
        if kind is not None:
            surface = " ".join(stems.stem(f) for f in forms[i:last])
            out.append(Word(at + tokens.starts[i], at + tokens.ends[last - 1], key, surface, kind))
        i = last
    return tuple(out)


def _read(tokens: Tokens, i: int, lexicon: Lexicon, stems: Stems) -> tuple[int, str, WordKind | None]:
    """Where the word at token i ends, its key and its kind; None for a mark."""
    forms = tokens.forms
    form = forms[i]
    if not form[:1].isalnum():
        return i + 1, "", None
    if form.isdigit():
        return _number(tokens, i)
    named = _name(forms, i, lexicon)
    entry = lexicon.wording.at(forms, i)
    if named is not None and (entry is None or named[0] - i >= len(entry.words)):
        return named
    if entry is not None and entry.rule is not None:
        kind = entry.rule.kind
        # words without content and denials are what they are; the others stand for their set
        own = kind in ("light", "negation")
        return i + len(entry.words), " ".join(entry.words) if own else f"~{entry.rule.id}", kind
    month = lexicon.months.get(form)
    if month is not None:
        return i + 1, f"month:{month}", "word"
    value = lexicon.numerals.get(form)
    if value is not None:
        return i + 1, f"#{value}", "number"
    return i + 1, stems.stem(form), "word"


def _number(tokens: Tokens, i: int) -> tuple[int, str, WordKind]:
    """A number in digits, with its separators where they are glued: «2,000», «3.5»."""
    last, text = i + 1, tokens.forms[i]
    while last + 1 < len(tokens) and tokens.forms[last] in ".,٫٬" and tokens.forms[last + 1].isdigit():
        if tokens.starts[last] != tokens.ends[last - 1] or tokens.starts[last + 1] != tokens.ends[last]:
            break
        thousands = tokens.forms[last] in ",٬" and len(tokens.forms[last + 1]) == len("000")
        text += ("" if thousands else ".") + tokens.forms[last + 1]
        last += 2
    return last, f"#{text.lstrip('0') or '0'}", "number"


def _name(forms: list[str], i: int, lexicon: Lexicon) -> tuple[int, str, WordKind] | None:
    best: tuple[int, str, WordKind] | None = None
    for match in lexicon.index.at(forms, i) or ():
        if "void" in match.tags or (best is not None and match.last <= best[0]):
            continue
        for tag, kind in _NAMES:
            if tag in match.tags:
                best = match.last, f"={kind}:{match.tags[tag]}", "name"
        if "city" in match.tags and (best is None or best[0] < match.last):
            # the clitic that the index stripped is no part of the name
            bare = without_article(forms[i][len(match.clitic) :])
            best = match.last, " ".join(("=city:" + bare, *forms[i + 1 : match.last])), "name"
        sides = {side for side, _ in match.tags.get("nisba", ())}
        if (best is None or best[0] < match.last) and len(sides) == 1:
            best = match.last, f"=state:{sides.pop()}", "nisba"
    return best
