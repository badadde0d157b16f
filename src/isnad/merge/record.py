"""`merge`: witnesses in, the record out."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import msgspec

from isnad.lexicon import Lexicon
from isnad.merge.accounts import Account, accounts
from isnad.merge.copies import families
from isnad.merge.crawled import came_out, crawl_days
from isnad.merge.event_accounts import EventAccount, event_accounts
from isnad.merge.event_fusion import fuse_event
from isnad.merge.event_joining import event_clusters
from isnad.merge.following import linked
from isnad.merge.fusion import fuse
from isnad.merge.gazetteer import Gazetteer
from isnad.merge.joining import clusters
from isnad.merge.judged import judged, judged_events
from isnad.merge.roots import Teller, roots, roots_of
from isnad.merge.stories import stories
from isnad.model import Record, RecordEvent, Verdict, Witness


def merge(witnesses: Iterable[Witness], lexicon: Lexicon, verdicts: Iterable[Verdict] = ()) -> Record:
    """One record of all that the witnesses tell, as people's verdicts leave it.

    Pure; neither the order of witnesses and verdicts nor their repetition changes anything. Each contact of each
    witness is a report of exactly one contact of the record, and each event of exactly one event.
    """
    known = {w.sha256: w for w in witnesses}
    ordered = [known[sha] for sha in sorted(known)]
    decided = sorted(set(verdicts))
    gazetteer = Gazetteer(lexicon)
    meeting = [w for w in ordered if w.contacts]
    family = families((w.sha256, w.signature) for w in ordered)
    crawled = crawl_days(ordered)
    told = list(chain.from_iterable(accounts(w, came_out(w, crawled), family[w.sha256], gazetteer) for w in meeting))
    first = _firsts(told)
    rooted = {account.id: roots(account, gazetteer) for account in told}
    fused = [fuse(members, joins, rooted, first) for members, joins in clusters(told, decided)]
    contacts = linked(sorted(judged(fused, decided), key=lambda c: c.id), gazetteer)
    made = stories(contacts)
    story = {id_: s.id for s in made for id_ in s.contacts}
    happened = [e for w in ordered for e in event_accounts(w, came_out(w, crawled), family[w.sha256], gazetteer)]
    return Record(
        contacts=tuple(msgspec.structs.replace(c, story=story[c.id]) for c in contacts),
        stories=made,
        events=_events(happened, decided, gazetteer, {r.contact: c.id for c in contacts for r in c.reports}),
    )


def _events(
    told: Sequence[EventAccount], decided: Sequence[Verdict], gazetteer: Gazetteer, homes: Mapping[str, str]
) -> tuple[RecordEvent, ...]:
    """The events of a record, by id, each with the contact of the record whose outcome it is."""
    first = _firsts(told)
    rooted = {a.id: roots_of([a.event.chain], Teller(a.witness, a.family, a.event.actors), gazetteer) for a in told}
    fused = [fuse_event(members, joins, rooted, first) for members, joins in event_clusters(told, decided)]
    placed = (msgspec.structs.replace(e, contact=homes.get(e.contact or "")) for e in fused)
    return tuple(judged_events(sorted(placed, key=lambda e: e.id), decided))


def _firsts(told: Iterable[Account | EventAccount]) -> dict[str, str]:
    """The key of the first article of each family."""
    first: dict[str, str] = {}
    for account in sorted(told, key=lambda a: (a.out, a.witness.appearances)):
        first.setdefault(account.family, account.witness.key)
    return first
