"""Which tests concern a room: those tried first, and those that a mutant meets when it got past them."""

from pathlib import Path

READING = ("contacts", "clauses", "statements", "actors", "when", "dating", "naming")
RECORD = ("merge", "store", "run")
DEFAULT = (*READING, *RECORD)

_FIRST = {
    "contacts": ("golden", "constructions", "clauses", "contact_grammar", "told_twice"),
    "clauses": ("golden", "clause_room", "clauses", "constructions", "statements"),
    "statements": ("quotations",),
    "actors": ("golden", "registry_people", "registry_collective", "places"),
    "when": ("golden",),
    "dating": ("golden",),
    "merge": ("merge",),
    "store": ("store",),
    "run": ("store", "cli_record"),
}
_READING_LATER = (
    "golden",
    "samples_read",
    "statements",
    "naming",
    "when",
    "dating",
    "constructions",
    "told_twice",
    "totality",
)
_RECORD_LATER = ("store", "merge", "comparison", "query", "cli_record")

# needs a server of its own, and half a minute: not for every mutant
LEFT_OUT = "not postgresql and not killed_at_any_moment"


def _named(tests: Path, name: str) -> list[Path]:
    """`test_NAME.py` and `test_NAME_*.py`, but none that reads the shared corpora or tests the golden harness."""
    paths = [*tests.glob(f"test_{name}.py"), *tests.glob(f"test_{name}_*.py")]
    return sorted(path for path in paths if not path.stem.endswith(("_shared", "_accept", "_case")))


def stages(tests: Path, room: str) -> tuple[list[Path], list[Path]]:
    """The files of the first and of the second stage; no file stands in both."""
    later = _RECORD_LATER if room in RECORD else _READING_LATER
    first = list(dict.fromkeys(path for name in (room, *_FIRST.get(room, ())) for path in _named(tests, name)))
    second = list(dict.fromkeys(path for name in later for path in _named(tests, name) if path not in first))
    return first, second
