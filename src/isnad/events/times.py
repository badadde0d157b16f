"""The day of an act: the time told in its stretch, or close before it."""

from isnad.events.scene import Scene
from isnad.model import TimeOf

_BEFORE = 8


def time_of(scene: Scene, stretch: range) -> TimeOf | None:
    """The time that stands in the stretch of an act, else the one that stands close before it in its sentence."""
    inside = [t for first, _, t in scene.told.times if first in stretch and t.earliest]
    if inside:
        t = inside[0]
    else:
        close = [
            t
            for first, last, t in scene.told.times
            if scene.lo <= first and 0 <= stretch.start - last <= _BEFORE and t.earliest
        ]
        if not close:
            return None
        t = close[-1]
    return TimeOf(text=t.text, value=t.value, earliest=t.earliest, latest=t.latest)
