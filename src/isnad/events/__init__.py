"""Events: who did what to whom beside the encounters, by acts of the lexicon and the arguments around their words."""

from isnad.events.participants import Ours
from isnad.events.read import read_events
from isnad.events.scene import Told

__all__ = ["Ours", "Told", "read_events"]
