"""Noun phrases that name actors: titles, names, institutions, officials, counterparts, states, and lists of these.

A left-to-right reader over one sentence. Each production returns a Phrase or None and never looks outside the sentence.
"""

from collections.abc import Callable

from isnad.arabic.tokens import Tokens
from isnad.lexicon import Lexicon, Match
from isnad.model.phrase import Phrase, Scan

Names = Callable[[int, int], list[tuple[int, int]]]
Knows = Callable[[str], bool]
_COMMAS = ("،", ",", "-", "–", "—")
_JOINING = ("", "و")
_MAX_OFFICE = 24
OPENING = frozenset("«\"“(")
CLOSING = frozenset("»\"”)")
_SERVING = frozenset({"envoy", "adviser", "assistant", "deputy", "spokesman", "director"})
_POSTED_RANKS = frozenset({"ambassador", "envoy"})


class PhraseReader:
    """Reads the phrases of one article, sentence by sentence."""

    def __init__(self, tokens: Tokens, scan: Scan, lexicon: Lexicon, names: Names, knows: Knows) -> None:
        self.forms, self.starts, self.ends = tokens.forms, tokens.starts, tokens.ends
        self.at: list[list[Match] | None] = scan.at
        self.heads = lexicon.titles.heads
        self.institutions = lexicon.titles.institutions
        self.officials = lexicon.titles.officials
        self.people = lexicon.people
        self._names, self._knows = names, knows
        self._spans: dict[int, int] = {}
        self.learned: frozenset[str] = frozenset()
        self.names: frozenset[str] = frozenset()
        self.hi = 0

    def sentence(self, first: int, last: int) -> list[Phrase]:
        """The phrases of tokens [first, last), in order, not overlapping."""
        self.hi, self._lo, self._spans, self._asked = last, first, {}, False
        out: list[Phrase] = []
        i = first
        while i < last:
            if self.at[i] is None and self.forms[i] not in self.learned:
                i += 1
                continue
            phrase = self.read(i)
            if phrase is None:
                i += 1
            else:
                out.append(phrase)
                i = max(phrase.last, i + 1)
        return out

    def tag(self, i: int, *names: str) -> Match | None:
        """The first match at token i that has one of these tags."""
        if i < self.hi and (found := self.at[i]):
            for match in found:
                if match.last <= self.hi:
                    for name in names:
                        if name in match.tags:
                            return match
        return None

    def bare(self, i: int, *names: str) -> Match | None:
        """As `tag`, but only for a word that bears no particle."""
        match = self.tag(i, *names)
        return match if match and not match.clitic else None

    def read(self, i: int) -> Phrase | None:
        """The phrase that begins at token i, if one does."""
        found = self.at[i]
        if found is None:
            return self._plain_name(i)
        if "void" in found[0].tags:
            return None
        for match in found:
            if match.last > self.hi:
                continue
            tags = match.tags
            phrase: Phrase | None = None
            if "counterpart" in tags:
                phrase = self._counterpart(i, match)
            elif "person" in tags:
                phrase = self._named(i, match.clitic, None, i, i)
            elif "head" in tags or "honor" in tags:
                phrase = self._titled(i, match.clitic)
            elif "institution" in tags:
                phrase = self._institution(i, match)
            elif "official" in tags:
                phrase = self._official(i, match)
            elif "pair" in tags:
                phrase = self._pair(i, match)
            elif "homeland" in tags:
                phrase = Phrase("state", i, match.last, match.clitic, strength="homeland")
            elif "courtesy" in tags:
                phrase = self._courtesy(i, match)
            elif "set" in tags:
                phrase = Phrase("set", i, match.last, match.clitic, number="two")
            elif "group" in tags:
                phrase = Phrase("group", i, match.last, match.clitic, sides=(tags["group"],))
            elif "org" in tags:
                phrase = Phrase("organisation", i, match.last, match.clitic, sides=(tags["org"],))
            elif "loaded" in tags:
                phrase = Phrase("state", i, match.last, match.clitic, sides=(tags["loaded"],), strength="seat")
            elif "state" in tags or "capital" in tags or "seat" in tags or "city" in tags or "weak_state" in tags or "weak_city" in tags:
                phrase = self._state(i, match)
            elif "place_noun" in tags:
                phrase = self._place(i, match)
            elif "short" in tags:
                phrase = self._named(i, match.clitic, None, i, i)
                if phrase is not None and i not in self.spans():
                    phrase.strength = "unsure"
            elif "nisba" in tags and any(plural for _, plural in tags["nisba"]) and "ال" in self.forms[i][:3]:
                sides = tuple(dict.fromkeys(side for side, _ in tags["nisba"]))
                phrase = Phrase("officials", i, match.last, match.clitic, number="many", sides=sides, strength="people")
            if phrase is not None:
                return phrase
        return self._plain_name(i)

    def _pair(self, i: int, match: Match) -> Phrase:
        members = tuple(Phrase("state", i, match.last, sides=(side,), strength="state") for side in match.tags["pair"])
        return Phrase("set", i, match.last, match.clitic, number="two", members=members)

    def _courtesy(self, i: int, match: Match) -> Phrase | None:
        """«سموه» alone stands for a person told before; before a name it is an honorific like the rest."""
        if self._name(match.last, False) is not None or self.bare(match.last, "head", "honor"):
            return None
        return Phrase("office", i, match.last, match.clitic, office=(i, match.last), rank="courtesy")

    # names

    def spans(self) -> dict[int, int]:
        """Ends of the recogniser's names in this sentence by their first token; asked for once, when needed."""
        if not self._asked:
            self._asked = True
            self._spans = dict(self._names(self._lo, self.hi))
        return self._spans

    def _plain_name(self, i: int) -> Phrase | None:
        """A word that ended a full name elsewhere in the article: «كلينتون», «وبوريسوف»."""
        form = self.forms[i]
        if form not in self.learned or (i and self.forms[i - 1] in ("بن", "ال", "ابو")):
            return None
        clitic = next((c for c in ("", "و", "ب", "ل", "ف", "ول", "وب") if form.startswith(c) and form[len(c) :] in self.names), "")
        return self._apposition(Phrase("person", i, i + 1, clitic, name=(i, i + 1), short=True))

    def learn(self, names: frozenset[str]) -> None:
        """Last words of the article's full names, to be read alone from now on, with or without a particle."""
        self.names = names
        self.learned = frozenset(c + n for n in names for c in ("", "و", "ب", "ل", "ف", "ول", "وب"))

    def unread(self, first: int, last: int, phrases: list[Phrase]) -> bool:
        """Whether a learned name stands in tokens [first, last) outside the phrases read there."""
        inside = {i for p in phrases for i in range(p.first, p.last)}
        return any(self.forms[i] in self.learned and i not in inside for i in range(first, last))

    def _name(self, k: int, strong: bool) -> tuple[int, tuple[int, ...], bool] | None:
        """The name that begins at token k: its end, registry candidates, and whether it is a short form."""
        if k >= self.hi:
            return None
        full = self.tag(k, "person")
        if full and full.clitic in ("", *(() if strong else ("و", "ب", "ل", "ول", "وب", "ف", "ك"))):
            return self._extend(full.last), tuple(full.tags["person"]), False
        guess = self.spans().get(k)
        if guess and strong and self._glued(k):
            guess = None
        short = self.bare(k, "short") if strong else self.tag(k, "short")
        if guess and (short is None or guess > short.last):
            guess = self._trim(k, guess)
            if guess > k:
                return self._extend(guess), tuple(short.tags["short"]) if short else (), False
        if short:
            return self._extend(short.last), tuple(short.tags["short"]), True
        return None

    def _glued(self, k: int) -> str:
        """The particle before a guessed name: «ورافائيل», «لبيدرسون»; '' where the word itself may be the name."""
        form = self.forms[k]
        if form[:1] in ("و", "ب", "ل", "ف") and len(form) > 3 and not self._knows(form) and self._knows(form[1:]):  # noqa: PLR2004
            return form[0]
        return ""

    def _trim(self, k: int, end: int) -> int:
        """A guessed name cut where a title or a frame word begins."""
        for j in range(k, end):
            if j > k and (self.bare(j, "head", "leads") or self.forms[j] in _COMMAS):
                return j
            if j == k and self.bare(j, "head", "institution", "counterpart") and not self.tag(j, "short", "person"):
                return k
        return end

    def _extend(self, end: int) -> int:
        """The end of a name carried on by «بن فلان» and «آل فلان»."""
        while end + 1 < self.hi and (self.forms[end] in ("بن", "ابن", "ال", "بنت") or self._hyphen(end)) and self.forms[end + 1][0].isalpha():
            end += 2
            if self.forms[end - 1] == "عبد" and end < self.hi:
                end += 1
        return end

    def _hyphen(self, i: int) -> bool:
        """Whether token i is a hyphen inside a word («كيونغ-وا»)."""
        return self.forms[i] == "-" and self.ends[i - 1] == self.starts[i] and self.ends[i] == self.starts[i + 1]

    def _named(self, i: int, clitic: str, title: Phrase | None, k: int, first: int) -> Phrase | None:
        """A name at token k, with the title before it if any, and an office in apposition after it."""
        found = self._name(k, title is not None)
        if found is None:
            return title
        end, people, short = found
        phrase = Phrase("person", first, end, clitic, name=(k, end), people=people, short=short)
        if title is not None:
            phrase.office, phrase.rank, phrase.sides = title.office, title.rank, title.sides
            phrase.female, phrase.posted = title.female, title.posted
        return self._apposition(phrase)

    def _apposition(self, phrase: Phrase) -> Phrase:
        """The office that follows a name: «سيرغي لافروف، وزير الخارجية», unless it is somebody else's."""
        j = phrase.last
        comma = j < self.hi and self.forms[j] in _COMMAS
        at = j + 1 if comma else j
        match = self.bare(at, "head") or self.bare(at, "honor")
        if match is None:
            return phrase
        title = self._office(at)
        if title is None or title.number != "one":
            return phrase
        after = title.last
        if after < self.hi and self.forms[after] in _COMMAS and not comma:
            after += 1
        if self._starts_name(title.last) or (not comma and phrase.office and title.sides):
            return phrase
        own = {self.people[p].side for p in phrase.people} or set(phrase.sides)
        if title.sides and own and not own & set(title.sides):
            return phrase
        phrase.last = title.last
        if phrase.office is None:
            phrase.office, phrase.rank = title.office, title.rank
        phrase.sides = phrase.sides or title.sides
        phrase.posted = phrase.posted or title.posted
        return phrase

    def _starts_name(self, k: int) -> bool:
        while (m := self.bare(k, "honor")) and not self.tag(k, "person"):
            k = m.last
        return self._name(k, False) is not None and not (self.at[k] and self.at[k][0].clitic)  # type: ignore[index]

    # titles

    def _titled(self, i: int, clitic: str) -> Phrase | None:
        title = self._office(i)
        if title is None:
            k = i
            while m := self.tag(k, "honor"):
                if (m.clitic and k > i) or self.bare(k, "person"):
                    break
                k = m.last
            if k == i:
                return None
            if self.bare(k, "head"):
                inner = self._titled(k, "")
                if inner is not None:
                    inner.first, inner.clitic = i, clitic
                return inner
            return self._named(i, clitic, None, k, i) if self._name(k, False) else None
        title.clitic = clitic
        if (served := self._served(title)) is not None:
            title = served
        if title.number != "one":
            return self._list(title)
        k = title.last
        if k < self.hi and self.forms[k] in _COMMAS and self._certain_name(k + 1):
            k += 1
        while m := self.bare(k, "honor"):
            if self.bare(k, "person"):
                break
            k = m.last
        if (inner := self.bare(k, "head")) and k > title.last and inner:
            k = title.last
        return self._named(i, clitic, title, k, i) if k < self.hi else title

    def _served(self, title: Phrase) -> Phrase | None:
        """«مبعوث نتنياهو الخاص»: an indefinite head before a name serves its bearer; his side is theirs."""
        assert title.office is not None
        j = title.last
        if title.rank not in _SERVING or title.sides or j - title.office[0] > 1 or self.forms[title.office[0]].startswith("ال"):
            return None
        match = self.bare(j, "person", "short")
        if match is None:
            return None
        people = match.tags.get("person") or match.tags["short"]
        sides = tuple(dict.fromkeys(self.people[p].side for p in people))
        j = match.last
        while m := self.bare(j, "comp"):
            j = m.last
        title.sides, title.last, title.office = sides[:1], j, (title.office[0], j)
        return title

    def _certain_name(self, k: int) -> bool:
        while (m := self.bare(k, "honor")) and not self.bare(k, "person"):
            k = m.last
        return bool(self.bare(k, "person") or self.spans().get(k) or self.bare(k, "short"))

    def _office(self, i: int) -> Phrase | None:
        """An office from its head on: portfolio, adjectives, state, posting. The name is not read here."""
        k = i
        while (m := self.tag(k, "honor")) and not self.tag(k, "head") and (k == i or not m.clitic):
            k = m.last
        match = self.tag(k, "head")
        if match is None or (k > i and match.clitic):
            return None
        place, number = match.tags["head"]
        head = self.heads[place]
        sides: list[str] = [head.side] if head.side else []
        posted: str | None = None
        start, j = k, match.last
        rank, genitive = head.rank, False
        while j < self.hi and j - start < _MAX_OFFICE:
            found = self.at[j]
            if not found:
                if rank == "minister" and j == match.last and self.forms[j].startswith("ال"):
                    j += 1
                    continue
                if self.forms[j] in OPENING and not sides and (m := self.bare(j + 1, "state", "org", "group", "seat")) is not None:
                    sides.append(_side(m) or "")
                    j = m.last + 1 if m.last < self.hi and self.forms[m.last] in CLOSING else m.last
                    continue
                break
            if number != "one" and (sides or (m := self.bare(j, "nisba", "state")) is not None):
                break
            m = self.bare(j, "state", "org", "group", "seat", "weak_state", "weak_org", "weak_group", "format")
            if m and not self.bare(j, "head"):
                side = _side(m)
                if genitive and sides:
                    break
                if side and side not in sides:
                    sides.append(side)
                genitive = True
                j = m.last
                continue
            m = self.bare(j, "nisba", "weak_nisba")
            if m and ("nisba" in m.tags or not (sides or self.bare(j, "comp"))):
                sides += [s for s in _nisba(m) if s not in sides]
                j = m.last
                continue
            m = self.bare(j, "comp")
            if m and not self.bare(j, "person"):
                j = m.last
                continue
            m = self.bare(j, "head")
            if m:
                if sides and self._own_side(j, sides):
                    break
                if head.side is None and self.heads[m.tags["head"][0]].side and not sides:
                    sides.append(self.heads[m.tags["head"][0]].side or "")
                j = m.last
                continue
            m = self.tag(j, "comp")
            if m and m.clitic == "و" and number == "one" and not self.tag(j, "head"):
                j = m.last
                continue
            m = self.tag(j, "state", "org", "group", "head", "comp", "weak_org", "weak_state", "capital", "nisba")
            if m and m.clitic == "ل" and number == "one":
                side = _side(m)
                if "nisba" in m.tags and not side:
                    side = m.tags["nisba"][0][0]
                if rank in _POSTED_RANKS and sides and side:
                    posted = side
                elif side and sides and "head" not in m.tags:
                    break
                elif side and side not in sides:
                    sides.append(side)
                j = m.last
                continue
            if m and m.clitic == "و" and rank == "minister" and not sides and "nisba" in m.tags and m.tags["nisba"][0][1]:
                # «وزير الشؤون الخارجية والتونسيين بالخارج»
                sides.append(m.tags["nisba"][0][0])
                j = m.last
                continue
            if m and m.clitic == "ب" and ("state" in m.tags or "weak_state" in m.tags or "org" in m.tags or "group" in m.tags or "capital" in m.tags):
                side = _side(m)
                if rank in _POSTED_RANKS and sides:
                    posted = side
                elif not sides and side and ("capital" not in m.tags or "state" in m.tags) and j > match.last:
                    sides.append(side)
                else:
                    break
                j = m.last
                continue
            if self.bare(j, "of_spokesman"):
                j += 1
                while m := self.bare(j, "institution", "comp"):
                    j = m.last
                continue
            link = self.bare(j, "posting")
            if link:
                target = self.bare(link.last, "place_noun") or link
                to = self.bare(target.last if target is not link else link.last, "state", "capital", "org", "weak_state", "city", "nisba")
                inside = self.forms[j] == "في"
                if to and rank in _POSTED_RANKS:
                    posted = _side(to) or to.tags["nisba"][0][0]
                    j = to.last
                    continue
                if to and inside and not sides and "state" in to.tags and j > match.last:
                    sides.append(to.tags["state"])
                    j = to.last
                    continue
                region = self.bare(link.last, "comp")
                if region and (rank in _POSTED_RANKS or self.forms[link.last] == "الخارج"):
                    j = region.last
                    continue
            break
        return Phrase(
            "office", i, j, "", office=(start, j), rank=rank, number=number, female=head.female,
            sides=tuple(_prefer(sides)), posted=posted,
        )  # fmt: skip

    def _own_side(self, j: int, sides: list[str]) -> bool:
        """Whether the head at j opens another's office: it brings a side of its own."""
        other = self._office(j)
        return bool(other and (not other.sides or set(other.sides) - set(sides)))

    def _list(self, title: Phrase) -> Phrase:
        """The members of a dual or plural office: «الرئيسين الروسي فلاديمير بوتين والتركي رجب طيب أردوغان»."""
        members: list[Phrase] = []
        j = title.last
        pair = self.bare(j, "pair")
        if pair:
            title.members = tuple(
                Phrase("office", title.first, pair.last, office=title.office, rank=title.rank, sides=(side,)) for side in pair.tags["pair"]
            )
            title.kind, title.last = "set", pair.last
            return title
        while j < self.hi:
            begin = j
            k = j + 1 if self.forms[j] in _COMMAS and members else j
            side: tuple[str, ...] = ()
            m = self.tag(k, "nisba", "state", "org")
            if m and m.clitic in (("و",) if members else ("",)):
                side = tuple(s for s, _ in m.tags["nisba"]) if "nisba" in m.tags else (_side(m) or "",)
                k = m.last
            elif members and not ((c := self.at[k]) and any(x.clitic == "و" for x in c)) and not self.forms[k].startswith("و"):
                break
            if k < self.hi and self.forms[k] in _COMMAS and self._certain_name(k + 1):
                k += 1
            while h := self.tag(k, "honor"):
                if self.tag(k, "person") or h.clitic not in (("", "و") if members else ("",)):
                    break
                k = h.last
            name = self._name(k, False) if k < self.hi else None
            if name and name[2] and not side and not members and title.number == "one":
                name = None
            if not side and name is None:
                j = begin
                break
            end = name[0] if name else k
            members.append(
                Phrase("person" if name else "office", k if name else begin, end, self._particle(k) if name else "", name=(k, end) if name else None,
                       office=title.office, rank=title.rank, sides=side or (),
                       people=name[1] if name else (), short=bool(name and name[2]))
            )  # fmt: skip
            j = end
            if j < self.hi and self.forms[j] in _COMMAS and j + 1 < self.hi and not (
                (x := self.tag(j + 1, "nisba", "state", "person", "short")) and x.clitic == "و"
            ):
                break
        if members:
            title.members, title.last = tuple(members), j
            title.kind = "set"
        elif title.number != "one":
            title.kind = "set" if not title.sides else "officials"
        return title

    def _particle(self, k: int) -> str:
        """The particle glued to the name at k."""
        match = self.tag(k, "person", "short")
        return match.clitic if match else self._glued(k)

    # others

    def _counterpart(self, i: int, match: Match) -> Phrase:
        """«نظيره التركي هاكان فيدان»; the dual and plural list their members."""
        number = match.tags["counterpart"]
        phrase = Phrase("counterpart", i, match.last, match.clitic, number=number, office=(i, match.last))
        if number != "one":
            if match.last < self.hi and self.forms[match.last] in ("من", "في"):
                phrase.last = match.last + (2 if self.forms[match.last + 1 : match.last + 2] == ["دول"] else 1)
            phrase.number = "two"
            listed = self._list(phrase)
            listed.kind, listed.number = "counterpart", number
            return listed
        j = match.last
        while m := self.bare(j, "nisba", "comp", "weak_nisba"):
            if "nisba" in m.tags or "weak_nisba" in m.tags:
                phrase.sides = phrase.sides or tuple(_nisba(m))
            j = m.last
        if not phrase.sides and (m := self.bare(j, "state")) is not None:
            phrase.sides, j = (m.tags["state"],), m.last
        phrase.office, phrase.last = (i, j), j
        k = j + 1 if j < self.hi and self.forms[j] in _COMMAS and self._certain_name(j + 1) else j
        while m := self.bare(k, "honor"):
            if self.bare(k, "person"):
                break
            k = m.last
        found = self._name(k, True)
        if found:
            phrase.name, phrase.last, phrase.people, phrase.short = (k, found[0]), found[0], found[1], found[2]
        return phrase

    def _body(self, j: int, limit: int = 8) -> tuple[int, list[str], int]:
        """Adjectives, genitives and «من/في/عن» after an institution or officials: end, sides, and words passed."""
        sides: list[str] = []
        end, start, unknown = j, j, 0
        while j < self.hi and j - start < limit:
            m = self.bare(j, "nisba", "weak_nisba")
            if m and ("nisba" in m.tags or not (sides or self.bare(j, "comp"))):
                sides += [s for s in _nisba(m) if s not in sides]
                j = end = m.last
                continue
            m = self.bare(j, "state", "org", "group", "seat", "weak_state", "weak_group", "weak_org")
            if m:
                if sides:
                    break
                side = _side(m)
                if side:
                    sides.append(side)
                j = end = m.last
                continue
            m = self.bare(j, "comp", "official", "institution")
            if m and not self.bare(j, "person"):
                j = m.last
                continue
            if sides:
                break
            m = self.tag(j, "state", "org", "group", "weak_state")
            if m and m.clitic in ("ل", "ب"):
                sides.append(_side(m) or "")
                j = end = m.last
                continue
            if self.forms[j] in ("من", "في", "عن") and j > start - 1:
                j += 1
                continue
            if self.at[j] is None and unknown < 2 and self.forms[j][0].isalpha():  # noqa: PLR2004
                unknown += 1
                j += 1
                continue
            break
        return end, sides, j

    def _institution(self, i: int, match: Match) -> Phrase | None:
        rule = self.institutions[match.tags["institution"]]
        j = match.last
        if rule.complements:
            while (m := self.tag(j, "comp")) and m.clitic in _JOINING:
                j = m.last
        end, sides, _ = self._body(j, 4)
        if rule.needs == "nisba" and not (sides and self.bare(j, "nisba", "comp")):
            return None
        if rule.needs and not sides:
            return None
        end = end if sides else j
        return Phrase("institution", i, end, match.clitic, office=(i, end), rank="institution", sides=tuple(_prefer(sides)))

    def _official(self, i: int, match: Match) -> Phrase | None:
        rule = self.officials[match.tags["official"]]
        end, sides, _ = self._body(match.last)
        if rule.needs == "nisba" and not self.bare(match.last, "nisba"):
            return None
        end = end if sides else match.last
        phrase = Phrase(
            "officials", i, end, match.clitic, office=(i, end), rank="officials", number=rule.number, sides=tuple(_prefer(sides)),
            strength=rule.number,
        )  # fmt: skip
        others = self._more_sides(end, sides) if rule.number == "many" and sides else []
        if others:
            phrase.members = tuple(
                Phrase("officials", i, at, office=phrase.office, rank="officials", number="many", sides=(side,), strength="many")
                for side, at in ((sides[0], end), *others)
            )
            phrase.kind, phrase.last, phrase.sides = "set", others[-1][1], ()
            return phrase
        j = end
        while j < min(self.hi, end + 4) and not self.tag(j, "leads") and self.at[j] is None and self.forms[j] not in _COMMAS:
            j += 1
        if j < self.hi and self.forms[j] in _COMMAS and self.tag(j + 1, "leads"):
            j += 1
        leads = self.tag(j, "leads")
        if leads and leads.last < self.hi:
            head = self.read(leads.last) or (self._named(leads.last, "", None, leads.last, leads.last))
            if head is not None and head.kind in ("person", "office", "counterpart"):
                heads = [head]
                while (nxt := self._joined(heads[-1].last)) is not None:
                    heads.append(nxt)
                phrase.members, phrase.last = tuple(heads), heads[-1].last
                phrase.number = "delegation"
                if not phrase.sides:
                    phrase.sides = head.sides
        return phrase if phrase.sides or phrase.members else None

    def _more_sides(self, j: int, sides: list[str]) -> list[tuple[str, int]]:
        """Further sides joined to officials: «المسؤولين الأمريكيين والإسرائيليين», «ممثلون من فرنسا وألمانيا»."""
        out: list[tuple[str, int]] = []
        while (m := self.tag(j, "nisba", "state")) and m.clitic == "و":
            side = _side(m) if "state" in m.tags else m.tags["nisba"][0][0]
            if side in sides or (after := self.bare(m.last, "nisba", "comp")) is not None and after:
                break
            out.append((side or "", m.last))
            j = m.last
        return out

    def _joined(self, j: int) -> Phrase | None:
        """A further head of a delegation: «… ونائب وزير الخارجية فلان»."""
        if j < self.hi and self.forms[j] in _COMMAS:
            j += 1
        match = self.tag(j, "head", "person", "honor")
        if match is None or match.clitic != "و":
            return None
        phrase = self.read(j)
        return phrase if phrase is not None and phrase.kind in ("person", "office") and phrase.name else None

    def _state(self, i: int, match: Match) -> Phrase:
        tags = match.tags
        for strength in ("state", "seat", "capital", "city", "weak_state"):
            if strength in tags:
                return Phrase("state", i, match.last, match.clitic, sides=(tags[strength],), strength=strength)
        # a place that two states or ordinary words share: only where it is governed as a place
        return Phrase("state", i, match.last, match.clitic, sides=(tags["weak_city"],), strength="weak_city")

    def _place(self, i: int, match: Match) -> Phrase | None:
        j = match.last
        m = self.bare(j, "city", "capital", "nisba", "state", "seat")
        if m is None and j + 1 < self.hi and self.at[j] is None and (m := self.bare(j + 1, "nisba")) is not None:
            return Phrase("state", i, m.last, match.clitic, sides=(m.tags["nisba"][0][0],), strength="city")
        if m is None:
            return None
        side = _side(m) or m.tags["nisba"][0][0]
        end = m.last
        if (n := self.bare(end, "nisba", "city", "capital")) is not None:
            end = n.last
        return Phrase("state", i, end, match.clitic, sides=(side,), strength="city")


def _nisba(match: Match) -> list[str]:
    """The sides of an adjective, the strong ones where it has any."""
    return [side for side, _ in match.tags.get("nisba") or match.tags["weak_nisba"]]


def _side(match: Match) -> str | None:
    tags = match.tags
    for name in ("state", "org", "group", "seat", "capital", "city", "weak_state", "weak_org", "weak_group"):
        if name in tags:
            return str(tags[name])
    return None


def _prefer(sides: list[str]) -> list[str]:
    """A state before the union it belongs to: «وزير الشؤون الأوروبية الفرنسي» is France's."""
    return [s for s in sides if s != "EU"] + [s for s in sides if s == "EU"] if len(sides) > 1 else sides
