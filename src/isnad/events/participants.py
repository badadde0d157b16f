"""Those who act or suffer in a sentence: names, and nouns that stand for forces, people or what belongs to somebody."""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal, NamedTuple

from isnad.arabic.clitics import ARTICLE, JOINS
from isnad.arabic.markers import Marker
from isnad.arabic.signs import MARKS
from isnad.arabic.tokens import Tokens
from isnad.lexicon.events import EventIndex
from isnad.model.phrase import Actor, Phrase, Scan

BY = "by"
_UNKNOWN = "unknown"
_FIGHTERS, _PAIR = frozenset({"militant", "stranger"}), 2
# a noun that ends so has no genitive
_ABSOLUTE = ("ون", "ين", "ان", "ا")
_ACCUSATIVE = "ا"
_CITIES = frozenset({"city", "weak_city", "shared"})
# adjectives that may stand between a noun and whose it is
_ADJECTIVES = 2
# of how many nouns one name may be: «مواقع قوات الحكومة»
_DEPTH = 3
Kind = Literal["actor", "force", "militant", "stranger", "people", "holding", "place"]


class Participant(NamedTuple):
    """Words of tokens [first, last) that stand for somebody, or a place; `lead`: with the quantity before them.

    `marker`: the preposition that governs them, '' where none does; `joined`: «و» stands before; `sides`: whose they
    are; `actor`: whom a name means; `clitic`: the particles glued to the first word.
    """

    first: int
    last: int
    lead: int
    kind: Kind
    sides: tuple[str, ...]
    marker: str
    joined: bool
    actor: Actor | None
    phrase: Phrase | None
    clitic: str = ""

    @property
    def is_place(self) -> bool:
        """Whether this is a place rather than a side."""
        return self.kind == "place"


class Ours(NamedTuple):
    """Whose forces and fighters are that nobody names: the state of which an article tells most, and the group.

    `groups`: the state of each group whose words are also ordinary ones.
    """

    home: str
    militants: str
    groups: Mapping[str, str]


class SentenceReader:
    """The words of a sentence, asked one by one what they are; `timed`: the tokens that tell times, nobody's name."""

    def __init__(
        self, tokens: Tokens, scan: Scan, index: EventIndex, span: range, ours: Ours, timed: Collection[int]
    ) -> None:
        self.forms, self.scan, self.index, self.lo, self.hi = tokens.forms, scan, index, span.start, span.stop
        self.ours, self.timed = ours, timed

    def weak_group(self, i: int) -> tuple[int, str] | None:
        """«فصائل المعارضة»: the group of the article's own state that words mean only there, and their end."""
        for match in self.scan.at[i] or ():
            side = match.tags.get("weak_group")
            if side and self.ours.groups.get(side) == self.ours.home:
                return match.last, str(side)
        return None

    def nisba(self, i: int) -> tuple[str, ...]:
        """The sides that an adjective of nationality at token i tells."""
        for match in self.scan.at[i] or ():
            if "nisba" in match.tags and match.last == i + 1:
                return tuple(side for side, _ in match.tags["nisba"])[:1]
        return ()

    def act(self, i: int) -> bool:
        """Whether token i begins an act of several words: «القضاء على»."""
        nouns = (f.more for f in self.index.at(self.forms[i]) if f.form == "noun" and f.more)
        return any(tuple(self.forms[i + 1 : i + 1 + len(more)]) == more for more in nouns)

    def lead(self, first: int, floor: int) -> int:
        """Where the quantity before token `first` begins: «عشرات المسلحين», «نحو 20 جنديا»."""
        i = first
        while i > floor:
            if self._quantity(i - 1):
                i -= 1
            elif i - 1 > floor and self.forms[i - 1] == Marker.FROM and self._quantity(i - 2):
                # «تسعة من نواب الحركة»
                i -= 2
            else:
                break
        return i

    def _quantity(self, i: int) -> bool:
        form = self.forms[i]
        bare = form[1:] if form[0] in JOINS and len(form) > 2 else form
        words, values = self.index.words, self.index.values
        return form.isdecimal() or any(
            w in values or w in words["quantities"] or w in words["numerals"]
            for w in (bare, bare.removeprefix(ARTICLE))
        )

    def titled(self, first: int, floor: int) -> int:
        """Where the definite words before a name begin, if a preposition governs them: «عن القس الأمريكي فلان»."""
        i = first
        while i > floor and self.forms[i - 1].startswith(ARTICLE):
            i -= 1
        governed = i > self.lo and self.forms[i - 1] in self.index.words["prepositions"]
        return i if i < first and governed else first

    def marker(self, lead: int, clitic: str) -> tuple[bool, str]:
        """Whether «و» joins what begins at token `lead`, and the preposition that governs it."""
        joined = clitic[:1] in JOINS
        glued = clitic[1:] if joined else clitic
        if glued:
            return joined, glued
        before = self.forms[lead - 1] if lead > self.lo else ""
        if lead - 1 > self.lo and f"{self.forms[lead - 2]} {before}" in self.index.words["agents"]:
            return joined, BY
        if before in self.index.words["agents"]:
            return joined, BY
        if before == "و":
            return True, ""
        bare = before[1:] if before[:1] == JOINS[0] and before[1:] in self.index.words["prepositions"] else before
        return joined, bare if bare in self.index.words["prepositions"] else ""


