"""What a lexical match says of sides: of names, of adjectives, and which of several sides goes first."""

from isnad.lexicon import Match

_STRONG = ("state", "org", "group", "seat")
_NAMES = ("state", "org", "group", "seat", "loaded", "capital", "city", "weak_org", "weak_group", "format_side")


def strong(match: Match, *more: str) -> bool:
    """Whether the words name a side without support from their context."""
    tags = match.tags
    return any(name in tags for name in (*_STRONG, *more))


def side_of(match: Match) -> str | None:
    """The side of a state, organisation, group or place."""
    tags = match.tags
    for name in _NAMES:
        if name in tags:
            return str(tags[name])
    return str(tags["weak_states"][0]) if len(tags.get("weak_states", ())) == 1 else None


def nisba_of(match: Match) -> list[str]:
    """The sides of an adjective, the strong ones where it has any."""
    return [side for side, _ in match.tags.get("nisba") or match.tags.get("weak_nisba") or ()]


def whose(match: Match) -> str | None:
    """The side that a name or an adjective tells; None where the word alone leaves it open."""
    return side_of(match) or next(iter(nisba_of(match)), None)


def plural(match: Match) -> bool:
    """Whether an adjective of a side may stand in the plural: «الروس», «الإسرائيليين»."""
    return any(many for _, many in match.tags.get("nisba", ()))


def preferred(sides: list[str]) -> tuple[str, ...]:
    """A state before the union it belongs to: «وزير الشؤون الأوروبية الفرنسي» is France's."""
    if len(sides) < 2:
        return tuple(sides)
    return tuple([s for s in sides if s != "EU"] + [s for s in sides if s == "EU"])
