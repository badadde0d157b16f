"""The chain behind a statement: carried from sentence to sentence while a source governs."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from isnad.arabic.clitics import JOINS
from isnad.lexicon.collective import Outlet
from isnad.lexicon.statements import Opener, W
from isnad.model.reading import Link, LinkBasis
from isnad.statements.attribution import Attribution
from isnad.statements.links import carried, link, parties
from isnad.statements.occasion import occasion_of, time_of
from isnad.statements.placed import Encounter, Place, Placed
from isnad.statements.source import Source
from isnad.statements.speakers import FAR, Speakers
from isnad.statements.view import View

_ISSUED = frozenset({"statement", "agency", "media"})
_NEAR = 4
_PEOPLE = frozenset({"speaker", "spokesperson", "anonymous"})


class Governor(NamedTuple):
    """A source that governs the sentences after its own: its links, its sentence, and the side that it speaks for.

    An outlet that bore somebody's words (`bore`) governs only what he goes on to say.
    """

    links: list[Link]
    sentence: int
    side: str | None
    bore: Source | None = None

    @property
    def is_text(self) -> bool:
        """Whether a text governs, rather than an outlet alone."""
        return any(x.role == "statement" for x in self.links)


class Chains:
    """Settles the speakers and chains of one article's statements, asked in text order."""

    def __init__(self, view: View, home: Outlet | None, encounters: Sequence[Encounter]) -> None:
        self.view, self.home = view, home
        self.speakers = Speakers(view, home, encounters)
        self.place = self.speakers.place
        self.governor: Governor | None = None
        self._cues: list[int] = []

    def enter(self, place: Place) -> None:
        """Go on to the next sentence."""
        self.place = place
        self._cues = []
        self.speakers.enter(place)

    def settle(self, p: Placed, prefix: Sequence[Attribution], kept: Sequence[Placed]) -> bool:
        """Find a statement's speakers and chain; False where nobody can be said to speak, or nothing new is told.

        `prefix` are the attributions that its sentence makes of all its statements, `kept` those settled before it.
        """
        told = p.told
        if p.parent is not None and p.parent not in kept and p.parent.sentence == p.sentence:
            p.parent = None
        source, basis = self.speakers.of(p, kept, governed=self._governing_text())
        if source is None or self._idle(p, source, basis):
            return False
        p.source = source
        if self._tells_pair(told):
            met = self.speakers.pairs.encounter(told.first, self.place)
            p.about = met.id if met is not None else None
        p.speakers = parties(self.view, source, self.speakers.issuer)
        if told.addressee is not None and (told.addressee.actors or told.addressee.name):
            p.addressee = parties(self.view, told.addressee, None)[0]
        terminal = self._link(source, basis, stance=told.verb is not None and told.verb.stance)
        p.chain = [*self._before(p, source, terminal, basis, prefix, kept), terminal]
        self._circumstances(p, basis)
        p.counterpart_only = terminal.role == "speaker" and self._second_hand(p, source)
        return True

    def _circumstances(self, p: Placed, basis: LinkBasis) -> None:
        """Where and when it was said: as its clause tells, or as the words that it goes on with."""
        clause = max([self.place.lo, *(t for t in self._cues if t < p.told.first)])
        self._cues.append(p.told.first)
        p.occasion = occasion_of(self.view, clause, p.told, p.chain)
        p.time = time_of(self.view, clause, p.told, self.view.days)
        last = self.speakers.nearby()
        if basis == "null-subject" and last is not None and last.source is not None and p.source is not None:
            same = p.source is last.source or bool(p.source.keys() & last.source.keys())
            if same and p.occasion in (None, "statement"):
                p.occasion = last.occasion
            if same and p.time is None:
                p.time = last.time

    def _tells_pair(self, told: Attribution) -> bool:
        """Whether the words told speak of the two sides of an encounter: «إن الجانبين بحثا …»."""
        return any(self.view.isa(j, W.SETS) for j in range(told.start, min(told.end, told.start + _NEAR)))

    def _link(self, source: Source, basis: LinkBasis, *, stance: bool = False) -> Link:
        return link(self.view, source, basis, self.speakers.issuer, stance=stance)

    def _idle(self, p: Placed, source: Source, basis: LinkBasis) -> bool:
        """Whether a cue inside another's words, or inside marks, tells nothing of its own."""
        told = p.told
        if told.tensed("participle"):
            return False
        if told.source is None and told.first in self.view.inner:
            # inside marks a verb without a subject speaks of the speaker
            return True
        if p.parent is None or p.parent.source is None:
            return False
        outer = p.parent.source
        if source is outer or (source.actors and source.keys() == outer.keys()):
            return True
        if basis == "null-subject" and not source.pair and self.view.forms[told.first][0] not in JOINS:
            return True
        if told.verb is None or not told.verb.stance or source.pair or told.relative:
            return False
        # the outlet's word for what somebody did, inside another's words: «قال إن روسيا تقترح لقاء»
        return (told.opener != Opener.THAT and source.state) or (told.opener == Opener.NOUN and outer.role == "speaker")

    def _between(self, told: Attribution, source: Source, terminal: Link) -> list[Link]:
        """The outlets, posts and texts named between the verb and the words."""
        out: list[Link] = []
        for via in told.through:
            if via.role in ("agency", "media"):
                own = self.home is not None and via.outlet is self.home
                if not own and not (via.definite and via.outlet is None):
                    out.insert(0, self._link(via, "stated"))
                continue
            fits = via.role == "social" or (terminal.role == "speaker" and not source.state)
            if fits and all(x.role != via.role for x in out):
                out.append(self._link(via, "stated"))
        goes_on = told.tensed("participle") or self.view.isa(told.first - 1, W.WHEREBY) is not None
        if not out and told.source is None and told.cls == "say" and goes_on:
            # «نشر تغريدة على حسابه، قائلا», «جاء ذلك في تغريدة له، حيث قال»
            post = next((i for i in range(self.place.lo, told.first) if self.view.isa(i, W.SOCIAL)), None)
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
        prefix: Sequence[Attribution],
        kept: Sequence[Placed],
    ) -> list[Link]:
        """The links that stand before the one who speaks."""
        told = p.told
        own = self._between(told, source, terminal)
        if p.parent is not None and not told.relative:
            outer, around = p.parent.chain, p.parent.source
            if around is not None and (source is around or (source.actors and source.keys() == around.keys())):
                return carried(outer[:-1])
            if outer and outer[-1].role == terminal.role == "statement" and outer[-1].name == terminal.name:
                return list(outer[:-1])
            return [*carried(outer), *own]
        if told.opener == "according":
            return own
        if any(t.source is not None for t in prefix):
            return [*self._prefixed(prefix, source, terminal), *own]
        clause = next((q for q in kept if q.told.according and q.told.first > told.first), None)
        if clause is not None and terminal.role in _PEOPLE:
            return [*clause.chain, *own]
        continued = self._continued(p, source, basis, kept)
        if own or continued is not None:
            return own or continued or []
        governed = self._governed(p, source, terminal)
        # a text that speaks in this sentence is nearer than one of before
        whereby = self.view.isa(told.first - 1, W.WHEREBY) is not None
        return (_beside(told, terminal, kept) if governed or whereby else []) or governed

    def _prefixed(self, prefix: Sequence[Attribution], source: Source, terminal: Link) -> list[Link]:
        """«وبحسب البيان، شدد الوزير», «قالت فلانة …، حسب وكالة …»."""
        out = [self._link(via, "stated") for t in prefix for via in t.through]
        for t in prefix:
            if t.source is None or (t.source.actors and t.source.keys() == source.keys()):
                continue
            if t.source.role != "statement" or terminal.role != "statement":
                out.append(self._link(t.source, "stated"))
        return out

    def _continued(self, p: Placed, source: Source, basis: LinkBasis, kept: Sequence[Placed]) -> list[Link] | None:
        """The chain of the same speaker's words just before, where this goes on with them; None where it does not."""
        told, last = p.told, self.speakers.nearby()
        if last is not None and last.source is not None and last.parent is None:
            same = source is last.source or (bool(source.actors) and source.keys() == last.source.keys())
            if same and (basis == "null-subject" or (told.verb is not None and told.verb.continues)):
                return carried(last.chain[:-1])
        first = next((q for q in reversed(kept) if q.told.first < told.first and q.parent is None), None)
        if basis == "null-subject" and first is not None and source is first.source:
            return carried(first.chain[:-1])
        return None

    def _governing_text(self) -> bool:
        governor = self.governor
        return governor is not None and governor.is_text and self.place.number - governor.sentence <= FAR

    def _governed(self, p: Placed, source: Source, terminal: Link) -> list[Link]:
        """The links of a source named in an earlier sentence that still governs."""
        governor = self.governor
        if governor is None or self.place.past or self.place.number - governor.sentence > FAR:
            return []
        if not governor.is_text:
            bore = governor.bore
            his = bore is None or bool(source.keys() & bore.keys()) or source.words == bore.words
            return carried(governor.links) if his and terminal.role in _PEOPLE and not source.state else []
        if self.place.turned or terminal.role != "speaker" or source.state or self._own_words(p):
            return []
        # a text goes on to tell of the parties of a contact with its own side
        mine = [e for e in self.speakers.pairs.encounters if any(a.side == governor.side for a in e.parties)]
        if source.pair or source.keys() & {a.key for e in mine for a in e.parties}:
            return carried(governor.links)
        return []

    def _own_words(self, p: Placed) -> bool:
        """Whether somebody is told to have spoken himself («قال», «صرح», to reporters) rather than in a readout."""
        told, verb = p.told, p.told.verb
        if told.source is None or told.source.pair or verb is None:
            return False
        # «دعا الضيف في تصريح إعلامي إلى»
        aside = any(self.view.isa(j, W.VENUES, W.PRESS_CONFERENCES, W.INTERVIEWS) for j in range(told.last, told.start))
        return verb.utters or aside

    def _second_hand(self, p: Placed, source: Source) -> bool:
        """Whether the words of one side are known only from the other's text."""
        texts = [x for x in p.chain[:-1] if x.role == "statement"]
        side = self.governor.side if self.governor is not None else None
        issuer = self.speakers.issuer
        if p.parent is not None and p.parent.source is not None and p.parent.source.role == "statement":
            side = p.parent.source.side
        elif issuer is not None and texts:
            side = issuer.side
        sides = {a.side for a in source.actors if a.side}
        return bool(texts and side and sides) and side not in sides

    def pass_over(self) -> None:
        """Leave a sentence in which nothing is said."""
        if self.place.past:
            self.governor = None

    def leave(self, kept: Sequence[Placed], prefix: Sequence[Attribution]) -> None:
        """Remember what the sentence leaves behind for the next ones.

        A text governs what follows; an outlet only where it is named first, or as the bearer of someone's words.
        """
        self.speakers.remember(kept, prefix)
        tops = [p for p in kept if p.parent is None]
        named = [t for t in prefix if t.source is not None]
        leading = (p for p in tops if p.told.according and not p.told.holds(p.told.first) and _heads(p, self.place.lo))
        lead = next(leading, None) or next((p for p in reversed(tops) if _governs(p)), None)
        if named and named[0].first <= self.place.lo + 1:
            self._govern([self._link(t.source, "stated") for t in named if t.source is not None], named[0].source)
        elif lead is not None:
            if links := [x for x in lead.chain if x.role in _ISSUED]:
                bearer = not lead.told.according and all(x.role != "statement" for x in links)
                self._govern(links, lead.source, lead.source if bearer else None)
        elif self.place.past or any(p.source is not None and p.source.role in ("agency", "media") for p in tops):
            self.governor = None
        elif self.governor is not None and tops:
            self.governor = None if self.place.turned else self.governor._replace(sentence=self.place.number)

    def _govern(self, links: list[Link], source: Source | None, bore: Source | None = None) -> None:
        issuer = self.speakers.issuer
        side = source.side if source is not None else None
        side = side or (issuer.side if issuer is not None else None)
        self.governor = Governor(links, self.place.number, side, bore)

    def amend(self, before: Sequence[Placed], told: Attribution) -> None:
        """«وذلك وفقا لوكالة …» as a sentence of its own: the source of the statements of the sentence before."""
        source = told.source or told.through[0]
        first = self._link(source, "stated")
        for p in before:
            if p.chain[:1] != [first]:
                p.chain = [first, *p.chain]


