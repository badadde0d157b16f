"""Offices: a head («وزير», «المبعوث») and the words that say of what, of whom, and to whom."""

from isnad.actors.another import SERVING, another
from isnad.actors.cursor import CLOSING, OPENING, Cursor
from isnad.actors.matches import nisba_of, plural, preferred, side_of, strong, whose
from isnad.actors.portfolios import further_portfolio, past_affairs
from isnad.actors.sides import follows_definite, sides_after
from isnad.arabic.clitics import definite, without_article
from isnad.lexicon import Match
from isnad.lexicon.titles import Head
from isnad.model.phrase import Phrase

_MAX_OFFICE = 24
_PRESIDENT, _LOCAL = "president", "member"
_ENVOY = "envoy"
_POSTED = frozenset({"ambassador", _ENVOY})
_GENITIVE = ("state", "org", "group", "seat", "loaded", "weak_states", "weak_org", "weak_group", "format")
_AFTER_L = ("state", "org", "group", "head", "comp", "weak_org", "weak_states", "capital", "nisba")
_AFTER_B = ("state", "weak_states", "org", "group", "capital")
_PLACES = frozenset({"state", "weak_states", "capital"})
_POSTS = ("state", "capital", "org", "weak_states", "city", "nisba")


def office(cur: Cursor, i: int) -> Phrase | None:
    """The office that begins at token i, honorifics before it included; the name is not read here."""
    if i not in cur.offices:
        cur.offices[i] = _office(cur, i)
    return cur.offices[i]


def _office(cur: Cursor, i: int) -> Phrase | None:
    k = i
    while (m := cur.tag(k, "honor")) and not cur.tag(k, "head") and (k == i or not m.clitic):
        k = m.last
    match = cur.tag(k, "head")
    if match is None or (k > i and match.clitic) or cur.form(match.last) in cur.words.sons:
        # «سلطان بن خليفة» is a name
        return None
    walk = _Walk(cur, i, k, match)
    while walk.j < cur.hi and walk.j - k < _MAX_OFFICE and walk.step():
        pass
    return walk.read()


def served_office(cur: Cursor, title: Phrase) -> tuple[int, int, str] | None:
    """The first office inside that of one who serves, where it runs to the end: «نائب الرئيس الأمريكي»."""
    if title.rank not in SERVING or title.office is None:
        return None
    first, last = title.office
    head = cur.tag(first, "head")
    begin = head.last if head else first + 1
    inner = next((j for j in range(begin, last) if cur.at[j] and cur.tag(j, "head")), None)
    found = office(cur, inner) if inner is not None else None
    if found is None or inner is None or found.last != last or found.number != "one":
        return None
    return inner, last, found.rank


