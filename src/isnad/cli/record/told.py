"""A contact with its witnesses, as blocks of a page."""

from collections.abc import Iterator, Mapping, Sequence

from isnad.cli.record.page import Block, Field, Heading
from isnad.labels.plain import plain
from isnad.labels.record import days, outlet, party, reason, record_labels, roots, side
from isnad.labels.said import said as said_view
from isnad.labels.terms import Lang, labels
from isnad.model import RecordContact, Report, Statement

_LONG = 300


def head(contact: RecordContact, lang: Lang) -> tuple[str, ...]:
    """Kind, status and parties of a contact, in a line."""
    words = labels(lang)
    flags = tuple(words.flags[flag] for flag in ("background", "domestic") if getattr(contact, flag))
    who = " — ".join(party(p, lang) for p in contact.parties)
    return (f"{words.kinds[contact.kind]}{_colon(lang)} {words.statuses[contact.status]}", who, *flags)


def facts(contact: RecordContact, lang: Lang) -> Iterator[Block]:
    """Day, place, topics, sources, links and conflicts."""
    words, more = labels(lang), record_labels(lang)
    stated = days(contact, lang)
    bounded = words.days(contact.bounds.earliest, contact.bounds.latest)
    if stated:
        yield Field(more.heads["day"], (stated,))
    elif bounded:
        yield Field(more.heads["day"], (f"({more.phrases['bounded']}{_colon(lang)} {bounded})",))
    if contact.place:
        yield Field(more.heads["place"], (plain(contact.place),))
    if contact.topics:
        yield Field(words.fields["topics"], (more.phrases["separator"].join(contact.topics),))
    yield Field(more.heads["sources"], (counted(contact, lang), roots(contact, lang)))
    if contact.follows and contact.follows_as:
        yield Field(more.follows[contact.follows_as], (contact.follows,))
    for conflict in contact.conflicts:
        claims = more.phrases["separator"].join(f"{plain(c.value)} [{c.article}]" for c in conflict.claims)
        yield Field(f"{more.phrases['conflict']} ({more.conflicts[conflict.field]})", (claims,))
    if contact.verdict:
        yield Field(more.heads["verdict"], (more.verdicts[contact.verdict],))


def counted(contact: RecordContact, lang: Lang) -> str:
    """How many independent sources, outlets and articles stand behind a contact."""
    more = record_labels(lang).phrases
    of = contact.sources
    numbers = ((more["independent"], of.independent), (more["outlets"], of.outlets), (more["articles"], of.articles))
    return more["separator"].join(f"{name}{_colon(lang)} {number}" for name, number in numbers)


def witnesses(contact: RecordContact, lang: Lang) -> Iterator[Block]:
    """Every report: where it stood, what status it gives, its words, and the chain on which it rests."""
    words, more = labels(lang), record_labels(lang)
    yield Heading(3, (more.phrases["reports"],))
    for report in contact.reports:
        out = words.days(report.published.earliest, report.published.latest) if report.published else ""
        copy = f"{more.phrases['copy_of']} {report.copy_of}" if report.copy_of else ""
        yield Field(words.statuses[report.status], (outlet(report), out or "", copy))
        yield Field("", (f"«{plain(report.evidence.text)}»",), 1)
        yield Field("", (chain(report, lang),), 1)


def chain(report: Report, lang: Lang) -> str:
    """The chain of a report, outermost link first."""
    from isnad.labels.said import labels as said_labels

    words = said_labels(lang)
    links = [plain(link.name) or words.phrases["outlet"] for link in report.chain]
    return words.arrow.join(links)


def readouts(contact: RecordContact, told: Mapping[str, Sequence[Statement]], lang: Lang) -> Iterator[Block]:
    """What was said in the contact, side by side: by the side or outlet on whose word each report rests."""
    more = record_labels(lang)
    by_root: dict[str, list[tuple[Report, Statement]]] = {}
    for report in contact.reports:
        root = report.roots[0]
        name = side(root.key, lang) if root.kind == "side" else plain(root.name)
        by_root.setdefault(name, []).extend((report, s) for s in told.get(report.contact, ()))
    if any(by_root.values()):
        yield Heading(3, (more.phrases["readouts"],))
    for name, said in by_root.items():
        for place, (report, statement) in enumerate(said):
            yield Field("" if place else name, spoken(report, statement, lang))


def spoken(report: Report, statement: Statement, lang: Lang) -> tuple[str, ...]:
    """A statement in a line: speaker, verb, words, article."""
    shown = said_view(statement, lang, lambda code, language: side(code, language))
    words = shown.words if len(shown.words) <= _LONG else shown.words[:_LONG] + "…"
    return (shown.who, shown.cue, f"«{words}»", f"[{report.article}]")


def why(contact: RecordContact, lang: Lang) -> Iterator[Block]:
    """The joins that hold the reports together, each with its score and reasons."""
    more = record_labels(lang)
    if contact.joins:
        yield Heading(3, (more.phrases["joins"],))
    for join in contact.joins:
        yield Field(
            f"{join.score:g}",
            (f"{join.a[:8]} + {join.b[:8]}", more.phrases["separator"].join(reason(r, lang) for r in join.reasons)),
        )


def _colon(lang: Lang) -> str:
    return record_labels(lang).phrases["colon"]