def _heads(p: Placed, lo: int) -> bool:
    """Whether an attribution governs on; an outlet that closes its sentence reaches back and no further."""
    # «وذلك وفقا لوكالة …» is a sentence of its own about the one before
    alone = p.told.end <= lo
    return alone or p.told.first <= p.told.start or any(x.role == "statement" for x in p.chain)


def _governs(p: Placed) -> bool:
    """Whether a statement names a text, or an outlet that bore its words."""
    return any(x.role == "statement" for x in p.chain) or any(
        v.role in ("agency", "media") and (v.outlet or not v.definite) for v in p.told.through
    )


def foretold(placed: Sequence[Placed]) -> None:
    """Joint stances told before their readout was named come from it: «أعرب الجانبان … وأشارت الوزارة إلى …»."""
    for n, p in enumerate(placed):
        if p.source is None or len(p.source.actors) < 2 or len(p.chain) > 1 or p.parent is not None:
            continue
        sides = {a.side for a in p.source.actors}
        for q in placed[n + 1 :]:
            if q.sentence - p.sentence > FAR:
                break
            if q.source is not None and q.chain[0].role == "statement" and q.source.side in sides:
                p.chain = [msgspec.structs.replace(q.chain[0], basis="resolved"), *p.chain]
                break


def _beside(told: Attribution, terminal: Link, kept: Sequence[Placed]) -> list[Link]:
    """«قالت الوزارة إن الوزير اتصل بنظيره، حيث شدد على …»: the text that speaks in this sentence tells it."""
    if terminal.role not in _PEOPLE:
        return []
    earlier = (q for q in reversed(kept) if q.told.first < told.first and q.parent is None)
    text = next((q for q in earlier if q.chain and q.chain[-1].role == "statement"), None)
    return carried(text.chain) if text is not None else []
