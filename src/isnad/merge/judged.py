"""What people's verdicts make of the fused contacts: accepted, rejected, corrected."""

from collections.abc import Iterable, Sequence

import msgspec

from isnad.model import Days, RecordContact, RecordEvent, RecordTime, Verdict

CORRECTABLE = ("kind", "status", "place", "day")
# the reports that the reviewer had before him; new witnesses open a rejected contact again
SEEN = "reports"


def judged(contacts: Iterable[RecordContact], verdicts: Sequence[Verdict]) -> list[RecordContact]:
    """The contacts with the verdicts on them. A verdict holds for the contact that has its subject among its reports;
    the last one by time counts. A contact that was rejected before it had all its reports is `reopened`."""
    by_subject: dict[str, list[Verdict]] = {}
    for verdict in sorted(verdicts, key=lambda v: (v.at, v)):
        if verdict.kind in ("accept", "reject", "correct"):
            by_subject.setdefault(verdict.subject, []).append(verdict)
    return [_judged(contact, by_subject) for contact in contacts]


def judged_events(events: Iterable[RecordEvent], verdicts: Sequence[Verdict]) -> list[RecordEvent]:
    """The events with the last verdict on any of their reports: accepted or rejected."""
    said = {v.subject: v.kind for v in sorted(verdicts, key=lambda v: (v.at, v)) if v.kind in ("accept", "reject")}
    return [
        msgspec.structs.replace(e, verdict=next((said[r.event] for r in reversed(e.reports) if r.event in said), None))
        for e in events
    ]


def _judged(contact: RecordContact, by_subject: dict[str, list[Verdict]]) -> RecordContact:
    found = [v for report in contact.reports for v in by_subject.get(report.contact, ())]
    for verdict in sorted(found, key=lambda v: (v.at, v)):
        fields = dict(verdict.correction)
        contact = _corrected(contact, fields) if verdict.kind == "correct" else contact
        seen = set(fields.get(SEEN, "").split())
        fresh = verdict.kind == "reject" and bool(seen) and not {r.contact for r in contact.reports} <= seen
        contact = msgspec.structs.replace(contact, verdict="reopened" if fresh else verdict.kind)
    return contact


def _corrected(contact: RecordContact, fields: dict[str, str]) -> RecordContact:
    changes: dict[str, object] = {name: fields[name] or None for name in ("kind", "status", "place") if name in fields}
    if "day" in fields:
        day = fields["day"] or None
        changes["time"] = RecordTime(text="", value=day, earliest=day, latest=day) if day else None
        changes["bounds"] = Days(earliest=day, latest=day)
    return msgspec.structs.replace(contact, **changes)
