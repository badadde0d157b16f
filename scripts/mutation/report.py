"""What came of the mutants: shares a room, and the lines of those that no test noticed."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from .sample import Mutant, lines
from .trial import Verdict


class Result(NamedTuple):
    """A mutant and what the tests said of it; `line`, `before` and `after` show it."""

    mutant: Mutant
    verdict: Verdict
    line: int
    before: list[str]
    after: list[str]

    @property
    def caught(self) -> bool:
        return self.verdict.outcome != "passed"


def result(source: Path, mutant: Mutant, verdict: Verdict) -> Result:
    """A verdict with the lines that the mutant changes."""
    return Result(mutant, verdict, *lines((source / mutant.path).read_text("utf-8"), mutant.edit))


def document(results: Sequence[Result]) -> list[dict[str, Any]]:
    """The results for JSON."""
    return [
        {
            "room": each.mutant.room, "path": each.mutant.path, "line": each.line, "fault": each.mutant.edit.fault,
            "before": each.before, "after": each.after, "outcome": each.verdict.outcome,
            "caught": each.caught, "test": each.verdict.test, "seconds": round(each.verdict.seconds, 2),
        }
        for each in results
    ]  # fmt: skip


def table(results: Sequence[Result]) -> Iterator[str]:
    """One line a room, then one of all; nothing where there are no results."""
    rooms = list(dict.fromkeys(each.mutant.room for each in results))
    yield f"{'room':12}  mutants  caught  survived  caught %"
    for room, members in [*((room, [r for r in results if r.mutant.room == room]) for room in rooms), ("all", results)]:
        caught = sum(each.caught for each in members)
        share = f"{100 * caught / len(members):.0f}" if members else "-"
        yield f"{room:12}  {len(members):7}  {caught:6}  {len(members) - caught:8}  {share:>8}"


def survivors(results: Sequence[Result]) -> Iterator[str]:
    """Each mutant that no test noticed: where it is, the lines before (-) and after (+)."""
    for each in results:
        if not each.caught:
            yield f"{each.mutant.path}:{each.line}  {each.mutant.edit.fault}"
            yield from (f"  - {line}" for line in each.before)
            yield from (f"  + {line}" for line in each.after)
