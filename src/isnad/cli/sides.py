"""What a side is called: its code for English readers, its Arabic name for Arabic ones."""

from typing import TYPE_CHECKING

from isnad.labels.plain import SideName

if TYPE_CHECKING:
    from isnad.lexicon import Lexicon


def side_names(lexicon: "Lexicon") -> SideName:
    """A function from a side's code to its name in a language; None where the code itself is what readers know."""
    known = lexicon.collective
    arabic = {state.id: state.name.ar for state in known.states}
    arabic |= {organisation.id: organisation.name.ar for organisation in known.organisations}
    # a group that stands for a state has the state's name
    arabic = {group.id: group.name.ar for group in known.groups} | arabic
    return lambda side, lang: arabic.get(side) if lang == "ar" else None
