"""Who speaks, and through whom the words came: carried from sentence to sentence while a source governs."""

from collections.abc import Sequence

import msgspec

from isnad.lexicon.collective import Outlet
from isnad.model import Party
from isnad.model.reading import Link, LinkBasis, LinkRole
from isnad.model.phrase import Actor
from isnad.statements.source import Source
from isnad.statements.told import Told
from isnad.statements.view import Named, View

_FAR = 2
_PERSONS = frozenset({"person", "office", "counterpart"})
_SUBJECTS = frozenset({"person", "office", "counterpart", "institution", "organisation", "group", "officials", "state"})
_ISSUED = frozenset({"statement", "agency", "media"})


class Encounter(msgspec.Struct, frozen=True):
    """A contact of the article: its id, the token of its trigger, its parties, and the characters of its evidence."""

    id: str
    trigger: int
    parties: tuple[Actor, ...]
    start: int
    end: int


class Placed(msgspec.Struct, eq=False):
    """A cue in its place: sentence, parent, and once settled its speakers, chain and contact."""

    told: Told
    sentence: int
    title: bool
    parent: "Placed | None" = None
    depth: int = 0
    speakers: list[Party] = []
    actors: list[Actor] = []
    source: Source | None = None
    chain: list[Link] = []
    addressee: Party | None = None
    counterpart_only: bool = False
    contact: str | None = None


