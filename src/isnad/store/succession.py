"""Succession: what became of reports that a re-reading no longer finds under their old ids.

A better lexicon may find a contact's trigger at other words, and so give its report another id. Its successor is the
report of the same article whose evidence overlaps its own most; failing that, the contact that holds most of the
reports that stood beside it. People's verdicts and old addresses follow.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from isnad.model import RecordContact, Report, Verdict


def successors(old: Iterable[RecordContact], new: Iterable[RecordContact]) -> dict[str, str]:
    """For each report id that is gone: the id of the report that took its place. Without one it is left out."""
    by_article: dict[str, list[Report]] = {}
    home: dict[str, str] = {}
    for contact in new:
        for report in contact.reports:
            by_article.setdefault(report.sha256, []).append(report)
            home[report.contact] = contact.id
    out = {}
    for contact in old:
        for report in contact.reports:
            if report.contact in home:
                continue
            near = [(_overlap(report, r), r.contact) for r in by_article.get(report.sha256, ())]
            best = max(near, key=lambda pair: (pair[0], pair[1]), default=(0, ""))
            beside = Counter(home[r.contact] for r in contact.reports if r.contact in home)
            if best[0] > 0:
                out[report.contact] = best[1]
            elif beside:
                out[report.contact] = min(beside, key=lambda h: (-beside[h], h))
    return out


def followed(verdicts: Iterable[Verdict], redirects: Mapping[str, str]) -> list[Verdict]:
    """The verdicts with their subjects where they are now."""
    return [
        msgspec.structs.replace(
            v, subject=redirects.get(v.subject, v.subject), other=redirects.get(v.other, v.other) if v.other else ""
        )
        for v in verdicts
    ]


def _overlap(a: Report, b: Report) -> int:
    return min(a.evidence.end, b.evidence.end) - max(a.evidence.start, b.evidence.start)
