"""Noun phrases that name actors, read from left to right; each production is a module of its own."""

from collections.abc import Callable, Container

from msgspec.structs import replace

from isnad.actors.appositions import learned_name, named
from isnad.actors.bodies import institution, officials, place
from isnad.actors.cursor import Cursor
from isnad.actors.guesses import Hearing
from isnad.actors.lists import counterpart
from isnad.actors.matches import nisba_of, plural
from isnad.actors.names import name_at, styled
from isnad.actors.titled import private, titled
from isnad.arabic.clitics import definite
from isnad.arabic.tokens import Tokens
from isnad.lexicon import Lexicon, Match
from isnad.lexicon.marks import FORMAT, HEAD, LEANS, OPENERS, OPENS, VOID
from isnad.model.phrase import Phrase, Scan

Read = Callable[[int, Match], Phrase | None]
_TOWNS = ("city", "weak_city", "capital")
# beside these tags a tag does not decide: they outweigh it
_UNLESS = {
    "weak_states": frozenset({"state", "seat", "capital", "city"}),
    "short": frozenset({"verb", "light", "noun", "word", "status"}),
}
_NOTHING: frozenset[str] = frozenset()
_HEADS = bytes(bool(mark & HEAD) for mark in range(256))
_OPENING = bytes(mark & (OPENS | HEAD | LEANS | FORMAT) for mark in range(256))