def participants(reader: SentenceReader, phrases: Sequence[tuple[Phrase, Actor | None]]) -> tuple[Participant, ...]:
    """The participants of a sentence, in order; `phrases`: the names in it, and whom they mean."""
    starts = {p.first: (p, a) for p, a in phrases}
    index, forms = reader.index, reader.forms
    out: list[Participant] = []
    i = floor = reader.lo
    while i < reader.hi:
        found = _named(reader, *starts[i], floor) if i in starts else _headed(reader, starts, i, floor)
        if found is None:
            i += 1
            continue
        head = index.head(forms[i]) if found.phrase is None else None
        if head is not None and head.possessed and out and out[0].sides:
            # «قال الجيش إن طائراته …»: his of whom the sentence speaks
            found = found._replace(sides=out[0].sides)
        out.append(found)
        i = floor = max(found.last, i + 1)
    return tuple(out)


def _named(reader: SentenceReader, phrase: Phrase, actor: Actor | None, floor: int) -> Participant:
    lead = reader.lead(phrase.first, floor)
    titled = reader.titled(lead, floor) if phrase.kind == "person" and not phrase.clitic else lead
    joined, marker = reader.marker(titled, phrase.clitic)
    sides = _sides(phrase, actor)
    city = phrase.kind == "state" and phrase.strength in _CITIES
    there = phrase.kind == "state" and marker in reader.index.words["at"]
    kind: Kind = "place" if city or there else "actor"
    if phrase.kind == "officials" and phrase.strength == "people" and lead < phrase.first:
        kind, sides = "people", ("civilians",)
    return Participant(phrase.first, phrase.last, lead, kind, sides, marker, joined, actor, phrase, phrase.clitic)


def _sides(phrase: Phrase, actor: Actor | None) -> tuple[str, ...]:
    if actor is not None and actor.members:
        return tuple(dict.fromkeys(m.side for m in actor.members if m.side))
    if actor is not None and actor.side:
        return (actor.side,)
    return phrase.sides[:1]


def _headed(
    reader: SentenceReader, starts: Mapping[int, tuple[Phrase, Actor | None]], i: int, floor: int
) -> Participant | None:
    """A noun that stands for somebody, with whose it is: «قوات الأمن العراقية», «مواقع لحركة الشباب», «بلدة صغيرة»."""
    index = reader.index
    if reader.scan.at[i] and (weak := reader.weak_group(i)) is not None:
        lead = reader.lead(i, floor)
        joined, marker = reader.marker(lead, "")
        return Participant(i, weak[0], lead, "militant", (weak[1],), marker, joined, None, None)
    head = index.head(reader.forms[i])
    place = None if head is not None or reader.act(i) else reader.index.place(reader.forms[i])
    if head is None and place is None:
        return _nationals(reader, i, floor)
    kind: Kind = "place" if head is None else index.heads[head.heads].cls
    clitic = place if head is None else head.clitic
    definite = head.definite if head is not None else reader.forms[i].startswith(ARTICLE)
    last, sides, actor = _whose(reader, starts, i + 1, definite=definite, depth=_DEPTH, place=kind == "place")
    if kind == "place" and last == i + 1 and not definite:
        last = _unlisted(reader, starts, last)
    lead = reader.lead(i, floor)
    joined, marker = reader.marker(lead, clitic or "")
    whose = index.occupiers.get(reader.forms[last]) if last < reader.hi and not sides else None
    if whose is not None:
        # «قوات الاحتلال»: theirs in the news of that land, in other news nobody's
        last, sides = last + 1, whose[1:] if reader.ours.home in whose else (_UNKNOWN,)
    elif head is not None and sides in ((), (_UNKNOWN,)):
        sides = _default(reader, kind, index.heads[head.heads].side)
    return Participant(i, last, lead, kind, sides, marker, joined, actor, None, clitic or "")


