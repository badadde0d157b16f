"""What a predicate tells before its parties are known: tense, carrier, place, what it goes on with."""

from collections.abc import Iterator, Sequence

import msgspec

from isnad.arabic.markers import IN_PLACE, Marker
from isnad.clauses import Clause, Relation, Unit
from isnad.clauses.units import COMMAS, place_kind
from isnad.contacts.carriers import after_noun, bearers, place_in, promised_after
from isnad.contacts.cast import arguments
from isnad.contacts.draft import Draft, Scene
from isnad.contacts.schedule import in_order
from isnad.contacts.tours import touring
from isnad.lexicon.constructions import Frame
from isnad.lexicon.words import W

_REACH = 8
# «قبل أن يصل»: so far before the verb stands the word of time
_THAT = 2
_CITIES = frozenset({"capital", "city"})
# behind these a noun tells what is prepared or spoken of
_AIMS = frozenset({Marker.FOR, Marker.ABOUT, Marker.TO, Marker.BEFORE, Marker.ON, Marker.CONCERNING, Marker.AROUND})


def drafted(scene: Scene, clause: Clause, frame: Frame) -> Draft:
    """What a predicate tells before its parties are known."""
    row, k = scene.row, clause.at
    # a verb behind the noun («محادثات أجراها …») names its party, not whether it took place
    tour = touring(scene, clause) if frame.within and clause.tense == "present" else None
    lends = scene.clause((tour or clause).carrier)
    carrier = lends if lends is not None and lends.at < k and not any(map(in_order, row[lends.at : k])) else None
    groups = arguments(scene, clause)
    last = max([k, *(row.index(g.units[-1]) if g.units[-1] in row else g.at for g in groups if g.at > k)])
    draft = Draft(frame.row.kind, frame.id, row, k, last=last, stay=frame.row.stay, arrival=frame.row.arrival)
    light = carrier.at if carrier is not None else None
    # «سيقوم غدا بجولة تشمل مصر»: a leg is of the day and tense of its tour
    tense = _tense(scene, tour or clause, carrier) or clause.tense
    proposed = carrier is not None and carrier.lends == "proposer"
    begins = carrier is not None and carrier.light is not None and carrier.light.begins
    # «ينهي زيارته»; «يختتم جولته بزيارة …» ends what is before
    ends = carrier is not None and carrier.light is not None and carrier.light.ends and not row[k].marker
    ends = ends and not frame.row.tours
    after = None
    if clause.form == "noun" and light is None:
        after, tense, proposed = after_noun(row, last)
    if clause.form == "noun" and (promised := promised_after(row, k)) is not None:
        light, after, tense = None, promised, "future"
    if carrier is not None and carrier.form == "masdar" and _promised(scene, carrier):
        tense = "future"
    return msgspec.structs.replace(
        draft,
        light=light,
        tense=tense,
        proposed=proposed,
        arrival=draft.arrival or begins,
        ended=ends and tense == "past",
        leaving=ends and tense in ("present", "future"),
        after=after,
        place=_place(scene, clause, last),
        heads=frame.row.heads,
        done=lends is not None and lends.at > k and lends.tense == "past",
        coming=lends is not None and lends.at > k and lends.tense == "present" and clause.form == "noun",
        aimed=clause.form == "noun" and clause.linker in _AIMS and clause.carrier is None,
        amid=_amid(scene, clause),
        host=_host(scene, clause),
        bearers=bearers(scene, clause) if frame.row.kind == "message" else (),
        clause=(f"clause.{clause.relation.value}", f"doer.{clause.by.value}"),
    )


def _tense(scene: Scene, clause: Clause, carrier: Clause | None) -> str:
    """The tense of a verb, or of the one before a noun that carries it; '' of a noun alone."""
    above = scene.clause(clause.parent)
    if clause.form == "masdar" and clause.tense == "past" and above is not None and above.form == "verb":
        # a participle: «سيغادر متوجها إلى …» is to come with its verb
        return above.tense
    if clause.form in ("verb", "masdar"):
        return "past" if _next_done(scene, clause) else clause.tense
    return "" if carrier is None else carrier.tense or "masdar"


