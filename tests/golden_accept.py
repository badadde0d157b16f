"""`make accept-goldens`: rewrites what failing golden cases expect from what is read today, for review in the diff.

    python -m tests.golden_accept [part of a case's id]...

Only what a case states and what is read otherwise is rewritten; comments, order and all other lines stay. A case that
is known not to be read keeps what it expects, and loses its `known` where it is read now. Exit status 1 where a case
could not be rewritten so that it passes; it stays as it was.
"""

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from isnad.model import Contact, Party, Reading

from . import golden_case as keys
from . import golden_match as fields
from .golden_case import Case, CaseError, Expected, load, parse
from .golden_match import compared, complaint, differences, is_party, of_side, pair

_KEYS = {
    fields.KIND: "kind",
    fields.STATUS: "status",
    fields.SIDES: "sides",
    fields.DATE: "date",
    fields.PARTIES: keys.PARTIES,
    fields.PLACE: keys.PLACE,
    fields.ROLES: "roles",
    fields.OFFICES: keys.OFFICES,
    fields.TOPICS: keys.TOPICS,
    fields.RULE: "rule",
    fields.EVIDENCE: keys.EVIDENCE,
}
_BY_SIDE = (fields.PARTIES, fields.OFFICES, fields.ROLES)
_NEW = ("kind", "status", "sides", "date", keys.PARTIES, keys.PLACE)


def accept(
    text: str, origin: str, read: Callable[[Case], Reading], wanted: Iterable[str] = ()
) -> tuple[str, list[str]]:
    """The text of a file whose failing cases expect what `read` reads, and the ids of those that could not do so.

    `wanted`: parts of the ids of the cases that are meant; all where there is none.
    """
    cases, refused = parse(text, origin), []
    lines = text.splitlines()
    ends = [case.line - 1 for case in cases[1:]] + [len(lines)]
    for case, end in reversed(list(zip(cases, ends, strict=True))):
        reading = read(case)
        fault = complaint(case, reading)
        if bool(fault) == bool(case.known) or (wanted and not any(part in case.id for part in wanted)):
            continue
        block = rewrite(lines[case.line - 1 : end], case, reading)
        if _passes("\n".join(block), origin, reading):
            lines[case.line - 1 : end] = block
        else:
            refused.append(case.id)
    return "\n".join(lines) + "\n", refused[::-1]


def _passes(block: str, origin: str, reading: Reading) -> bool:
    try:
        return not complaint(*parse(block, origin), reading)
    except CaseError:
        return False


def rewrite(lines: Sequence[str], case: Case, reading: Reading) -> list[str]:
    """The lines of one case with its expectations as they are read; of a known case, its lines without `known`."""
    if case.known:
        return [line for line in lines if not line.startswith("known:")]
    text, reads, out = case.page().text, compared(reading), list(lines)
    pairs = pair(case.contacts, reads, text)
    surplus = [read for j, read in enumerate(reads) if j not in pairs.values() and not read.background]
    kept = sum(i in pairs or expected.optional for i, expected in enumerate(case.contacts))
    tail = _end(out, case.contacts[-1].line - case.line) if case.contacts else _none(out)
    fresh = [line for read in surplus for line in _fresh(read, text)]
    out[tail:tail] = fresh if kept or surplus else ["contacts: none"]
    for i, expected in reversed(list(enumerate(case.contacts))):
        start = expected.line - case.line
        stop = _end(out, start)
        if i in pairs and not expected.optional:
            out[start:stop] = _edited(out[start:stop], expected, reads[pairs[i]], text)
        elif i not in pairs and not expected.optional:
            out[start:stop] = [line for line in out[start:stop] if line.startswith("#")]
    return out if case.contacts or not surplus else [line for line in out if not line.startswith("contacts:")]


def _end(lines: Sequence[str], start: int) -> int:
    """Where the block of the contact that begins at `start` ends: after its last indented line."""
    last = start
    for at in range(start + 1, len(lines)):
        if lines[at][:1].isspace():
            last = at
        elif not lines[at].startswith("#"):
            break
    return last + 1


def _none(lines: Sequence[str]) -> int:
    """The place after `contacts: none`."""
    return next(at for at, line in enumerate(lines) if line.startswith("contacts:")) + 1


