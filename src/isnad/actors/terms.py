"""Titles against the registry's terms: whoever is named with an office that another held on the article's days."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from isnad.actors.cursor import COMMAS
from isnad.arabic.clitics import BEFORE_NOUNS
from isnad.arabic.fold import fold_word
from isnad.arabic.tokens import Tokens
from isnad.lexicon import Lexicon
from isnad.lexicon.people import SOLE, Term
from isnad.model import Problem, Published, TimeExpression
from isnad.model.phrase import Actor, Phrase

Pair = tuple[Phrase, Actor | None]
# the offices that one person of a side holds at a time, and whose titles say so without doubt
ONE_HOLDER = SOLE | {"defence-minister", "interior-minister"}
# the designated and those who have just left bear the title too
_MARGIN = timedelta(31)
_AFTER, _BEFORE = 2, 2
_COMPOUND = 3


class Claim(msgspec.Struct, frozen=True):
    """What a titled name says: this person holds this registry office of this side (or of one of these).

    `stated`: the title itself tells the side; else it is the one that the article tells of him elsewhere.
    """

    office: str
    sides: tuple[str, ...]
    phrase: Phrase
    actor: Actor
    stated: bool


def claims(tokens: Tokens, pairs: Iterable[Pair], lexicon: Lexicon) -> Iterator[Claim]:
    """The titled names of an article, members of lists too; without those whom its words call former or designate."""
    for phrase, actor in pairs:
        if actor is None:
            continue
        sides = phrase.sides or ((actor.side,) if actor.person is not None and actor.side else ())
        named = phrase.kind == "person" and phrase.name and phrase.office and sides and actor.name
        if named and _joined(tokens, phrase):
            office = _office(tokens, phrase, lexicon)
            if office and _serving(tokens, phrase, lexicon) and _his(phrase, actor, office, sides, lexicon):
                yield Claim(office, sides, phrase, actor, stated=bool(phrase.sides))
        if len(phrase.members) == len(actor.members):
            yield from claims(tokens, zip(phrase.members, actor.members, strict=True), lexicon)


def posts(tokens: Tokens, pairs: Iterable[Pair], lexicon: Lexicon) -> Iterator[tuple[str, Phrase, int, list[Term]]]:
    """The persons whom a title of some rank gives a post beside the offices of `claims`: rank, phrase, person, terms.

    «المتحدثة باسم الوزارة فلانة»: one of her terms as a spokeswoman is of the article's day.
    """
    ranks = {post.rank: post.offices for post in lexicon.titles.posts}
    for phrase, actor in pairs:
        if actor is None or actor.person is None or set(phrase.people) != {actor.person} or phrase.office is None:
            continue
        told = phrase.kind == "person" and phrase.name and phrase.office[1] - phrase.office[0] > 1
        wanted = ranks.get(phrase.rank, ())
        if told and wanted and _joined(tokens, phrase) and _serving(tokens, phrase, lexicon):
            terms = [t for t in lexicon.people[actor.person].offices if t.office in wanted]
            yield phrase.rank, phrase, actor.person, terms


def contradictions(
    tokens: Tokens, pairs: Iterable[Pair], lexicon: Lexicon, day: Published | None, times: Sequence[TimeExpression] = ()
) -> tuple[Problem, ...]:
    """One problem for each person whom a title gives an office that by the registry another held on all possible days.

    Silent where the day is not known from both sides, within a month of a term, where governments rival, where the
    registry knows no holder, and where one of the article's `times` lies in a term of his: a tale of those days.
    """
    if day is None or day.earliest is None or day.latest is None:
        return ()
    out: dict[tuple[str, int], Problem] = {}
    for claim in claims(tokens, pairs, lexicon):
        person = claim.actor.person
        if person is None or not claim.stated or claim.office not in ONE_HOLDER or (claim.office, person) in out:
            continue
        bearers = {person, *claim.phrase.people}
        terms = [t for p in bearers for t in held(lexicon, p, claim.office, claim.sides)]
        if any(near(term, day.earliest, day.latest) or _told_of(term, times) for term in terms):
            continue
        office, first, last = claim.office, day.earliest, day.latest
        holders = [h for side in claim.sides for h in sure_holders(lexicon, office, side, first, last)]
        if holders:
            out[claim.office, person] = _problem(tokens, claim, lexicon, person, holders, day)
    return tuple(out.values())


def held(lexicon: Lexicon, person: int, office: str, sides: Iterable[str]) -> list[Term]:
    """The terms of a registry person in an office of one of these sides."""
    who, wanted = lexicon.people[person], set(sides)
    return [t for t in who.offices if t.office == office and (t.side or who.side) in wanted]


def sure_holders(lexicon: Lexicon, office: str, side: str, earliest: str, latest: str) -> list[tuple[int, Term]]:
    """Who surely held an office of a side throughout these inclusive ISO days; nobody where governments rival."""
    out = []
    for place in dict.fromkeys(lexicon.by_office.get((office, side), ())):
        for term in held(lexicon, place, office, (side,)):
            first, last = term.certain()
            if term.rival and term.may_hold(earliest):
                return []
            if first <= earliest and latest <= last:
                out.append((place, term))
    return out


def near(term: Term, earliest: str, latest: str) -> bool:
    """Whether an office may have been held within a month of these days."""
    first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
    return any(term.may_hold(d.isoformat()) for d in (first - _MARGIN, first, last, last + _MARGIN)) or (
        earliest <= term.start <= latest
    )


def _office(tokens: Tokens, phrase: Phrase, lexicon: Lexicon) -> str | None:
    """The registry office that the words of a title name; None for three posts in one and for who serves another."""
    assert phrase.office is not None
    forms = tokens.forms[slice(*phrase.office)]
    heads = [clitic for form in forms if (clitic := _head(form, lexicon)) is not None]
    if len(heads) >= _COMPOUND or "ل" in heads[1:]:
        return None
    words = {*forms, forms[0].removeprefix(phrase.clitic)}
    for rule in lexicon.titles.offices:
        if rule.rank == phrase.rank and (not rule.has or any(fold_word(w) in words for w in rule.has)):
            return None if rule.id == "secretary-general" and lexicon.states.intersection(phrase.sides) else rule.id
    return None


def _head(form: str, lexicon: Lexicon) -> str | None:
    """The particle before a word that opens an office; None for other words."""
    for clitic, beginning in lexicon.index.analyse(form):
        if beginning.alone is not None and "head" in beginning.alone:
            return clitic
    return None


def _joined(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether title and name are one phrase; after a name and no comma it may be another's («شكر فلان الرئيس»)."""
    assert phrase.name is not None
    assert phrase.office is not None
    return phrase.office[0] < phrase.name[0] or tokens.forms[phrase.office[0] - 1] in COMMAS


