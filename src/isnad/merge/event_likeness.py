"""What forbids two reports to be one event, and what speaks for it, in points."""

from isnad.merge.contradiction import same_city
from isnad.merge.event_accounts import EventAccount
from isnad.merge.gazetteer import Place
from isnad.merge.weights import NEAR, Weight

ENOUGH = 4.0  # points from which two reports are of one event
SAME_ACT = Weight(1.0, "same act")
SAME_ACTOR = Weight(1.0, "same actor")
SAME_PERSON = Weight(1.0, "same person acts")
SAME_TARGET = Weight(1.0, "same target")
SAME_DAY = Weight(2.0, "same day")
NEAR_DAYS = Weight(0.5, "news of the same days")
SAME_PLACE = Weight(1.5, "same place")
SAME_STATE = Weight(0.25, "same state")
SAME_NUMBER = Weight(1.0, "same number")
STANDING = Weight(1.5, "a position that stands")
SAME_WORDS = Weight(4.0, "copies of one text")
# how far apart reports of one act may put its day
_SLACK = 1
_FAMILY = {"occurred": "done", "ongoing": "done", "denied": "done", "announced": "coming", "promised": "coming"}
# acts of speech: another's words are another act, and so is another act of one's own
_SPOKEN = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


def contradiction(a: EventAccount, b: EventAccount) -> str | None:
    """Why two reports cannot be of one event; None where nothing forbids it."""
    if a.article == b.article:
        return "one article tells them apart"
    x, y = a.event, b.event
    if x.type != y.type or (x.type in _SPOKEN and x.act != y.act):
        return "other act"
    if _FAMILY.get(x.status, x.status) != _FAMILY.get(y.status, y.status):
        return "other status"
    if x.modes and y.modes and not set(x.modes) & set(y.modes):
        return "other mode"
    if a.actors and b.actors and not a.actors & b.actors:
        return "other actor"
    if a.targets and b.targets and not a.targets & b.targets:
        return "other target"
    if not a.window.meets(b.window, _SLACK):
        return "other days"
    if a.places and b.places and not any(_within(p, q) for p in a.places for q in b.places):
        return "other place"
    return None


def _within(p: Place, q: Place) -> bool:
    """Whether one place may lie in the other: of one state, and of one city where both name one."""
    if p.words & q.words:
        return True
    if p.state is None or q.state is None or p.state != q.state:
        return False
    return not (p.city and q.city) or same_city(p, q)


def _same(p: Place, q: Place) -> bool:
    return bool(p.words and p.words == q.words) or bool(p.city and q.city and same_city(p, q))


def likeness(a: EventAccount, b: EventAccount) -> tuple[float, tuple[str, ...]]:
    """The points that speak for one event, and the reasons that add up to them."""
    x, y = a.event, b.event
    numbers = {(n.what, n.min) for n in x.numbers} & {(n.what, n.min) for n in y.numbers}
    together = bool(a.places and b.places)
    exact = together and any(_same(p, q) for p in a.places for q in b.places)
    stated = a.stated is not None and b.stated is not None
    weights = [
        (x.act == y.act, SAME_ACT),
        (bool(a.actors & b.actors), SAME_ACTOR),
        (bool(a.people & b.people), SAME_PERSON),
        (bool(a.targets & b.targets), SAME_TARGET),
        (stated and max(a.window.width, b.window.width) <= NEAR, SAME_DAY),
        (not stated and x.status != "standing", NEAR_DAYS),
        (exact, SAME_PLACE),
        (together and not exact, SAME_STATE),
        (bool(numbers), SAME_NUMBER),
        (x.status == y.status == "standing", STANDING),
        (a.family == b.family and a.words == b.words, SAME_WORDS),
    ]
    held = [w for true, w in weights if true]
    return sum(w.points for w in held), tuple(w.reason for w in held)