def _next_done(scene: Scene, clause: Clause) -> bool:
    """«زار بغداد قبل أن يصل إلى دمشق»: what followed something done was done."""
    row, k, above = scene.row, clause.at, scene.clause(clause.parent)
    if clause.tense != "present" or k < _THAT or above is None or above.form != "verb" or above.tense != "past":
        return False
    return row[k - 1].word(W.THAT) and row[k - _THAT].word(W.EVENT_COMING)


def _place(scene: Scene, clause: Clause, last: int) -> Unit | None:
    """Where it was: behind the noun, between its verb and it, in the noun it goes on with, or the host."""
    row, carrier, timed = scene.row, scene.clause(clause.carrier), scene.timed
    named = next(
        (g.units[0] for g in clause.arguments if g.marker == Marker.GENITIVE and place_kind(g.units[0]) in _CITIES),
        None,
    )
    place = named or place_in(row, clause.at, last + _REACH, timed)
    if place is not None:
        return place
    if carrier is None:
        return _place_of_noun(scene, clause) or _place_in_front(row, clause.at)
    if carrier.lends == "host" and carrier.subject is not None:
        return next((u for u in carrier.subject.units if u.is_place), None)
    return place_in(row, carrier.at, clause.at, timed) or _place_in_front(row, carrier.at)


def _place_in_front(row: Sequence[Unit], verb: int) -> Unit | None:
    """«وفي باريس، أجرى محادثات مع …»: the place that opens the sentence, right before its verb."""
    last = verb - 1 - (verb > 0 and row[verb - 1].form in COMMAS)
    if last != 1 or not row[last].is_place or row[0].phrase is not None:
        return None
    return row[last] if row[0].form in IN_PLACE else None


def _place_of_noun(scene: Scene, clause: Clause) -> Unit | None:
    """«قمة في سمرقند، التقى خلالها …»: where the encounter is that the verb describes."""
    within = any(u.word(W.IN_IT) for u in scene.row[clause.at + 1 : clause.at + 2])
    noun = next((h for h in reversed(scene.clauses[: clause.index]) if h.form == "noun" and h.frames), None)
    return place_in(scene.row, noun.at, clause.at, scene.timed) if within and noun is not None else None


def _promised(scene: Scene, carrier: Clause) -> bool:
    """Whether a verb in the future carries the verbal noun: «سيتم عقد قمة»."""
    before = scene.row[carrier.at - 1] if carrier.at else None
    return before is not None and any(h.form.tense == "future" for h in before.lights if h.frame >= 0)


def _amid(scene: Scene, clause: Clause) -> tuple[int, str] | None:
    """The verb of which a noun is a circumstance, and its tense: «سيلتقي الرئيس خلال زيارته …»."""
    above = scene.clause(clause.parent)
    if above is None or clause.form != "noun" or clause.relation is not Relation.ADJUNCT or above.form == "saying":
        return None
    return above.at, above.tense


def _host(scene: Scene, clause: Clause) -> Draft | None:
    """The telling that this one goes on with: «وصل إلى … حيث يلتقي», «زيارة يلتقي فيها», «زار … للقاء»."""
    if clause.relation is Relation.WHERE and clause.governor is not None:
        return scene.by_clause.get(clause.governor) or (scene.drafts[-1] if scene.drafts else None)
    carriers = list(_carrying(scene, clause)) if clause.form == "noun" else [clause]
    behind = [u for c in carriers for u in scene.row[c.at + 1 : c.at + 2]]
    if scene.drafts and any(u.phrase is None and u.word(W.IN_IT) for u in behind):
        return scene.drafts[-1]
    for parent in [c.parent for c in carriers if c.relation is Relation.PURPOSE and c.parent is not None]:
        stay = scene.by_clause.get(parent)
        # who has come («وصل السبت للقاء نظيره») need not have met anybody that day
        if stay is not None and (stay.tense == "future" or (stay.stay and not stay.arrival)):
            return stay
    return None


def _carrying(scene: Scene, clause: Clause) -> Iterator[Clause]:
    """A predicate and those that carry it, from its own up: «قام خلالها بتسليم رسالة»."""
    while True:
        yield clause
        above = scene.clause(clause.carrier)
        if above is None or above.at >= clause.at:
            return
        clause = above