def _his(phrase: Phrase, actor: Actor, office: str, sides: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a listed person is meant by this very name, and the office is of a side that he has stood for."""
    if actor.person is None or office not in ONE_HOLDER:
        return True
    person = lexicon.people[actor.person]
    own = {person.side, *(term.side for term in person.offices)}
    return actor.person in phrase.people and bool(own.intersection(sides))


def _serving(tokens: Tokens, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether nothing in or beside the phrase says that the office was held before, or is yet to be held."""
    words, last = lexicon.titles.not_serving, phrase.last + _AFTER
    within = tokens.forms[phrase.first : last]
    if any(fold_word(w) in within for w in words.beside):
        return False
    near = tokens.forms[max(0, phrase.first - _BEFORE) : phrase.first]
    before = {w for form in near for w in (form, form[1:] if form.startswith(BEFORE_NOUNS) else form)}
    return not any(fold_word(w) in before for w in words.before)


def _told_of(term: Term, times: Iterable[TimeExpression]) -> bool:
    return any(t.earliest and t.latest and term.may_hold(t.earliest) and term.may_hold(t.latest) for t in times)


def _problem(
    tokens: Tokens, claim: Claim, lexicon: Lexicon, person: int, holders: list[tuple[int, Term]], day: Published
) -> Problem:
    phrase = claim.phrase
    start, end = tokens.starts[phrase.first] + len(phrase.clitic), tokens.ends[phrase.last - 1]
    days = day.earliest if day.earliest == day.latest else f"{day.earliest}..{day.latest}"
    own = held(lexicon, person, claim.office, claim.sides)
    terms = ", ".join(_told(t) for t in own) or "not listed"
    others = ", ".join(f"{lexicon.people[p].id} ({_told(t)})" for p, t in holders)
    return Problem(
        room="actors",
        message=f"«{tokens.text[start:end]}» on {days}: by the registry {claim.office} of {'/'.join(claim.sides)} "
        f"was {others}; {lexicon.people[person].id}: {terms}",
        start=start,
        end=end,
    )


def _told(term: Term) -> str:
    return f"{term.start}..{term.end or ''}"
