"""The room's composition: the cues of each sentence, how far their words reach, who speaks, and the chain behind."""

from collections.abc import Sequence

import msgspec

from isnad.lexicon.collective import Outlet
from isnad.lexicon.speech import SpeechIndex
from isnad.lexicon.statements import W
from isnad.model import Statement
from isnad.statements.chain import Chains, foretold
from isnad.statements.documents import statements
from isnad.statements.encounters import Encounters
from isnad.statements.find import cues
from isnad.statements.own_outlet import outlet_of
from isnad.statements.place import place
from isnad.statements.placed import Encounter, Place, Placed
from isnad.statements.unattributed import unattributed
from isnad.statements.view import Named, View, Words

_MIN = 2
_CLOSERS = frozenset({"\n", ".", "،"})


class Setting(msgspec.Struct, frozen=True):
    """What the reading knows of the article besides its words: its hash, its outlet, its encounters.

    `outlet` is its outlet as the input names it, `home` the registry's; `embeds` the zones of embedded posts, as
    characters.
    """

    sha256: str
    outlet: str | None
    home: Outlet | None
    encounters: tuple[Encounter, ...]
    embeds: tuple[tuple[int, int], ...] = ()


def read_statements(
    words: Words, index: SpeechIndex, outlets: dict[str, Outlet], setting: Setting
) -> tuple[Statement, ...]:
    """The statements of an article in text order."""
    view = View(words, index, outlets)
    places = list(_places(view, words))
    met = _numbered(setting.encounters, places)
    chains = Chains(view, setting.home, met)
    placed: list[Placed] = []
    last = (0, 0)
    for here in places:
        chains.enter(here)
        found = cues(view, here.lo, here.hi, title=here.title)
        if found:
            here.turned = view.turns(here.lo, here.hi)
            placed += place(view, found, chains, placed, last)
        else:
            chains.pass_over()
        last = (here.lo, here.hi)
    foretold(placed)
    placed += unattributed(view, placed, places, setting.embeds)
    placed.sort(key=lambda p: p.told.first)
    where = Encounters(met, view)
    for p in placed:
        p.contacts = where.of(p)
    for p in placed:
        if p.parent is not None and p.parent.about is not None and p.source is not None and len(p.source.actors) > 1:
            # «وأضافت الوزارة أن الوزيرين اتفقا على»: the words around are about what those did together
            p.parent.contacts = p.contacts
    outlet = outlet_of(view, placed, setting.outlet, setting.home, setting.embeds)
    return statements(view, placed, setting.sha256, outlet)


def _places(view: View, words: Words) -> list[Place]:
    """The sentences that are long enough to tell something, numbered."""
    out: list[Place] = []
    for span, title, phrases in words.sentences:
        lo, hi = span.start, span.stop
        while hi > lo and view.forms[hi - 1] in _CLOSERS:
            hi -= 1
        if hi - lo >= _MIN:
            out.append(_place(view, len(out) + 1, range(lo, hi), phrases, title=title))
    return out


def _place(view: View, number: int, span: range, phrases: list[Named], *, title: bool) -> Place:
    lo, hi = span.start, span.stop
    return Place(number, lo, hi, title, phrases, turned=False, past=view.isa(lo, W.PAST) is not None)


def _numbered(encounters: Sequence[Encounter], places: Sequence[Place]) -> tuple[Encounter, ...]:
    """The encounters with the numbers of the sentences that tell them."""
    out: list[Encounter] = []
    at = 0
    for e in sorted(encounters, key=lambda e: e.trigger):
        while at < len(places) - 1 and places[at].hi <= e.trigger:
            at += 1
        out.append(msgspec.structs.replace(e, sentence=places[at].number if places else 0))
    return tuple(out)