class Chains:
    """Resolves the speakers and chains of one article's statements, asked in text order."""

    def __init__(self, view: View, home: Outlet | None, encounters: Sequence[Encounter]) -> None:
        self.view, self.home = view, home
        self.encounters = sorted(encounters, key=lambda e: e.trigger)
        self.last: Placed | None = None
        self.issuer: Source | None = None
        self.paper: Source | None = None
        self.governor: tuple[list[Link], int, str, str | None] | None = None
        self.number = 0
        self.lo = self.hi = 0
        self.phrases: list[Named] = []
        self.told_last: Actor | None = None
        self.subject: Source | None = None
        self.spokesman: Source | None = None
        self.named: dict[str, Source] = {}
        self.bodies: dict[str, Actor] = {}
        self.turned = self.past = False

    def sentence(self, number: int, lo: int, hi: int, title: bool, phrases: list[Named]) -> None:
        """Go on to the next sentence."""
        self.number, self.lo, self.hi, self.phrases = number, lo, hi, phrases
        forms = self.view.forms
        self.turned = any(self.view.isa(i, "turns") for i in range(lo, min(hi, lo + 3)))
        self.past = forms[lo] in ("وكان", "وكانت", "وكانا", "كان", "كانت", "وكانوا")
        self.title = title
        for phrase, actor in phrases:
            if phrase.kind in ("organisation", "group") and actor is not None and phrase.last - phrase.first > 1:
                self.bodies[forms[phrase.first]] = actor

    # speakers

    def _pair(self, told: Told) -> list[Actor]:
        """The two sides of the contact told last before the cue, or else in its sentence."""
        here = self._two(told.first)
        if here:
            return here
        before = [e for e in self.encounters if e.trigger <= told.first and len(e.parties) > 1]
        after = [e for e in self.encounters if told.first < e.trigger < self.hi and len(e.parties) > 1]
        chosen = before[-1] if before else after[0] if after else None
        return list(chosen.parties) if chosen else []

    def _two(self, stop: int) -> list[Actor]:
        """The last two persons of different sides whom the sentence names before token `stop`."""
        people: list[Actor] = []
        for phrase, actor in self.phrases:
            if (
                phrase.first < stop
                and actor is not None
                and phrase.kind in _PERSONS
                and actor.name
                and all(a.key != actor.key for a in people)
            ):
                people.append(actor)
        two = people[-2:]
        return two if len(two) > 1 and two[0].side != two[1].side else []

    def _sentence_subject(self, told: Told) -> Source | None:
        from isnad.statements.source import source_at

        view = self.view
        for phrase, actor in self.phrases:
            if phrase.first >= told.first:
                break
            if (
                phrase.kind not in _SUBJECTS
                or phrase.clitic.removeprefix("و").removeprefix("ف")
                or (phrase.kind == "state" and phrase.strength != "seat" and phrase.first - self.lo > _FAR)
            ):
                continue
            if phrase.first > self.lo and view.isa(phrase.first - 1, "prepositions"):
                continue
            if actor is None and phrase.name is None:
                continue
            found = source_at(view, phrase.first, self.hi)
            if found is not None and self._agrees(told, found):
                return found
        return None

    def _agrees(self, told: Told, source: Source) -> bool:
        if told.form is None or told.form.number != "one" or told.form.tense == "masdar":
            return True
        person = source.phrase is not None and source.phrase.kind in _PERSONS
        first = source.words.split(" ")[0]
        if self.view.isa(source.first, "feminine") is not None:
            return told.form.female
        if first.endswith(("ون", "ين")) and source.role == "anonymous":
            return False
        if told.form.female:
            return (
                not person
                or bool(source.female)
                or not (source.actors and source.actors[0].rank)
                or first.endswith("ة")
            )
        return not source.female if person else source.role not in ("agency",) and not first.endswith(("ة", "ات"))

    def _speaker(self, p: Placed, kept: list[Placed]) -> tuple[Source | None, LinkBasis]:
        """The source behind a cue, and how it was understood."""
        told = p.told
        source = told.source
        if source is not None:
            if source.latter:
                actor = self._latter(told)
                if actor is not None:
                    return Source(
                        source.first,
                        source.last,
                        "speaker",
                        source.words,
                        actors=[actor],
                        name=actor.name,
                        side=actor.side,
                    ), "resolved"
            told_before = (
                self.named.get(source.name or source.words)
                if source.role in ("speaker", "agency", "media") and not source.actors
                else None
            )
            if told_before is not None or (
                source.definite
                and source.role in ("agency", "media")
                and source.outlet is None
                and (told_before := self.paper) is not None
            ):
                return msgspec.structs.replace(told_before, first=source.first, last=source.last), "resolved"
            if (
                source.body
                and not source.actors
                and source.last - source.first == 1
                and (body := self._body(source)) is not None
            ):
                return body, "resolved"
            if source.role == "spokesperson" and not source.name and self.spokesman is not None:
                return msgspec.structs.replace(self.spokesman, first=source.first, last=source.last), "resolved"
            if (
                self.home is not None
                and source.outlet is not None
                and source.outlet.id == self.home.id
                and source.words.split()[0] != source.name
            ):
                source.role = "speaker"
            issuer = self.issuer
            if (
                source.state
                and issuer is not None
                and issuer.side == source.side
                and told.verb is not None
                and not told.verb.stance
                and (
                    self.governor is not None
                    and self.governor[2] == "statement"
                    and self.number - self.governor[1] <= _FAR
                )
            ):
                return msgspec.structs.replace(issuer, first=source.first, last=source.last), "metonym"
            return source, "stated"
        view = self.view
        if told.passive or (told.form is not None and told.form.number == "two"):
            pair = self._pair(told)
            if pair:
                return Source(
                    told.first, told.last, "speaker", "", actors=pair, pair=True, number="two"
                ), "null-subject" if not told.passive else "passive"
            if told.passive:
                return None, "passive"
        if told.relative:
            held = view.ends.get(told.antecedent) or view.ends.get(told.antecedent - 1)
            if held is not None:
                from isnad.statements.source import source_at

                found = source_at(view, held[0].first, self.hi, held[0].clitic.removeprefix("و").removeprefix("ف"))
                if found is not None:
                    return found, "resolved"
            return None, "unstated"
        here = [q for q in kept if q.told.first < told.first and q.source is not None]
        same = [q for q in here if q.parent is p.parent or (p.parent is not None and q is p.parent)]
        for q in reversed(same):
            if q.source is not None and self._agrees(told, q.source) and q.told.opener != "according":
                return q.source, "null-subject"
        found = self._sentence_subject(told)
        if found is not None:
            return found, "null-subject"
        if told.opener == "noun" and told.first - self.lo > _FAR:
            # deep in a sentence, a verb with a bare object speaks of somebody whom we did not see
            return None, "unstated"
        if (
            self.last is not None
            and self.last.source is not None
            and self.number - self.last.sentence <= _FAR
            and not self.last.title
        ):
            if self._agrees(told, self.last.source):
                return self.last.source, "null-subject"
            if (
                self.last.parent is not None
                and self.last.parent.source is not None
                and self._agrees(told, self.last.parent.source)
            ):
                return self.last.parent.source, "null-subject"
        if self.subject is not None and self._agrees(told, self.subject):
            return self.subject, "null-subject"
        return None, "unstated"

    def _body(self, source: Source) -> Source | None:
        """«الحلف», «الاتحاد»: the body told before whose name begins so."""
        actor = self.bodies.get(self.view.forms[source.first])
        if actor is None:
            return None
        return msgspec.structs.replace(source, actors=[actor], side=actor.side)

    def _latter(self, told: Told) -> Actor | None:
        assert told.source is not None
        kinds = _SUBJECTS - _PERSONS if told.source.words.endswith("ة") else _PERSONS
        best = None
        for phrase, actor in self.phrases:
            if phrase.last <= told.first and actor is not None and phrase.kind in kinds:
                best = actor
        return best

    def _parties(self, source: Source, told: Told) -> list[Party]:
        view, tokens = self.view, self.view.tokens
        start, end = tokens.starts[source.first], tokens.ends[source.last - 1]
        actors = list(source.actors)
        if source.pair and not actors:
            actors = self._pair(told)
            source.actors = actors
        if (
            source.role == "statement"
            and source.definite
            and not actors
            and self.issuer is not None
            and view.isa(source.first, "texts")
        ):
            issued = self.issuer
            if issued.actors:
                actors = list(issued.actors)
            else:
                return [
                    Party(
                        actor=None,
                        name=None,
                        name_en=None,
                        office=issued.words,
                        side=issued.side or "unknown",
                        basis="carried",
                        start=start,
                        end=end,
                    )
                ]
        if source.outlet is not None or source.role in ("agency", "media"):
            outlet = source.outlet
            name, en = source.name, outlet.name.en if outlet else None
            return [
                Party(
                    actor=outlet.id if outlet else None,
                    name=name,
                    name_en=en,
                    office=None,
                    side=source.side or "unknown",
                    start=start,
                    end=end,
                )
            ]
        if not actors:
            return [Party(actor=None, name=source.name if source.role != "statement" else None, name_en=None, office=source.words,
                          side=source.side or "unknown", start=start, end=end)]  # fmt: skip
        out, seen = [], set()
        for actor in actors:
            if actor.key in seen and actor.name:
                continue
            seen.add(actor.key)
            s, e = tokens.starts[actor.first], tokens.ends[actor.last - 1]
            office = actor.office or (
                None if actor.name else source.words if source.words and len(actors) == 1 else self._words(actor)
            )
            basis = "resolved" if actor.basis in ("resolved", "counterpart") else "stated"
            out.append(Party(actor=actor.key if actor.name else None, name=actor.name, name_en=actor.name_en, office=office, side=actor.side or "unknown",
                             basis=basis, candidates=actor.candidates, start=start if len(actors) == 1 else s, end=end if len(actors) == 1 else e))  # type: ignore[arg-type]  # fmt: skip
        return out

    # chains

    def _link(self, source: Source, basis: LinkBasis, stance: bool = False) -> Link:
        tokens = self.view.tokens
        role: LinkRole = source.role
        if role == "statement" and stance and not self.view.isa(source.first, "texts"):
            role = "speaker"
        name = source.name or source.words
        if source.actors and role in ("speaker", "spokesperson"):
            name = " + ".join(a.name or a.office or self._words(a) for a in source.actors) or name
        actor = (
            source.outlet.id
            if source.outlet
            else source.actors[0].key
            if len(source.actors) == 1 and source.actors[0].name
            else None
        )
        if basis == "stated" and source.state:
            basis = "metonym"
        if basis == "stated" and source.actors and source.actors[0].basis == "resolved":
            basis = "resolved"
        here = basis not in ("null-subject", "unstated", "carried", "passive")
        return Link(role=role, name=name or None, actor=actor, basis=basis, start=tokens.starts[source.first] if here else None,
                    end=tokens.ends[source.last - 1] if here else None)  # fmt: skip

    def _words(self, actor: Actor) -> str:
        words = self.view.text(actor.first, actor.last)
        held = self.view.begins.get(actor.first)
        return words.removeprefix("و") if held is not None and held[0].clitic.startswith("و") else words

    @staticmethod
    def _carried(links: Sequence[Link]) -> list[Link]:
        return [
            msgspec.structs.replace(
                link, basis="carried" if link.basis in ("stated", "metonym", "resolved") else link.basis
            )
            for link in links
        ]

    def settle(self, p: Placed, prefix: list[Told], kept: list[Placed]) -> bool:
        """Find a statement's speakers and chain; False where nobody can be said to speak, or nothing new is told."""
        told = p.told
        if p.parent is not None and p.parent not in kept and p.parent.sentence == p.sentence:
            p.parent = None
        source, basis = self._speaker(p, kept)
        if source is None:
            return False
        if (
            told.source is None
            and self.view.inner.get(told.first) is not None
            and not (told.form is not None and told.form.tense == "participle")
        ):
            # inside marks a verb without a subject speaks of the speaker
            return False
        if p.parent is not None and self._repeats(p, source, basis):
            return False
        if (
            p.parent is not None
            and basis == "null-subject"
            and not source.pair
            and told.form is not None
            and told.form.tense != "participle"
            and (self.view.forms[told.first][0] not in "وف")
        ):
            return False
        p.source = source
        p.speakers = self._parties(source, told)
        p.actors = list(source.actors)
        if told.addressee is not None and (told.addressee.actors or told.addressee.name):
            p.addressee = self._parties(told.addressee, told)[0]
        stance = told.verb.stance if told.verb is not None else False
        terminal = self._link(source, basis, stance)
        before = self._through(told, source, terminal)
        p.chain = [*self._before(p, source, terminal, basis, before, prefix, kept), terminal]
        if (
            terminal.role == "speaker"
            and p.chain[:-1]
            and p.chain[-2].role == "statement"
            and self._other_side(p, source)
        ):
            p.counterpart_only = True
        p.contact = self._contact(p)
        return True

    def _repeats(self, p: Placed, source: Source, basis: LinkBasis) -> bool:
        """Whether a statement inside another has the same speaker, or no speaker of its own."""
        assert p.parent is not None
        outer = p.parent.source
        if outer is None:
            return False
        keys = {a.key for a in source.actors}
        if source is outer or (keys and keys == {a.key for a in outer.actors}):
            return not (p.told.form is not None and p.told.form.tense == "participle")
        if p.told.opener != "that" and p.told.verb is not None and p.told.verb.stance and source.state:
            return True
        return bool(
            p.told.opener == "noun"
            and p.told.verb is not None
            and p.told.verb.stance
            and not source.pair
            and not p.told.relative
            and terminal_person(outer)
        )

    def _through(self, told: Told, source: Source, terminal: Link) -> list[Link]:
        out: list[Link] = []
        for via in told.through:
            if via.role in ("agency", "media"):
                if self.home is not None and via.outlet is not None and via.outlet.id == self.home.id:
                    continue
                if via.definite and via.outlet is None:
                    continue
                out.insert(0, self._link(via, "stated"))
            elif via.role == "social" and all(x.role != "social" for x in out):
                out.append(self._link(via, "stated"))
            elif (
                via.role == "statement"
                and terminal.role == "speaker"
                and all(x.role != "statement" for x in out)
                and not source.state
            ):
                out.append(self._link(via, "stated"))
        if (
            told.source is None
            and told.form is not None
            and told.form.tense == "participle"
            and told.cls == "say"
            and not out
        ):
            post = next((i for i in range(self.lo, told.first) if self.view.isa(i, "social")), None)
            if post is not None:
                words = self.view.text(post, post + 1)
                out.append(self._link(Source(post, post + 1, "social", words, name=words), "stated"))
        return out

    def _before(
        self,
        p: Placed,
        source: Source,
        terminal: Link,
        basis: LinkBasis,
        own: list[Link],
        prefix: list[Told],
        kept: list[Placed],
    ) -> list[Link]:
        """The links that stand before the one who speaks."""
        told = p.told
        named = [t.source for t in prefix if t.source is not None and told.opener != "according"]
        if p.parent is not None and not told.relative:
            outer = p.parent.chain
            if outer and outer[-1].role == terminal.role == "statement" and outer[-1].name == terminal.name:
                return list(outer[:-1])
            return [*self._carried(outer), *own]
        if named and told.opener != "according":
            links = [
                self._link(s, "stated")
                for s in named
                if not s.actors or {a.key for a in s.actors} != {a.key for a in source.actors}
            ]
            vias = [self._link(v, "stated") for t in prefix for v in t.through]
            return [*vias, *(x for x in links if x.role != "statement" or terminal.role != "statement"), *own]
        around = [
            q
            for q in kept
            if q.told.opener == "according" and q.told.first > told.first and q.source is not None and q is not p
        ]
        if around and terminal.role in ("speaker", "spokesperson", "anonymous"):
            return [*around[0].chain, *own]
        if own or told.opener == "according":
            return own
        last = self.last
        if last is not None and not last.title and self.number - last.sentence <= _FAR and last.source is not None:
            same = source is last.source or (
                {a.key for a in source.actors} == {a.key for a in last.actors} and bool(last.actors)
            )
            goes_on = told.verb is not None and told.verb.continues
            if same and (basis == "null-subject" or goes_on) and last.parent is None:
                return self._carried(last.chain[:-1])
        first = next(
            (q for q in reversed(kept) if q.told.first < told.first and q.parent is None and q.source is not None), None
        )
        if basis == "null-subject" and first is not None and (source is first.source):
            return self._carried(first.chain[:-1])
        return self._governed(p, source, terminal)

    def _governed(self, p: Placed, source: Source, terminal: Link) -> list[Link]:
        """The links of a source named in an earlier sentence that still governs."""
        if (
            self.governor is None
            or self.turned
            and self.governor[2] == "statement"
            or self.past
            or terminal.role in ("statement", "agency", "media")
        ):
            return []
        links, number, kind, side = self.governor
        if self.number - number > _FAR:
            return []
        if kind in ("agency", "media"):
            return self._carried(links) if terminal.role in ("speaker", "spokesperson", "anonymous") else []
        if kind == "statement" and terminal.role == "speaker" and not source.state:
            theirs = {a.side for a in source.actors if a.side} | ({source.side} if source.side else set())
            parties = {a.key for e in self.encounters if any(a.side == side for a in e.parties) for a in e.parties}
            if source.pair or (theirs and {a.key for a in source.actors} & parties):
                return self._carried(links)
        return []

    def _other_side(self, p: Placed, source: Source) -> bool:
        """Whether the words of one side are known only from the other's text."""
        if self.governor is None or self.governor[3] is None:
            return False
        sides = {a.side for a in source.actors if a.side}
        return bool(sides) and self.governor[3] not in sides

    def _contact(self, p: Placed) -> str | None:
        """The contact whose readout a statement belongs to: told in its words, or told last with its speakers as parties."""
        tokens = self.view.tokens
        start, end = tokens.starts[p.told.start], tokens.ends[p.told.end - 1]
        for e in self.encounters:
            if start <= e.start < end:
                return e.id
        keys = {a.key for a in p.actors if a.name}
        if not keys:
            return None
        before = [e for e in self.encounters if e.trigger <= p.told.first]
        for e in reversed(before):
            if keys <= {a.key for a in e.parties}:
                return e.id
        return None

    def close(self, kept: list[Placed], prefix: list[Told]) -> None:
        """Remember what the sentence leaves behind for the next ones."""
        tops = [p for p in kept if p.parent is None]
        for p in kept:
            if p.source is None:
                continue
            if p.source.role == "statement":
                carried = p.source.definite and not p.source.actors and self.issuer is not None
                if not carried:
                    self.issuer = p.source
            if p.source.role in ("agency", "media"):
                self.paper = p.source
                if p.source.name:
                    self.named[p.source.name] = p.source
            if p.source.role == "spokesperson" and p.source.name:
                self.spokesman = p.source
        named = [t for t in prefix if t.source is not None]
        for t in named:
            assert t.source is not None
            if t.source.role == "statement" and not (t.source.definite and not t.source.actors):
                self.issuer = t.source
        # a text governs what follows; an outlet only where it is named first, or as the bearer of someone's words
        lead = next(
            (
                p
                for p in reversed(tops)
                if any(link.role == "statement" for link in p.chain) or any(v.outlet for v in p.told.through)
            ),
            None,
        )
        if named and self.lo + 1 >= named[0].first:
            self._govern([self._link(t.source, "stated") for t in named if t.source], named[0].source)
        elif lead is not None:
            links = [link for link in lead.chain if link.role in _ISSUED]
            if links:
                self._govern(links, lead.source)
        elif any(p.source is not None and p.source.role in ("agency", "media") for p in tops):
            self.governor = None
        elif tops:
            if self.governor is not None and (self.turned or self.past):
                self.governor = None
            elif self.governor is not None:
                self.governor = (self.governor[0], self.number, self.governor[2], self.governor[3])
        elif self.governor is not None and self.past:
            self.governor = None
        if tops:
            self.last = tops[-1]
        subject = next((p.source for p in tops if p.source is not None and p.source.actors), None)
        if subject is not None:
            self.subject = subject

    def _govern(self, links: list[Link], source: Source | None) -> None:
        kind = "statement" if any(x.role == "statement" for x in links) else "agency"
        side = source.side if source is not None else None
        if side is None and self.issuer is not None:
            side = self.issuer.side
        self.governor = (links, self.number, kind, side)

    def amend(self, before: list[Placed], told: Told, number: int) -> None:
        """«وذلك وفقا لوكالة …» as a sentence of its own: the source of the statements of the sentence before."""
        assert told.source is not None or told.through
        source = told.source or told.through[0]
        link = self._link(source, "stated")
        for p in before:
            if p.sentence >= number - 1 and not p.title and p.chain[:1] != [link]:
                p.chain = [link, *p.chain]
        self._govern([link], source)

    def later(self, placed: list[Placed]) -> list[Placed]:
        """Joint stances told before their readout was named come from it: «أعرب الجانبان … وأشارت الوزارة إلى …»."""
        for n, p in enumerate(placed):
            if len(p.actors) < 2 or len(p.chain) > 1 or p.parent is not None:  # noqa: PLR2004
                continue
            sides = {a.side for a in p.actors}
            for q in placed[n + 1 :]:
                if q.source is not None and q.chain and q.chain[0].role == "statement" and q.source.side in sides:
                    p.chain = [msgspec.structs.replace(q.chain[0], basis="resolved"), *p.chain]
                    break
                if q.sentence - p.sentence > _FAR:
                    break
        return placed


def terminal_person(source: Source) -> bool:
    """Whether a source is a person rather than a text, an outlet or a body."""
    return source.role == "speaker"
