"""What is told in one place and missing in another: the points of one outlet alone, and what renderings dropped."""

from collections import defaultdict
from collections.abc import Sequence

from isnad.comparison.clauses import Clause, excerpt
from isnad.comparison.clusters import Group, Run
from isnad.comparison.readouts import Told
from isnad.model import Contradiction, Drift, Dropped, Excerpt, Only, Point, Utterance


def only(told: Told, articles: int) -> tuple[Only, ...]:
    """The points of each outlet that no other one tells; nothing where there is one voice only."""
    if articles < len(("one", "other")):
        return ()
    by_voice: dict[tuple[str | None, str], list[tuple[set[str], Point]]] = defaultdict(list)
    for n, (_, runs) in enumerate(told.points):
        voices = {(run[0].outlet, "" if run[0].outlet else run[0].article) for run in runs}
        if len(voices) == 1:
            by_voice[voices.pop()].append(({run[0].article for run in runs}, told.point(n)))
    return tuple(
        Only(
            outlet=outlet,
            articles=tuple(sorted(set().union(*(a for a, _ in held)))),
            points=tuple(sorted((p for _, p in held), key=lambda p: p.excerpts)),
        )
        for (outlet, _), held in sorted(by_voice.items(), key=lambda item: (item[0][0] or "", item[0][1]))
    )


def dropped(groups: Sequence[Group], utterances: Sequence[Utterance], clauses: Sequence[Clause]) -> tuple[Dropped, ...]:
    """Clauses beside a rendering, and words inside one, that every rendering of some other article lacks."""
    home = {_id(c): n for n, group in enumerate(groups) for run in group for c in run}
    at = {_id(c): c for c in clauses if c.telling}
    out: list[Dropped] = []
    for n, (group, utterance) in enumerate(zip(groups, utterances, strict=True)):
        beside: dict[object, list[Clause]] = defaultdict(list)
        for run in group:
            for clause in _neighbours(run, at):
                beside[home.get(_id(clause), _id(clause))].append(clause)
        for other, found in beside.items():
            if other == n:
                continue
            # where the neighbour is an utterance of its own, any article that renders it anywhere has it
            having = {run[0].article for run in groups[other]} if isinstance(other, int) else {found[0].article}
            absent = [run for run in group if run[0].article not in having]
            if absent:
                out.append(_dropped(utterance.id, [excerpt([c]) for c in found], [excerpt(run) for run in absent]))
        for place in utterance.drift:
            out += _omitted(utterance, place)
    return _joined(out)


def _joined(found: Sequence[Dropped]) -> tuple[Dropped, ...]:
    """What is found twice as one."""
    by_words: dict[tuple[str, tuple[Excerpt, ...]], set[Excerpt]] = defaultdict(set)
    for one in found:
        by_words[one.utterance, one.excerpts].update(one.absent)
    out = [_dropped(u, excerpts, sorted(absent)) for (u, excerpts), absent in by_words.items()]
    return tuple(sorted(out, key=lambda d: (int(d.utterance[1:]), d.excerpts)))


def _dropped(utterance: str, present: Sequence[Excerpt], absent: Sequence[Excerpt]) -> Dropped:
    return Dropped(utterance=utterance, excerpts=tuple(sorted(set(present))), absent=tuple(sorted(set(absent))))


def _omitted(utterance: Utterance, place: Drift) -> list[Dropped]:
    """Words that the renderings of an article lack, unless another rendering of it has them."""
    if place.kind != "omitted":
        return []
    present = [e for v in place.variants for e in v.excerpts if e.start < e.end]
    absent = [e for v in place.variants for e in v.excerpts if e.start == e.end]
    having = {e.article for e in present}
    absent = [e for e in absent if e.article not in having]
    lacking = {(e.article, e.statement) for e in absent}
    whole = [r for r in utterance.renderings if (r.article, r.statement) in lacking]
    return [_dropped(utterance.id, present, whole)] if present and whole else []


def _neighbours(run: Run, at: dict[tuple[str, str, int], Clause]) -> list[Clause]:
    first, last = run[0], run[-1]
    places = [(first.article, first.statement.id, p) for p in (first.place - 1, last.place + 1)]
    return [at[place] for place in places if place in at]


def _id(clause: Clause) -> tuple[str, str, int]:
    return clause.article, clause.statement.id, clause.place


def differing(utterances: Sequence[Utterance]) -> tuple[Contradiction, ...]:
    """Numbers and denials that differ in one place of an utterance, between every two variants of it."""
    out = []
    for utterance in utterances:
        for place in utterance.drift:
            if place.kind not in ("number", "negation"):
                continue
            first = place.variants[0].excerpts[0]
            out += [
                Contradiction(kind=place.kind, a=first, b=v.excerpts[0], utterance=utterance.id)
                for v in place.variants[1:]
            ]
    return tuple(out)
