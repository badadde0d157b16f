"""Who is meant by an office without a name: one told before, else the registry's holder on the article's day."""

from collections.abc import Iterable

from msgspec.structs import replace

from isnad.actors.known import Known
from isnad.actors.roster import Roster
from isnad.actors.tenure import Tenure
from isnad.arabic.clitics import HERS, HIS, definite, fronts, without_article
from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.lexicon.titles import Courtesy
from isnad.model.phrase import Actor, Phrase


class Bearers:
    """Resolves titles that stand alone, in text order."""

    def __init__(self, tokens: Tokens, tenure: Tenure, roster: Roster, home: str | None) -> None:
        self._tokens, self._tenure, self._roster, self._home = tokens, tenure, roster, home
        self._words, self._courtesies = tenure.lexicon.name_words, tenure.lexicon.courtesies
        self._body: str | None = None
        # the offices told with a side and without a name, the last of each rank
        self._untold: dict[str, Actor] = {}

    def note(self, actor: Actor) -> None:
        """Note whose body or spokesman was told last."""
        if actor.rank in ("institution", "spokesman"):
            self._body = actor.side

    def courtesy(self, actor: Actor) -> Actor | None:
        """«سموه»: the person told last with that style («صاحب السمو»), else whom it fits.

        Of several whom it fits, the article's own: he whose office is told without a side, else he who was told first,
        for one writes so of one's host and not of his guest.
        """
        rule = self._courtesies[actor.strength]
        female = self._tokens.forms[actor.first].endswith(HERS)
        told = [k for k in self._roster.latest() if k.office and k.female is female]
        styled = [k for k in told if rule.style in k.styles]
        fits = styled or [k for k in told if self._fits(k, rule)] or told[:1]
        own = [k for k in fits if k.bare and not k.likened] or (styled[:1] if styled else [])
        best = own[0] if own else min(fits, key=lambda k: (k.likened, k.begun), default=None)
        if best is None:
            return None
        named = self._as(actor, best)
        return replace(named, side=best.side, office=best.office, rank=best.rank)

    def _fits(self, known: Known, rule: Courtesy) -> bool:
        """Whether an honorific may be said of a person, by his office and his name."""
        if rule.house:
            return not self._words.links.isdisjoint(known.words)
        return not rule.ranks or known.rank in rule.ranks

    def office(self, phrase: Phrase, actor: Actor) -> Actor:
        """The actor of an office phrase, with the name of its bearer where one is meant."""
        office = self._tenure.office_of(actor.office or "", phrase.rank)
        best = self._told(phrase, actor, office)
        if best is None and office and actor.side is None:
            holders = [k for k in self._roster.holding(office) if self._may_reign(phrase, k.side)]
            best = holders[0] if len(holders) == 1 else None
        if (
            best is None
            and office
            and actor.side is None
            and self._home_has(office)
            and self._may_reign(phrase, self._home)
        ):
            actor = replace(actor, side=self._home)
        if best is None and office and actor.side is not None:
            holder = self._tenure.holder(office, actor.side)
            if holder is not None:
                best = self._roster.of_person(holder)
                if best is None:
                    best = self._roster.add_holder(holder, actor)
        if best is None:
            return self._nameless(phrase, actor)
        self._roster.tell(best, phrase.first)
        return replace(
            self._as(actor, best),
            side=actor.side or best.side,
            office=best.office or actor.office,
            female=actor.female or best.female,
        )

    def _as(self, actor: Actor, known: Known) -> Actor:
        """The actor, resolved to a known person."""
        return replace(actor, key=known.key, name=known.name, person=known.person, name_en=known.en, basis="resolved")

    def _home_has(self, office: str) -> bool:
        return self._home is not None and self._tenure.holder(office, self._home) is not None

    def _nameless(self, phrase: Phrase, actor: Actor) -> Actor:
        """An office whose bearer stays unnamed, with the side that the article leaves unsaid."""
        side = actor.side
        single = phrase.office is not None and phrase.office[1] - phrase.office[0] == 1
        if side is not None and not single:
            self._untold[phrase.rank] = actor
        elif side is None and single and self._definite(phrase) and phrase.rank in self._untold:
            # «الوزير» after «وزير النقل الأردني»
            told = self._untold[phrase.rank]
            actor, side = replace(actor, office=told.office), told.side
        if side is None:
            # «قالت الخارجية الفنلندية إن الوزيرة …»: the body's own; else the outlet's own country
            assert phrase.office is not None
            side = (self._home if self._homely(phrase) else None) or self._body
        return replace(actor, side=side, key=f"{phrase.rank}:{fold_word(actor.office or '')}:{side}")

    def _thrones(self, words: Iterable[str]) -> frozenset[str]:
        """The words of a sovereign's title among these: «أمير», «ملك»."""
        return frozenset(without_article(word) for word in words) & self._words.thrones.keys()

    def _may_reign(self, phrase: Phrase, side: str | None) -> bool:
        """Whether a state may have a sovereign who is called so: «الأمير» is no republic's president."""
        assert phrase.office is not None
        thrones = self._thrones(self._tokens.forms[slice(*phrase.office)])
        return not thrones or any(side in self._words.thrones[word] for word in thrones)

    def _homely(self, phrase: Phrase) -> bool:
        """Whether an office of which nothing says whose it is may be of the outlet's own country."""
        assert phrase.office is not None
        first, last = phrase.office
        private = self._words.private_bodies
        return last - first > 1 and all(private.isdisjoint(fronts(form)) for form in self._tokens.forms[first:last])

    def _definite(self, phrase: Phrase) -> bool:
        assert phrase.office is not None
        return definite(self._tokens.forms[phrase.office[0]], phrase.clitic)

    def _told(self, phrase: Phrase, actor: Actor, office: str | None) -> Known | None:
        """Who was told last with this office; «رئيس» alone, without article or complement, is nobody told before."""
        assert phrase.office is not None
        forms = self._tokens.forms[slice(*phrase.office)]
        single = forms[0].removeprefix(phrase.clitic) if len(forms) == 1 else ""
        if single and not forms[0].endswith((HIS, HERS)) and not definite(single):
            return None
        fits = [k for k in self._roster.of_rank(phrase.rank) if self._may_be(k, phrase, actor, office)]
        if actor.side is None and len(forms) > 1:
            # «وزير الخارجية» is whom the article called so from the first, not «وزير خارجية فرنسا»
            fits = [k for k in fits if k.bare] or fits
        return fits[0] if fits else None

    def _same(self, phrase: Phrase, office: str | None, other: str, rank: str) -> bool:
        """Whether a title may be another one said shorter: the same of the registry's offices, or fewer of its words.

        Only words that say of what the office is count, for the side is compared for itself; «الرئيس السابق» is nobody
        who was not called so.
        """
        assert phrase.office is not None
        words = {without_article(form) for form in self._tokens.forms[slice(*phrase.office)]}
        whole = {without_article(word) for word in fold_word(other).split()}
        if not (words & self._words.former) <= whole:
            return False
        held = self._tenure.office_of(other, rank)
        if office and held:
            return office == held
        mine, theirs = words & self._words.portfolios, whole & self._words.portfolios
        return phrase.office[1] - phrase.office[0] == 1 or mine <= theirs or (bool(theirs) and theirs <= mine)

    def _may_be(self, known: Known, phrase: Phrase, actor: Actor, office: str | None) -> bool:
        """Whether an office without a name may be that of a person told before."""
        assert phrase.office is not None
        if actor.side is not None and known.side != actor.side:
            return False
        if known.office and not self._same(phrase, office, known.office, known.rank):
            return False
        thrones = self._thrones(self._tokens.forms[slice(*phrase.office)]) if actor.side is None else frozenset()
        if thrones and not thrones & self._thrones((*known.styles, *fold_word(known.office or "").split())):
            return False
        # who speaks for one body does not speak for the next
        own = phrase.rank != "spokesman" or not known.office or phrase.office[1] - phrase.office[0] == 1
        return own or fold_word(known.office or "") == fold_word(actor.office or "")
