"""`merge`: witnesses in, the record out."""

from collections.abc import Iterable
from itertools import chain

import msgspec

from isnad.lexicon import Lexicon
from isnad.merge.accounts import accounts
from isnad.merge.copies import families
from isnad.merge.crawled import came_out, crawl_days
from isnad.merge.following import linked
from isnad.merge.fusion import fuse
from isnad.merge.gazetteer import Gazetteer
from isnad.merge.joining import clusters
from isnad.merge.judged import judged
from isnad.merge.roots import roots
from isnad.merge.stories import stories
from isnad.model import Record, Verdict, Witness


def merge(witnesses: Iterable[Witness], lexicon: Lexicon, verdicts: Iterable[Verdict] = ()) -> Record:
    """One record of all that the witnesses tell, as people's verdicts leave it.

    Pure; neither the order of witnesses and verdicts nor their repetition changes anything. Each contact of each
    witness is a report of exactly one contact of the record.
    """
    known = {w.sha256: w for w in witnesses}
    ordered = [known[sha] for sha in sorted(known)]
    decided = sorted(set(verdicts))
    gazetteer = Gazetteer(lexicon)
    family = families((w.sha256, w.signature) for w in ordered)
    crawled = crawl_days(ordered)
    told = list(chain.from_iterable(accounts(w, came_out(w, crawled), family[w.sha256], gazetteer) for w in ordered))
    first: dict[str, str] = {}
    for account in sorted(told, key=lambda a: (a.out, a.witness.appearances)):
        first.setdefault(account.family, account.witness.key)
    rooted = {account.id: roots(account, gazetteer) for account in told}
    fused = [fuse(members, joins, rooted, first) for members, joins in clusters(told, decided)]
    contacts = linked(sorted(judged(fused, decided), key=lambda c: c.id), gazetteer)
    made = stories(contacts)
    story = {id_: s.id for s in made for id_ in s.contacts}
    return Record(contacts=tuple(msgspec.structs.replace(c, story=story[c.id]) for c in contacts), stories=made)
