"""The slots of a frame: which markers it allows, and what may fill them."""

from isnad.arabic.fold import fold_word
from isnad.arabic.paradigms import VerbForm
from isnad.contacts.clause import Chunk, Slot


def markers(spec: tuple[str, ...]) -> set[str]:
    """The folded markers of a frame's `object` or `partner`; «direct» is the empty marker."""
    return {"" if o == "direct" else fold_word(o) for o in spec}


def only_place(slot: Slot) -> bool:
    return all(c.is_place for c in slot.chunks)


def partner_slot(slots: list[Slot], allowed: set[str]) -> Slot | None:
    for slot in slots:
        if slot.marker in allowed and not only_place(slot):
            return slot
        if slot.marker == "مع" and "مع" not in allowed and "" in allowed and not only_place(slot):
            return slot
    return None


def genitive(row: list[Chunk], k: int, slots: list[Slot]) -> list[Chunk]:
    """The phrase that stands right after the noun: «لقاء بوتين وأردوغان», «لقاء الوزير مع …»."""
    if slots and slots[0].marker == "" and slots[0].at <= k + 2 and row[slots[0].at].first - row[k].last <= 1:
        return slots[0].chunks
    return []


def clashes(slot: Slot, form: VerbForm) -> bool:
    """Whether the first phrase after a feminine verb cannot be its subject: «وصلت طائرة تقل دبلوماسيين»."""
    actor = slot.chunks[0].actor
    return form.female and slot.marker == "" and actor is not None and actor.phrase_kind == "officials"