def _default(reader: SentenceReader, kind: Kind, side: str | None) -> tuple[str, ...]:
    """Whose a noun is that says nothing of it: forces are the state's, fighters the group's of which is told."""
    own = reader.ours.home if kind == "force" else reader.ours.militants if kind == "militant" else ""
    chosen = own or side
    return (chosen,) if chosen else ()


def _whose(
    reader: SentenceReader,
    starts: Mapping[int, tuple[Phrase, Actor | None]],
    i: int,
    *,
    definite: bool,
    depth: int,
    place: bool,
) -> tuple[int, tuple[str, ...], Actor | None]:
    """Where the words that tell whose a noun is end, the sides that they tell, and whom they name."""
    sides: tuple[str, ...] = ()
    adjectives, last, first = 0, i, i
    before = reader.forms[i - 1]
    construct = not definite and (before in reader.index.words["whole-in-an"] or not before.endswith(_ABSOLUTE))
    if not definite and not construct and (own := _indefinite_nisba(reader, starts, i)):
        # «دبلوماسيا روسيا»: spelt as the state
        return starts[i][0].last, own, None
    while i < reader.hi:
        inner = reader.index.head(reader.forms[i])
        if i == first and construct and reader.forms[i] in MARKS and i + 1 in starts:
            # «مواقع «داعش»»
            i = first = last = i + 1
        if (i in starts and not (sides or adjectives)) or (i in starts and not reader.nisba(i)):
            named = _genitive(*starts[i], place=place, sides=sides, construct=construct and i == first)
            return named or (last, sides, None)
        if (weak := reader.weak_group(i)) is not None and not sides:
            return weak[0], (weak[1],), None
        if told := reader.nisba(i):
            sides = tuple(dict.fromkeys((*sides, *told)))
        elif inner is not None and not inner.clitic and not construct and i == first and _describes(reader, i):
            # «مسلحون مجهولون»
            pass
        elif inner is not None and not inner.clitic and construct and depth and i == first:
            return _within(reader, starts, i, inner.definite, depth, place=place)
        elif adjectives < _ADJECTIVES and inner is None and _adjective(reader, i, definite=definite):
            adjectives += 1
        else:
            break
        i += 1
        last = i
    behind = _behind(reader, starts, last, depth) if not (sides or place) else None
    return behind or (last, sides, None)


def _behind(
    reader: SentenceReader, starts: Mapping[int, tuple[Phrase, Actor | None]], last: int, depth: int
) -> tuple[int, tuple[str, ...], Actor | None] | None:
    """Whose a noun is by a particle behind it: «ثكنة للجيش الصومالي», «قياديا في تنظيم القاعدة»; None by none."""
    owner = reader.index.head(reader.forms[last]) if last < reader.hi and depth else None
    if owner is not None and owner.clitic == "ل":
        return _within(reader, starts, last, owner.definite, depth, place=False)
    if last + 1 not in starts or reader.forms[last] != Marker.IN:
        return None
    phrase, actor = starts[last + 1]
    group = phrase.kind in ("group", "institution") and not phrase.clitic
    return (phrase.last, _sides(phrase, actor), None) if group else None


