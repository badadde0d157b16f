"""A sentence as a row of chunks, and the collection of a trigger's arguments from the chunks around it."""

from typing import Any

import msgspec

from isnad.arabic.tokens import Tokens
from isnad.lexicon.index import Match
from isnad.model.phrase import Actor, Phrase

COMMAS = frozenset("،,;؛:")
QUOTES = frozenset('"”“«»″()')
_MAX_GAP = 11
_MAX_REACH = 60
_TOPIC_REACH = 16
_PLACES = frozenset({"state", "capital", "seat", "city", "weak_state", "weak_city", "homeland", "shared"})


class Chunk(msgspec.Struct):
    """A phrase, or one word with its matches, as tokens [first, last)."""

    first: int
    last: int
    form: str
    matches: list[Match] | None = None
    phrase: Phrase | None = None
    actor: Actor | None = None

    def tag(self, name: str) -> Any:
        """The value of a tag in any match of this word; None where it has none."""
        if self.matches is not None:
            for match in self.matches:
                if name in match.tags:
                    return match.tags[name]
        return None

    def word(self, name: str) -> bool:
        """Whether this word belongs to a class of the grammar."""
        return bool((classes := self.tag("word")) and name in classes)

    @property
    def ordinary(self) -> bool:
        """Whether this is a word of which the lexicon knows nothing."""
        return self.phrase is None and not self.matches and self.form[0].isalpha()

    @property
    def clitic(self) -> str:
        """The particle glued to the first word."""
        if self.phrase is not None:
            return self.phrase.clitic
        return self.matches[0].clitic if self.matches else ""

    @property
    def is_place(self) -> bool:
        """Whether this is a place that may stand for its state."""
        return self.phrase is not None and self.phrase.kind == "state"


class Slot(msgspec.Struct):
    """Arguments that share one marker: «مع أ و ب». `marker`: '' for subject or object, `by` for a passive's agent."""

    marker: str
    chunks: list[Chunk]
    at: int


def chunked(
    tokens: Tokens, at: list[list[Match] | None], phrases: list[tuple[Phrase, Actor | None]], first: int, last: int
) -> list[Chunk]:
    """The chunks of tokens [first, last); `phrases` are those of this sentence, in order."""
    out: list[Chunk] = []
    queue = iter(phrases)
    following = next(queue, None)
    i = first
    forms = tokens.forms
    while i < last:
        while following is not None and following[0].first < i:
            following = next(queue, None)
        if following is not None and following[0].first == i:
            phrase, actor = following
            out.append(Chunk(i, phrase.last, forms[i], at[i], phrase, actor))
            i = phrase.last
            continue
        found = at[i]
        end = i + 1
        if found:
            found = [m for m in found if m.last <= last]
            for match in found:
                if match.last > end and (
                    "word" in match.tags or "noun" in match.tags or "status" in match.tags or "company" in match.tags
                ):
                    end = match.last
        if following is not None:
            end = min(end, following[0].first)
        out.append(Chunk(i, end, forms[i], found or None))
        i = end
    return out


def marker_of(clitic: str) -> tuple[bool, str]:
    """Whether a particle joins («و»), and the preposition it brings."""
    join = clitic[:1] in ("و", "ف") and clitic != ""
    return join, clitic[1:] if join else clitic


def is_trigger(chunk: Chunk) -> bool:
    """Whether a chunk is a verb or noun that tells a contact, or a verb that lends it a subject."""
    return (
        chunk.phrase is None
        and chunk.matches is not None
        and any("verb" in m.tags or "noun" in m.tags or "light" in m.tags for m in chunk.matches)
    )