def _edited(lines: Sequence[str], expected: Expected, read: Contact, text: str) -> list[str]:
    wrong = differences(expected, read, text)
    sides = _sides(expected.sides, read) if fields.SIDES in wrong else expected.sides
    if fields.SIDES in wrong:
        wrong += [field for field in _BY_SIDE if field not in wrong]
    values = {_KEYS[field]: _value(field, read, sides, text, expected) for field in wrong}

    def line(old: str) -> str:
        key = re.match(r"(\s+)([^\s:][^:]*?)(\s*:\s*)", old)
        return f"{key[0]}{values[key[2]]}" if key and key[2] in values else old

    return [line(old) for old in lines]


def _fresh(read: Contact, text: str) -> list[str]:
    """The block of a contact that no case expected; the place only where there is one."""
    sides = _sides((), read)
    names = [name for name, key in _KEYS.items() if key in _NEW and (name != fields.PLACE or read.place)]
    return ["contact:", *(f"  {_KEYS[name]}: {_value(name, read, sides, text, None)}" for name in names)]


def _sides(before: Sequence[str], read: Contact) -> tuple[str, ...]:
    """The sides that were read: those that were expected in their order, then the others in theirs."""
    codes = [party.side for party in read.parties]
    return tuple(dict.fromkeys([*(side for side in before if side in codes), *codes]))


def _value(field: str, read: Contact, sides: Sequence[str], text: str, expected: Expected | None) -> str:
    """What a line of a case says of a field of a contact."""
    parties = [of_side(read, side) for side in sides]
    values: dict[str, Callable[[], str]] = {
        fields.KIND: lambda: read.kind,
        fields.STATUS: lambda: read.status,
        fields.SIDES: lambda: " ".join(side.replace(" ", "_") for side in sides),
        fields.DATE: lambda: _days(read),
        fields.PARTIES: lambda: " ، ".join(_names(side, of_side(read, side), text, expected) for side in sides),
        fields.PLACE: lambda: read.place or "-",
        fields.ROLES: lambda: " ".join(_role(people) for people in parties),
        fields.OFFICES: lambda: " ، ".join(
            " + ".join(p.office for p in people if p.office) or "-" for people in parties
        ),
        fields.TOPICS: lambda: " ، ".join(read.topics) or "-",
        fields.RULE: lambda: read.rule,
        fields.EVIDENCE: lambda: " ".join(read.evidence.text.split()),
    }
    return values[field]()


def _days(read: Contact) -> str:
    time = read.time
    if not time or not time.earliest or not time.latest:
        return "none"
    return time.earliest if time.earliest == time.latest else f"{time.earliest}/{time.latest}"


def _role(people: Sequence[Party]) -> str:
    roles = {party.role for party in people}
    return roles.pop() if len(roles) == 1 else "-"


def _names(side: str, people: Sequence[Party], text: str, expected: Expected | None) -> str:
    """The people of a side as the case named them where that is right, else in the words of the article."""
    named = dict(zip(expected.sides, expected.parties, strict=False)).get(side, ()) if expected else ()
    if named and all(any(is_party(entry, party, text) for party in people) for entry in named):
        return " + ".join(named)
    words = [" ".join(text[party.start : party.end].split()) for party in people if party.name or party.office]
    return " + ".join(words) or "-"


def main(wanted: Sequence[str]) -> int:
    """Rewrite the files of `golden`; 1 where a case could not be rewritten."""
    from isnad import lexicon
    from isnad.clean import clean
    from isnad.reading import read_by_rules

    words, refused = lexicon.load(), []
    folder = Path(__file__).parent / "golden"
    load(folder)
    for path in sorted(folder.glob("*.case")):
        old = path.read_text("utf-8")
        new, bad = accept(old, path.name, lambda case: read_by_rules(clean(case.page()), words), wanted)
        refused += bad
        if new != old:
            path.write_text(new, "utf-8")
            print(f"{path.name}: rewritten, see git diff")
    for id_ in refused:
        print(f"{id_}: cannot say what is read in the words of a case; write it by hand", file=sys.stderr)
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
