"""Noun phrases that name actors, read from left to right; each production is a module of its own."""

from isnad.actors.bodies import institution, officials, place, sides_after
from isnad.actors.cursor import Cursor, Knows, Names, Ordinary, nisba_of
from isnad.actors.known import SON
from isnad.actors.lists import counterpart, elliptic, listed
from isnad.actors.names import apposed_name, certain_name, learned_name, name_at, named, past_honours, past_point, past_rank
from isnad.actors.offices import SERVING, office, served_office
from isnad.actors.stretch import lengthened, stretched
from isnad.actors.tenure import office_of
from isnad.arabic.tokens import Tokens
from isnad.lexicon import Lexicon, Match
from isnad.model.phrase import Phrase, Scan

_TOWNS = ("city", "weak_city", "capital")
_PLACES = ("state", "seat", "capital", "city", "weak_city")


class PhraseReader:
    """Reads the phrases of one article, sentence by sentence; never looks outside the sentence."""

    def __init__(
        self, tokens: Tokens, scan: Scan, lexicon: Lexicon, names: Names, knows: Knows, ordinary: Ordinary
    ) -> None:
        self.cur = Cursor(tokens, scan, lexicon, names, knows, ordinary)

    def sentence(self, first: int, last: int) -> list[Phrase]:
        """The phrases of tokens [first, last), in order, not overlapping."""
        cur = self.cur
        cur.enter(first, last)
        out: list[Phrase] = []
        titled = any(cur.tag(j, "head") for j in range(first, last))
        i = first
        while i < last:
            if (tied := cur.leaning(i)) is not None:
                # to whom a body leans is nobody who acts here
                i = tied
                continue
            if cur.at[i] is None and cur.forms[i] not in cur.learned and not (titled and i in cur.spans()):
                i += 1
                continue
            phrase = self.read(i)
            if phrase is None:
                # «أستانا» of «مسار أستانا» is no capital
                form = None if cur.tag(i, "noun") else cur.bare(i, "format")
                i = form.last if form else i + 1
            else:
                out.append(phrase)
                i = max(phrase.last, i + 1)
        return out

    def learn(self, names: frozenset[str]) -> None:
        """Last words of the article's full names, to be read alone from now on."""
        self.cur.learn(names)

    def unread(self, first: int, last: int, phrases: list[Phrase]) -> bool:
        """Whether a learned name stands in tokens [first, last) outside the phrases read there."""
        inside = {i for p in phrases for i in range(p.first, p.last)}
        return any(self.cur.forms[i] in self.cur.learned and i not in inside for i in range(first, last))

    def read(self, i: int) -> Phrase | None:
        """The phrase that begins at token i, if one does."""
        cur = self.cur
        found = cur.at[i] if i < cur.hi else None
        if found is None:
            return (learned_name(cur, i) or self._untitled(i)) if i < cur.hi else None
        if "void" in found[0].tags and len(found[0].tags) == 1:
            return None
        if self._begins_longer_name(i, found[0]) and (phrase := self._untitled(i)) is not None:
            return phrase
        for match in found:
            if match.last <= cur.hi and (phrase := self._by_tags(i, match)) is not None:
                return phrase
        return learned_name(cur, i) or self._untitled(i)

    def _begins_longer_name(self, i: int, match: Match) -> bool:
        """«سيدني سيلر المبعوث الأمريكي»: a city's word at the head of a name that goes on."""
        cur, after = self.cur, match.last
        if match.clitic or not any(t in match.tags for t in _TOWNS) or after >= cur.hi or cur.at[after] is not None:
            return False
        return not cur.forms[after].startswith("ال") and cur.spans().get(i, 0) > after

    def _untitled(self, i: int) -> Phrase | None:
        """A name that no list holds, told by the office after it: «عبد الإله ابن كيران رئيس الحكومة المغربية»."""
        end = self.cur.spans().get(i)
        while end is not None and self.cur.rare(end):
            end += 1
        if end is None or not (self.cur.bare(end, "head") or (self.cur.comma(end) and self.cur.bare(end + 1, "head"))):
            return None
        phrase = named(self.cur, i, self.cur.glued(i), None, i)
        return phrase if phrase is not None and phrase.office else None

    def _by_tags(self, i: int, match: Match) -> Phrase | None:
        cur, tags = self.cur, match.tags
        if "counterpart" in tags:
            return counterpart(cur, i, match)
        if "person" in tags:
            return named(cur, i, match.clitic, None, i)
        if "head" in tags or "honor" in tags:
            return self._titled(i, match.clitic)
        if "private" in tags:
            return self._private(i, match)
        if "institution" in tags:
            return institution(cur, i, match)
        if "official" in tags:
            return officials(cur, i, match, self.read)
        if "courtesy" in tags:
            return self._courtesy(i, match)
        if "set" in tags or "pair" in tags:
            members = tuple(
                Phrase("state", i, match.last, sides=(side,), strength="state") for side in tags.get("pair", ())
            )
            return Phrase("set", i, match.last, match.clitic, number=tags.get("set", "two"), members=members)
        if "group" in tags:
            return Phrase("group", i, match.last, match.clitic, sides=(tags["group"],))
        if "org" in tags:
            return Phrase("organisation", i, match.last, match.clitic, sides=(tags["org"],))
        if "homeland" in tags:
            return Phrase("state", i, match.last, match.clitic, strength="homeland")
        if "loaded" in tags:
            return Phrase("state", i, match.last, match.clitic, sides=(tags["loaded"],), strength="seat")
        if "weak_states" in tags and not any(t in tags for t in _PLACES[:4]):
            sides = (*tags["weak_states"], *([tags["weak_city"]] if "weak_city" in tags else []))
            return Phrase(
                "state", i, match.last, match.clitic, sides=sides, strength="shared" if len(sides) > 1 else "weak_state"
            )
        for strength in _PLACES:
            if strength in tags:
                return Phrase("state", i, match.last, match.clitic, sides=(tags[strength],), strength=strength)
        if "place_noun" in tags:
            return place(cur, i, match)
        if "short" in tags and not any(t in tags for t in ("verb", "light", "noun", "word", "status")):
            return self._short(i, match)
        if (
            "nisba" in tags
            and cur.forms[i].startswith("ال", len(match.clitic))
            and any(plural for _, plural in tags["nisba"])
        ):
            sides = tuple(dict.fromkeys(nisba_of(match)))
            return Phrase("officials", i, match.last, match.clitic, number="many", sides=sides, strength="people")
        return None

    def _short(self, i: int, match: Match) -> Phrase | None:
        """A family name alone; unsure where the recogniser does not take it for a name."""
        phrase = named(self.cur, i, match.clitic, None, i)
        if phrase is not None and i not in self.cur.spans():
            phrase.strength = "unsure"
        return phrase

    def _courtesy(self, i: int, match: Match) -> Phrase | None:
        """«سموه» alone stands for a person told before; before a name it is an honorific like the rest."""
        if name_at(self.cur, match.last, False) is not None or self.cur.bare(match.last, "head", "honor"):
            return None
        return Phrase("office", i, match.last, match.clitic, office=(i, match.last), rank="courtesy")

    def _titled(self, i: int, clitic: str) -> Phrase | None:
        """An office or honorifics, and the name they lead to."""
        cur = self.cur
        title = office(cur, i)
        if title is None:
            return self._honoured(i, clitic)
        title.clitic = clitic
        self._served(title)
        if (unnamed := self._one_of(title)) is not None:
            return unnamed
        if title.number != "one":
            return listed(cur, title)
        k = self._to_name(title)
        if k == title.last and self._goes_on(title):
            title = lengthened(cur, title)
            k = self._to_name(title)
        if k >= cur.hi:
            return title
        phrase = elliptic(cur, named(cur, i, clitic, title, k))
        if phrase is not None and phrase.name and phrase.people:
            phrase.served = served_office(cur, title)
        return phrase

    def _one_of(self, title: Phrase) -> Phrase | None:
        """«قائد في الجيش السوري الحر»: one of a body's, whom nobody names."""
        cur = self.cur
        assert title.office is not None
        first = title.office[0]
        if title.last - first > 1 or title.number != "one" or cur.forms[first].startswith("ال", len(title.clitic)):
            return None
        if cur.form(title.last) != "في":
            return None
        end, sides = sides_after(cur, title.last)
        if not sides or certain_name(cur, end):
            return None
        return Phrase(
            "officials", title.first, end, title.clitic, office=(first, end), rank="officials",
            sides=tuple(sides[:1]), strength="one",
        )  # fmt: skip

    def _to_name(self, title: Phrase) -> int:
        """The token after a title, a comma and honorifics; the title's end where another office stands there."""
        cur, k = self.cur, title.last
        if cur.comma(k) and apposed_name(cur, k + 1):
            k += 1
        k = past_rank(cur, k)
        return title.last if k > title.last and cur.bare(k, "head") else k

    def _goes_on(self, title: Phrase) -> bool:
        """Whether a title may be the beginning of a longer one: it means no office of the registry yet."""
        cur = self.cur
        if title.office is None or name_at(cur, title.last, True) is not None:
            return False
        forms = cur.forms[slice(*title.office)]
        single = len(forms) == 1
        if not single and not forms[-1].startswith(("ال", "لل")):
            # «وزير الدولة لشؤون»: a construct that wants its second term
            return True
        if single and cur.forms[title.office[0]].startswith("ال", len(title.clitic)):
            return False
        return single or office_of(cur.lexicon, set(forms), title.rank) is None

    def _private(self, i: int, match: Match) -> Phrase | None:
        """«الباحث في الشؤون الدولية فلان»: one who bears a name and stands for no side."""
        cur = self.cur
        k = past_honours(cur, match.last)
        if not certain_name(cur, k):
            found = stretched(cur, i, match.last)
            if found is None:
                return None
            k = past_honours(cur, found[0] + cur.comma(found[0]))
        title = Phrase("office", i, k, match.clitic, office=(i, k), rank="private")
        phrase = named(cur, i, match.clitic, title, k)
        return phrase if phrase is not None and phrase.name else None

    def _honoured(self, i: int, clitic: str) -> Phrase | None:
        """Honorifics before a name or an office: «صاحب السمو الملكي الأمير …»."""
        cur, k = self.cur, i
        while match := cur.tag(k, "honor"):
            if (match.clitic and k > i) or cur.bare(k, "person"):
                break
            k = past_point(cur, match.last)
        if k == i:
            return None
        if (nation := cur.bare(k, "nisba")) and certain_name(cur, nation.last):
            # «الأدميرال الأمريكي فلان»
            sides = tuple(nisba_of(nation))
            title = Phrase("office", i, nation.last, clitic, office=(i, nation.last), rank="member", sides=sides)
            return named(cur, i, clitic, title, nation.last)
        if cur.bare(k, "head") and cur.form(k + 1) not in SON:
            inner = self._titled(k, "")
            if inner is not None:
                inner.first, inner.clitic = i, clitic
            return inner
        return named(cur, i, clitic, None, k) if name_at(cur, k, False) else None

    def _served(self, title: Phrase) -> None:
        """«مبعوث نتنياهو الخاص»: an indefinite head before a name serves its bearer; his side is theirs."""
        cur = self.cur
        assert title.office is not None
        first = title.office[0]
        serves = title.rank in SERVING and title.last - first == 1
        if (
            not (serves or cur.forms[title.last - 1] in cur.of_bearers)
            or title.sides
            or cur.forms[first].startswith("ال")
        ):
            return
        match = cur.bare(title.last, "person", "short")
        if match is None:
            return
        people = match.tags.get("person") or match.tags["short"]
        j = match.last
        while m := cur.bare(j, "comp"):
            j = m.last
        if not serves and j < cur.hi and cur.forms[j].startswith("ال"):
            # «مكتب سلامة النقل»: the word is no name here
            return
        title.sides, title.last, title.office = (cur.people[people[0]].side,), j, (title.office[0], j)