class _Walk:
    """The way through an office's words: where it stands, and which sides and post it has met.

    `first` is the first token of the phrase, `at` the head's, `begin` the one behind it.
    """

    def __init__(self, cur: Cursor, first: int, at: int, match: Match) -> None:
        self.cur, self.first, self.at, self.j, self.begin = cur, first, at, match.last, match.last
        place, self.number = match.tags["head"]
        self.head: Head = cur.titles.heads[place]
        self.clitic = match.clitic
        self.sides: list[str] = [self.head.side] if self.head.side else []
        self.posted: str | None = None
        self.genitive = self.local = False

    def read(self) -> Phrase:
        """The office as far as it has been read."""
        return Phrase(
            "office",
            self.first,
            self.j,
            office=(self.at, self.j),
            rank=_LOCAL if self.local else self.head.rank,
            number=self.number,
            female=self.head.female,
            sides=preferred(self.sides),
            posted=self.posted,
        )

    def step(self) -> bool:
        """Take the next word or phrase of the office; False where it ends."""
        cur, j = self.cur, self.j
        if not cur.at[j]:
            return self._unlisted()
        if cur.leaning(j) is not None or cur.bare(j, "private"):
            return False
        if self.number != "one" and (self.sides or cur.bare(j, "nisba", "state")):
            return False
        for take in (
            self._body,
            self._genitive,
            self._adjective,
            self._complement,
            self._further_head,
            self._tied_body,
        ):
            taken = take()
            if taken is not None:
                return taken
        return self._glued() or self._linked()

    def _to(self, j: int) -> bool:
        self.j = j
        return True

    def _add(self, sides: list[str], j: int) -> bool:
        self.sides += [s for s in sides if s not in self.sides]
        return self._to(j)

    def _unlisted(self) -> bool:
        """«وزير الكهرباء»: whatever stands right after a minister; «مدير «سي آي إيه»»: a name in marks."""
        cur, j = self.cur, self.j
        if (
            self.head.rank == "minister"
            and j == self.begin
            and cur.forms[j][:1].isalpha()
            and (definite(cur.forms[j]) or self.number != "one" or cur.bare(j + 1, "state") is not None)
        ):
            return self._to(j + 1)
        if self.head.rank == "minister" and not self.sides and (told := further_portfolio(cur, j)):
            return self._to(told)
        if (quoted := cur.marked(j, "nisba")) and "pair" not in quoted[0].tags:
            return self._add(nisba_of(quoted[0]), quoted[1])
        if cur.forms[j] in OPENING and not self.sides:
            match = cur.bare(j + 1, "state", "org", "group", "seat")
            if match:
                return self._add([side_of(match) or ""], match.last + (cur.form(match.last) in CLOSING))
        return False

    def _body(self) -> bool | None:
        """«رئيس المكتب السياسي للحركة»: a noun that stands for a body told before."""
        if self.sides or not self.cur.body_noun(self.j):
            return None
        side = self.cur.body(self.j)
        return self._add([side] if side else [], self.j + 1)

    def _genitive(self) -> bool | None:
        """«رئيس تونس», «أمين عام الأمم المتحدة»; and a town: «رئيس بلدية باريس»."""
        cur, j = self.cur, self.j
        match = cur.bare(j, *_GENITIVE)
        if match and not cur.bare(j, "head") and (strong(match, "loaded") or not cur.bare(j, "comp")):
            # «زار وزير الخارجية مصر»
            # «اللجنة الرباعية»
            adjective = "format" in match.tags and not strong(match, "weak_org")
            return False if j > self.begin and follows_definite(cur, j) and not adjective else self._of(match)
        match = cur.bare(j, "capital", "city")
        if match is None:
            return None
        if self.sides and side_of(match) in self.sides:
            # «أمير منطقة الرياض»
            return self._to(match.last) if cur.bare(j - 1, "place_noun") else None
        posted = self.head.rank in _POSTED and j == self.begin and "capital" in match.tags
        # «مبعوث واشنطن»
        if not self.sides and (posted or (j > self.begin and cur.bare(j - 1, "comp", "place_noun"))):
            # «رئيس جمهورية الشيشان» is no head of the state
            self.local = "city" in match.tags and self.head.rank == _PRESIDENT
            return self._of(match)
        return None

    def _of(self, match: Match) -> bool:
        """Take a genitive; a second one belongs to the next phrase."""
        if self.sides and (self.genitive or not self.cur.bare(self.j, "comp")):
            return False
        self.genitive = True
        side = side_of(match)
        return self._add([side] if side else [], match.last)

    def _adjective(self) -> bool | None:
        cur, j = self.cur, self.j
        match = cur.bare(j, "nisba", "weak_nisba")
        if match is None:
            return None
        if "pair" in match.tags:
            # one word for two sides belongs to the list that an office in the dual opens
            return False
        if "nisba" in match.tags:
            return self._add(nisba_of(match), match.last)
        if cur.bare(match.last, "nisba"):
            return self._to(match.last)
        if self.sides or cur.bare(j, "comp"):
            return None
        return self._add(nisba_of(match), match.last)

    def _complement(self) -> bool | None:
        match = self.cur.bare(self.j, "comp")
        if match is None or self.cur.bare(self.j, "person"):
            return None
        if self._elsewhere(match):
            return False
        affairs = self.cur.forms[match.last - 1] in self.cur.words.affairs
        return self._to(past_affairs(self.cur, match.last) if affairs else match.last)

    def _elsewhere(self, match: Match) -> bool:
        """«زار الوزير القطري السفارة التركية»: behind a nation, a body of another one is the next phrase."""
        if not self.sides or not self.cur.bare(self.j - 1, "nisba") or not definite(self.cur.forms[self.j]):
            return False
        nation = self.cur.bare(match.last, "nisba")
        return nation is not None and not set(nisba_of(nation)) & set(self.sides)

    def _further_head(self) -> bool | None:
        """«ولي العهد نائب رئيس مجلس الوزراء»; one with a side of its own is somebody else's."""
        cur = self.cur
        match = cur.bare(self.j, "head")
        if match is None or cur.form(match.last) in cur.words.sons:
            if self.j == self.begin and self.head.rank in SERVING and (served := self._past_honours()):
                # «مستشار صاحب السمو رئيس الدولة»
                return self._to(served)
            return None
        head = cur.titles.heads[match.tags["head"][0]]
        other = office(cur, self.j)
        if other is not None and another(cur, self.read(), self.clitic, other):
            return False
        return self._add([head.side] if head.side and not self.sides else [], match.last)

    def _past_honours(self) -> int | None:
        """The head behind the honorifics at this word; None where a name or nothing follows them."""
        k = self.j
        while (match := self.cur.bare(k, "honor")) and not self.cur.bare(k, "head"):
            k = match.last
        return k if k > self.j and self.cur.bare(k, "head") else None

    def _tied_body(self) -> bool | None:
        """«رئيس اللجنة التابعة للأمم المتحدة»."""
        cur, j = self.cur, self.j
        if cur.bare(j, "leaning") and cur.leaning(j) is None and cur.tag(j + 1, "org"):
            return self._to(j + 1)
        return None

    def _glued(self) -> bool:
        """A word with a particle: «والتعاون», «للرئيس الروسي», «بروسيا الاتحادية», «والتونسيين بالخارج»."""
        cur, j = self.cur, self.j
        if cur.forms[j] == "ل" and (match := cur.bare(j + 1, "state", "org", "group")) and not self.sides:
            return self._add([whose(match) or ""], match.last)
        match = cur.tag(j, "comp")
        if match and match.clitic == "و" and self.number == "one" and not cur.tag(j, "head"):
            return self._to(match.last)
        match = cur.tag(j, *_AFTER_L)
        if match is None:
            return False
        if match.clitic == "ل" and self.number == "one":
            return self._for(match)
        if match.clitic == "و":
            return self._and(match)
        return match.clitic == "ب" and self._within(match)

    def _for(self, match: Match) -> bool:
        """«للرئيس الروسي», «لروسيا»: whose the office is, or to whom one is posted."""
        side = whose(match)
        if self._journey(match):
            return False
        # «المبعوث الخاص لليمن» is no Yemeni
        envoy = self.head.rank == _ENVOY and "state" in match.tags and "head" not in match.tags
        if self.head.rank in _POSTED and side and (self.sides or envoy):
            self.posted = side
        elif side and self.head.rank not in _POSTED and "capital" in match.tags and "state" not in match.tags:
            # «زيارة … وزير الدفاع للقاهرة»
            return False
        elif side and self.sides and "head" not in match.tags:
            return False
        elif side:
            self._add([side], match.last)
        return self._to(match.last)

    def _journey(self, match: Match) -> bool:
        """«زيارة وزير الدفاع لمصر», «للقاهرة»: where he goes; «الرئيس السابق لمصر», «لدولة الكويت»: whose he is."""
        cur, j = self.cur, self.j
        formal = cur.forms[j].removeprefix(match.clitic) in cur.words.realms
        place = bool(_PLACES & match.tags.keys()) and "head" not in match.tags and not formal
        ranked = without_article(cur.forms[j - 1]) in cur.words.former | cur.words.ranked
        return place and self.head.rank not in _POSTED and follows_definite(cur, j) and not ranked

    def _and(self, match: Match) -> bool:
        """«وزير الخارجية والتونسيين بالخارج»: the people of whom a minister takes care."""
        if self.head.rank != "minister" or self.sides or "nisba" not in match.tags or not plural(match):
            return False
        return self._add(nisba_of(match)[:1], match.last)

    def _within(self, match: Match) -> bool:
        """«السفير المصري ببرلين», «رئيس الوزراء بفرنسا»."""
        side = side_of(match)
        if not any(t in match.tags for t in _AFTER_B):
            return False
        if self.head.rank in _POSTED and self.sides:
            self.posted = side
            return self._to(match.last)
        own = not self.sides and side and ("capital" not in match.tags or "state" in match.tags)
        return bool(own) and self.j > self.begin and self._add([side or ""], match.last)

    def _linked(self) -> bool:
        """«المتحدث باسم …», «السفير لدى موسكو», «المبعوث إلى سوريا», «رئيس الحكومة في لبنان»."""
        cur, j = self.cur, self.j
        if cur.bare(j, "of_spokesman"):
            j += 1
            while match := cur.bare(j, "institution", "comp"):
                j = match.last
            return self._to(j)
        link = cur.bare(j, "posting")
        if link is None:
            return False
        if self.head.rank == "minister" and not self.sides and cur.forms[j] in cur.words.inside:
            body = cur.bare(link.last, "institution")
            end, sides = sides_after(cur, body.last, 1) if body else (j, [])
            if sides:
                # «وزير الخارجية في الحكومة التونسية»
                return self._add(sides, end)
        noun = cur.bare(link.last, "place_noun")
        to = cur.bare(noun.last if noun else link.last, *_POSTS)
        if to is not None and self._place(to):
            return True
        region = cur.bare(link.last, "comp")
        if region and (self.head.rank in _POSTED or cur.form(link.last) in cur.words.abroad):
            return self._to(region.last)
        return False

    def _place(self, to: Match) -> bool:
        """Where an office is held, or to whom its holder is posted."""
        cur, j = self.cur, self.j
        inside = cur.forms[j] in cur.words.inside and not self.sides
        if inside and "org" in to.tags:
            return self._add([side_of(to) or ""], to.last)
        posted = self.head.rank in _POSTED or (self.sides and cur.forms[j] in cur.words.posted)
        if posted and self.posted is None:
            self.posted = whose(to)
            return self._to(to.last)
        if inside and "state" in to.tags and j > self.begin:
            return self._add([side_of(to) or ""], to.last)
        return False