class PhraseReader:
    """Reads the phrases of one article, sentence by sentence; never looks outside the sentence."""

    def __init__(self, tokens: Tokens, scan: Scan, lexicon: Lexicon, hearing: Hearing) -> None:
        self.cur = Cursor(tokens, scan, lexicon, hearing)
        self._marks, self._opening = scan.marks, scan.marks.translate(_OPENING)
        self._heads, self._last_head = scan.marks.translate(_HEADS), -1
        self._bodies: dict[int, dict[str, str]] = {}
        self._readers: dict[str, Read] = {
            "counterpart": self._counterpart,
            "person": self._person,
            "head": self._titled,
            "honor": self._titled,
            "private": self._private,
            "institution": self._institution,
            "official": self._officials,
            "courtesy": self._courtesy,
            "set": self._set,
            "pair": self._set,
            "group": self._group,
            "org": self._organisation,
            "homeland": self._homeland,
            "loaded": self._loaded,
            "weak_states": self._shared,
            "place_noun": self._place_noun,
            "short": self._short,
            "nisba": self._people,
        }

    def sentence(self, first: int, last: int) -> list[Phrase]:
        """The phrases of tokens [first, last), in order, not overlapping."""
        cur, marks = self.cur, self._marks
        if not any(self._opening[first:last]) and cur.learned.isdisjoint(cur.forms[first:last]):
            return []
        cur.enter(first, last)
        self._last_head = self._heads.rfind(1, first, last)
        # read once more, a sentence knows the bodies that were told before it
        cur.bodies = dict(self._bodies.setdefault(first, dict(cur.bodies)))
        starts = self._untitled_starts(first, last)
        out: list[Phrase] = []
        i = first
        while i < last:
            mark = marks[i]
            if mark & LEANS and (tied := cur.leaning(i)) is not None:
                # to whom a body leans is nobody who acts here
                i = tied
                continue
            phrase = self.read(i) if mark & OPENS or i in starts or cur.forms[i] in cur.learned else None
            if phrase is not None:
                out.append(phrase)
                cur.tell(phrase)
                i = max(phrase.last, i + 1)
                continue
            # «أستانا» of «مسار أستانا» is no capital, «روما» of «معاهدة روما» neither
            formal = mark & FORMAT and not cur.tag(i, "noun")
            form = cur.bare(i, "format") if formal else cur.tag(i, "void") if mark & VOID else None
            i = form.last if form and form.last <= last else i + 1
        return out

    def _untitled_starts(self, first: int, last: int) -> Container[int]:
        """Where names begin that no list holds, in a sentence where an office may follow one of them."""
        cur, marks = self.cur, self._marks
        for j in range(first + 1, last):
            if marks[j] & HEAD and cur.bare(j, "head"):
                end = j - 2 if cur.comma(j - 1) else j - 1
                if end >= first and cur.guesses.may_name(end):
                    return cur.guesses.spans()
        return ()

    def learn(self, names: frozenset[str]) -> None:
        """Last words of the article's full names, to be read alone from now on."""
        self.cur.learn(names)

    def unread(self, first: int, last: int, phrases: list[Phrase]) -> bool:
        """Whether a learned name stands in tokens [first, last) outside the phrases read there."""
        forms, learned = self.cur.forms, self.cur.learned
        if learned.isdisjoint(forms[first:last]):
            return False
        inside = {i for p in phrases for i in range(p.first, p.last)}
        return any(forms[i] in learned and i not in inside for i in range(first, last))

    def read(self, i: int) -> Phrase | None:
        """The phrase that begins at token i, if one does."""
        cur = self.cur
        if i >= cur.hi:
            return None
        found = cur.at[i]
        if found is not None:
            if "void" in found[0].tags and len(found[0].tags) == 1:
                return None
            if self._begins_longer_name(i, found[0]) and (phrase := self._untitled(i)) is not None:
                return phrase
            for match in found:
                if match.last <= cur.hi and (phrase := self._by_tags(i, match)) is not None:
                    return phrase
                if "private" in match.tags:
                    # «المرشد السياحي» is no «المرشد»
                    break
        return learned_name(cur, i) or self._untitled(i)

    def _by_tags(self, i: int, match: Match) -> Phrase | None:
        """The phrase that the first of the match's deciding tags opens."""
        tags = match.tags
        for tag in OPENERS:
            if tag in tags and _UNLESS.get(tag, _NOTHING).isdisjoint(tags):
                return self._readers.get(tag, self._place)(i, match)
        return None

    def _begins_longer_name(self, i: int, match: Match) -> bool:
        """«سيدني سيلر المبعوث الأمريكي»: a city's word at the head of a name that goes on."""
        cur, after = self.cur, match.last
        if match.clitic or not any(t in match.tags for t in _TOWNS) or after >= cur.hi or cur.at[after] is not None:
            return False
        return not definite(cur.forms[after]) and (cur.guesses.end(i) or 0) > after

    def _untitled(self, i: int) -> Phrase | None:
        """A name that no list holds, told by the office after it: «عبد الإله ابن كيران رئيس الحكومة المغربية»."""
        cur = self.cur
        if i >= self._last_head:
            return None
        end = cur.guesses.end(i)
        while end is not None and end < cur.hi and cur.rare(end):
            end += 1
        if end is None or not (cur.bare(end, "head") or (cur.comma(end) and cur.bare(end + 1, "head"))):
            return None
        phrase = named(cur, i, cur.guesses.glued(i), None, i)
        return phrase if phrase is not None and phrase.office else None

    def _counterpart(self, i: int, match: Match) -> Phrase:
        return counterpart(self.cur, i, match)

    def _person(self, i: int, match: Match) -> Phrase | None:
        return named(self.cur, i, match.clitic, None, i)

    def _titled(self, i: int, match: Match) -> Phrase | None:
        return titled(self.cur, i, match.clitic)

    def _private(self, i: int, match: Match) -> Phrase | None:
        return private(self.cur, i, match)

    def _institution(self, i: int, match: Match) -> Phrase | None:
        return institution(self.cur, i, match)

    def _officials(self, i: int, match: Match) -> Phrase | None:
        return officials(self.cur, i, match, self.read)

    def _courtesy(self, i: int, match: Match) -> Phrase | None:
        """«سموه» alone stands for a person told before; before a name it is an honorific like the rest."""
        if name_at(self.cur, match.last, False) is not None or self.cur.bare(match.last, "head", "honor"):
            return None
        return Phrase(
            "office",
            i,
            match.last,
            match.clitic,
            office=(i, match.last),
            rank="courtesy",
            strength=self.cur.titles.courtesy[match.tags["courtesy"]].id,
        )

    def _set(self, i: int, match: Match) -> Phrase:
        members = tuple(
            Phrase("state", i, match.last, sides=(side,), strength="state") for side in match.tags.get("pair", ())
        )
        return Phrase("set", i, match.last, match.clitic, number=match.tags.get("set", "two"), members=members)

    def _group(self, i: int, match: Match) -> Phrase:
        return Phrase("group", i, match.last, match.clitic, sides=(match.tags["group"],))

    def _organisation(self, i: int, match: Match) -> Phrase:
        return Phrase("organisation", i, match.last, match.clitic, sides=(match.tags["org"],))

    def _homeland(self, i: int, match: Match) -> Phrase:
        return Phrase("state", i, match.last, match.clitic, strength="homeland")

    def _loaded(self, i: int, match: Match) -> Phrase:
        return Phrase("state", i, match.last, match.clitic, sides=(match.tags["loaded"],), strength="seat")

    def _shared(self, i: int, match: Match) -> Phrase:
        """A word that names several states, or a state and another's town."""
        tags = match.tags
        sides = (*tags["weak_states"], *([tags["weak_city"]] if "weak_city" in tags else []))
        strength = "shared" if len(sides) > 1 else "weak_state"
        return Phrase("state", i, match.last, match.clitic, sides=sides, strength=strength)

    def _place(self, i: int, match: Match) -> Phrase | None:
        if not match.clitic and styled(self.cur, i):
            # «الدكتور السويد»: a family name
            return None
        strength = next(s for s in ("state", "seat", "capital", "city", "weak_city") if s in match.tags)
        return Phrase("state", i, match.last, match.clitic, sides=(match.tags[strength],), strength=strength)

    def _place_noun(self, i: int, match: Match) -> Phrase | None:
        return place(self.cur, i, match)

    def _short(self, i: int, match: Match) -> Phrase | None:
        """A family name alone; unsure where the recogniser does not take it for a name."""
        phrase = named(self.cur, i, match.clitic, None, i)
        if phrase is not None and self.cur.guesses.end(i) is None:
            return replace(phrase, strength="unsure")
        return phrase

    def _people(self, i: int, match: Match) -> Phrase | None:
        """«الروس», «الأوروبيين»: people of a side, and nobody in particular."""
        if not definite(self.cur.forms[i], match.clitic) or not plural(match):
            return None
        sides = tuple(dict.fromkeys(nisba_of(match)))
        return Phrase("officials", i, match.last, match.clitic, number="many", sides=sides, strength="people")