def arguments(row: list[Chunk], k: int, passing: bool = False, through: bool = False) -> list[Slot]:
    """The slots to the right of chunk k, up to the end of its clause.

    Company («بحضور …»), circumstance («عقب …») and relative clauses are stepped over up to the next comma.
    With `passing`, verbs that lend a subject («جمع», «عُقد») are stepped over too; with `through`, contact nouns
    («شارك في اجتماع …»).
    """
    slots: list[Slot] = []
    pending, gap, skipping = "", 0, False
    joined = topic = carrying = False
    start = row[k].last
    for j in range(k + 1, len(row)):
        chunk = row[j]
        if chunk.first - start > _MAX_REACH or gap > _MAX_GAP:
            break
        if chunk.form in COMMAS:
            skipping = topic
            pending = ""
            continue
        if chunk.form in QUOTES:
            continue
        if chunk.phrase is not None:
            gap = 0
            if skipping:
                continue
            join, glued = marker_of(chunk.clitic)
            marker = glued or pending
            if slots and (join or joined) and not marker:
                slots[-1].chunks.append(chunk)
            else:
                slots.append(Slot(marker or ("بين" if pending == "بين" else ""), [chunk], j))
            pending, joined = "", False
            continue
        if chunk.form == "و":
            joined = True
            continue
        if chunk.matches is None:
            gap += 1
            pending = "" if gap > 1 else pending
            continue
        if chunk.word("topics") and j > k + 1:
            # «أجرى محادثات حول سوريا مع فلان»: the other party may follow the subject matter
            ahead = next((i for i in range(j + 1, min(j + _TOPIC_REACH, len(row))) if row[i].form == "مع"), None)
            if ahead is None or any(
                row[i].phrase is None and (row[i].word("joins") or row[i].tag("verb")) for i in range(j, ahead)
            ):
                break
            skipping, topic = True, True
            continue
        if chunk.word("ties") and j > k + 1 and any(c.form == "بين" for c in row[j + 1 : j + 3]):
            break
        if topic and chunk.form == "مع":
            skipping, topic, pending = False, False, "مع"
            continue
        if chunk.word("joins"):
            break
        if chunk.word("distributive"):
            joined = bool(marker_of(chunk.clitic)[0]) or joined
            continue
        if chunk.word("then"):
            joined = bool(slots)
            continue
        if chunk.word("between_him"):
            pending = "بين"
            continue
        if chunk.word("agents"):
            pending, skipping = "by", False
            continue
        if chunk.word("relatives"):
            if chunk.word("relative_pronouns") and passing and not slots:
                continue
            if chunk.word("relative_pronouns") and slots:
                skipping = True
                continue
            break
        if chunk.word("company") or chunk.tag("company"):
            skipping = True
            continue
        if chunk.word("events") and not (slots == [] and chunk.form == "لدي"):
            skipping = not any(c.word("periods") for c in row[j + 1 : j + 4])
            continue
        if skipping:
            continue
        if chunk.tag("noun") and slots and not through and row[j - 1].form in ("في", "خلال"):
            # «هنأه، في اتصال هاتفي، بـ…»: a circumstance
            skipping = True
            continue
        if carrying and not slots and chunk.tag("noun"):
            # «مكان لعقد اللقاء، وهي شهدت القمة بين …»: the verb carries a noun of its own
            break
        if is_trigger(chunk):
            if passing and chunk.tag("light") and not chunk.tag("verb"):
                carrying = carrying or marker_of(chunk.clitic)[0] or row[j - 1].word("resumed")
                continue
            stops = chunk.tag("verb") or chunk.tag("light") or (chunk.tag("noun") and slots and not through)
            if stops and not (chunk.tag("light") and passing) and not _harmless(row, j):
                break
            gap += 1
            continue
        if chunk.word("prepositions"):
            pending = chunk.form.removeprefix(chunk.clitic)
            gap += 1
            continue
        gap += 1
        pending = "" if gap > 1 else pending
    return slots


def _harmless(row: list[Chunk], j: int) -> bool:
    """A word that looks like a trigger but, behind a preposition, is an ordinary noun."""
    return j > 0 and row[j - 1].word("prepositions") and row[j].tag("noun") is None


def subject_before(row: list[Chunk], k: int) -> list[Chunk]:
    """The chunks of the subject that stands before a verb at k («أن لافروف سيلتقي …», «لافروف الذي يزور …»)."""
    j, gap, relative = k - 1, 0, False
    while j >= 0 and gap <= _MAX_GAP:
        chunk = row[j]
        if chunk.phrase is not None:
            if chunk.is_place and not relative and j > 0 and row[j - 1].word("prepositions"):
                j, gap = j - 2, gap + 1
                continue
            group = [chunk]
            while j > 0 and marker_of(group[0].clitic)[0] and row[j - 1].phrase is not None:
                j -= 1
                group.insert(0, row[j])
            return (
                group if relative or opens(row, j) or (gap == 0 and group[0].clitic == "و" and len(group) == 1) else []
            )
        if chunk.word("relatives") and chunk.word("relative_pronouns"):
            relative = True
        elif (
            chunk.word("joins")
            and gap <= 1
            and j > 0
            and row[j - 1].phrase is not None
            and marker_of(row[j - 1].clitic)[1] == "ل"
        ):
            # «سبق لأوباما أن عقد …»
            return [row[j - 1]]
        elif (
            chunk.word("joins")
            or chunk.form in "؛;:"
            or chunk.word("relatives")
            or (is_trigger(chunk) and chunk.tag("verb"))
        ):
            return []
        gap += 1
        j -= 1
    return []


def opens(row: list[Chunk], j: int) -> bool:
    """Whether the phrase at j can be a subject before its verb: it opens its clause and no particle governs it."""
    if marker_of(row[j].clitic)[1]:
        return False
    while j > 0 and row[j - 1].form in QUOTES:
        j -= 1
    if j == 0:
        return True
    before = row[j - 1]
    return before.phrase is None and (
        before.form in COMMAS
        or before.form in ("-", "–", "\n", "و", "..", ".")
        or before.word("joins")
        or before.word("clause_starts")
        or (before.word("relatives") and not before.word("relative_pronouns"))
        or bool(before.tag("status") and before.form in ("قد", "وقد"))
    )


def place_in(row: list[Chunk], k: int, stop: int) -> Chunk | None:
    """The first place after «في» or «ب» to the right of chunk k, before chunk `stop`."""
    for j in range(k + 1, min(stop, len(row))):
        chunk = row[j]
        if chunk.is_place:
            marker = marker_of(chunk.clitic)[1]
            before = row[j - 1]
            if marker == "ب" or (not marker and before.phrase is None and before.form in ("في", "وفي")):
                return chunk
    return None


def counterparts(chunk: Chunk) -> bool:
    """Whether a chunk is «نظيريه» or «نظرائه»."""
    return chunk.phrase is not None and chunk.phrase.kind == "counterpart" and chunk.phrase.number != "one"


def place_kind(chunk: Chunk) -> str:
    """The strength of a place: state, capital, seat, city; '' where it is no place."""
    return chunk.phrase.strength if chunk.phrase is not None and chunk.phrase.strength in _PLACES else ""