def _indefinite_nisba(
    reader: SentenceReader, starts: Mapping[int, tuple[Phrase, Actor | None]], i: int
) -> tuple[str, ...]:
    """The side of a state's name that is an adjective in the accusative behind such a noun."""
    if i not in starts or not (reader.forms[i - 1].endswith(_ACCUSATIVE) and reader.forms[i].endswith(_ACCUSATIVE)):
        return ()
    phrase, actor = starts[i]
    return _sides(phrase, actor) if phrase.kind == "state" and not phrase.clitic else ()


def _adjective(reader: SentenceReader, i: int, *, definite: bool) -> bool:
    """Whether a word may be an adjective: as definite as its noun, telling no act; an indefinite one before a nisba."""
    form = reader.forms[i]
    act = any(not f.more for f in reader.index.at(form))
    if act or i in reader.timed or reader.index.place(form) is not None or not form.isalpha():
        return False
    if definite:
        return form.startswith(ARTICLE)
    return form.endswith("ه") and i + 1 < reader.hi and bool(reader.nisba(i + 1))


def _describes(reader: SentenceReader, i: int) -> bool:
    """Whether two nouns of fighters stand side by side: the second is an adjective."""
    one, two = reader.index.head(reader.forms[i - 1]), reader.index.head(reader.forms[i])
    classes = [reader.index.heads[h.heads].cls for h in (one, two) if h is not None]
    return len(classes) == _PAIR and classes[0] in _FIGHTERS and classes[1] in _FIGHTERS


def _within(
    reader: SentenceReader,
    starts: Mapping[int, tuple[Phrase, Actor | None]],
    i: int,
    definite: bool,
    depth: int,
    *,
    place: bool,
) -> tuple[int, tuple[str, ...], Actor | None]:
    """«مواقع قوات الحكومة»: whose the inner noun is; its own side where nothing tells more."""
    last, sides, actor = _whose(reader, starts, i + 1, definite=definite, depth=depth - 1, place=place)
    head = reader.index.head(reader.forms[i])
    if not sides and head is not None and (side := reader.index.heads[head.heads].side):
        sides = (side,)
    return last, sides, actor


def _genitive(
    phrase: Phrase, actor: Actor | None, *, place: bool, sides: tuple[str, ...], construct: bool
) -> tuple[int, tuple[str, ...], Actor | None] | None:
    """A name behind a noun: whose it is, or the name of the place; None for one that has nothing to do with it."""
    if phrase.clitic != "ل" and (phrase.clitic or not (construct or place)):
        return None
    if place and phrase.clitic:
        return None
    city = phrase.kind == "state"
    if city and phrase.strength in _CITIES and not place:
        return phrase.last, sides or _sides(phrase, actor), None
    return phrase.last, sides or _sides(phrase, actor), None if city else actor


def _unlisted(reader: SentenceReader, starts: Mapping[int, tuple[Phrase, Actor | None]], i: int) -> int:
    """The name of a place that no list knows: one word, two where the second bears the article: «بلدة سراقب»."""
    if i < reader.hi and reader.forms[i].isalpha() and i not in starts and not reader.index.at(reader.forms[i]):
        words = reader.index.words
        if reader.forms[i] in words["prepositions"] or reader.forms[i] in words["bounds"]:
            return i
        i += 1
        if i < reader.hi and reader.forms[i].startswith(ARTICLE) and reader.forms[i].isalpha() and i not in starts:
            i += 1
    return i


def _nationals(reader: SentenceReader, i: int, floor: int) -> Participant | None:
    """«20 فلسطينيا», «مئات الفلسطينيين», «استشهد فلسطيني»: counted people of a nation, or who died or was hurt."""
    if not reader.scan.at[i] or not reader.nisba(i):
        return None
    lead = reader.lead(i, floor)
    if lead == i and not (i > reader.lo and _struck(reader, i)):
        return None
    joined, marker = reader.marker(lead, "")
    return Participant(i, i + 1, lead, "people", ("civilians",), marker, joined, None, None)


def _struck(reader: SentenceReader, i: int) -> bool:
    """Whether the word before token i is the verb of those who are killed or hurt, and token i is indefinite."""
    verbs = (f for f in reader.index.at(reader.forms[i - 1]) if f.form != "noun")
    return not reader.forms[i].startswith(ARTICLE) and any(reader.index.acts[f.act].victim for f in verbs)
