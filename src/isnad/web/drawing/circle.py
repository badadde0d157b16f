"""The network as a circle: the busiest nodes on its rim, a curve for each tie. Drawn without a script."""

from math import cos, hypot, pi, sin, sqrt

import msgspec

from isnad.query.network import Network

_SIZE, _RIM, _MOST = 720, 250, 28
_SMALL, _BIG, _THIN, _THICK = 4.0, 16.0, 0.8, 7.0


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """A node: where it stands, how big, where its name is written and how that is turned (degrees)."""

    id: str
    x: float
    y: float
    r: float
    label_x: float
    label_y: float
    anchor: str
    contacts: int


class Curve(msgspec.Struct, frozen=True, kw_only=True):
    """A tie: its path, its width, and the two nodes."""

    a: str
    b: str
    path: str
    width: float
    contacts: int


class Circle(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing in a square of `size`; `left_out` nodes were too many for the rim."""

    size: int
    dots: tuple[Dot, ...]
    curves: tuple[Curve, ...]
    left_out: int


def circle(made: Network) -> Circle:
    """The busiest nodes of a network that have ties among each other, neighbours side by side."""
    tied = {id_ for tie in made.ties for id_ in (tie.a, tie.b)}
    busy = sorted((n for n in made.nodes if n.id in tied), key=lambda n: (-n.contacts, n.id))
    order = _round([n.id for n in busy[:_MOST]], made)
    contacts = {n.id: n.contacts for n in made.nodes}
    most = max((contacts[id_] for id_ in order), default=1)
    middle = _SIZE / 2
    at: dict[str, tuple[float, float]] = {}
    dots = []
    for place, id_ in enumerate(order):
        angle = 2 * pi * place / len(order) - pi / 2
        x, y = cos(angle), sin(angle)
        at[id_] = middle + _RIM * x, middle + _RIM * y
        r = _SMALL + (_BIG - _SMALL) * sqrt(contacts[id_] / most)
        away = _RIM + r + 8
        dots.append(
            Dot(
                id=id_,
                x=round(at[id_][0], 1),
                y=round(at[id_][1], 1),
                r=round(r, 1),
                label_x=round(middle + away * x, 1),
                label_y=round(middle + away * y + 4, 1),
                anchor="middle" if abs(x) < 0.2 else ("start" if x > 0 else "end"),
                contacts=contacts[id_],
            )
        )
    ties = [t for t in made.ties if t.a in at and t.b in at]
    strongest = max((t.contacts for t in ties), default=1)
    curves = tuple(
        Curve(
            a=t.a,
            b=t.b,
            path=_curve(at[t.a], at[t.b], middle),
            width=round(_THIN + (_THICK - _THIN) * t.contacts / strongest, 2),
            contacts=t.contacts,
        )
        for t in reversed(ties)
    )
    return Circle(size=_SIZE, dots=tuple(dots), curves=curves, left_out=max(0, len(busy) - len(order)))


def _round(ids: list[str], made: Network) -> list[str]:
    """The nodes in an order in which each follows the one that it has most to do with among those left."""
    weight = {(t.a, t.b): t.contacts for t in made.ties} | {(t.b, t.a): t.contacts for t in made.ties}
    left: dict[str, None] = dict.fromkeys(ids)
    out: list[str] = []
    while left:
        last = out[-1] if out else None
        chosen = max(left, key=lambda id_: (weight.get((last, id_), 0), -ids.index(id_))) if last else next(iter(left))
        out.append(chosen)
        del left[chosen]
    return out


def _curve(a: tuple[float, float], b: tuple[float, float], middle: float) -> str:
    """A curve that bends towards the middle, the more the farther apart its ends are."""
    pull = min(1.0, hypot(b[0] - a[0], b[1] - a[1]) / (2 * _RIM)) * 0.6 + 0.2
    x = (a[0] + b[0]) / 2 * (1 - pull) + middle * pull
    y = (a[1] + b[1]) / 2 * (1 - pull) + middle * pull
    return f"M{a[0]:.1f} {a[1]:.1f}Q{x:.1f} {y:.1f} {b[0]:.1f} {b[1]:.1f}"
