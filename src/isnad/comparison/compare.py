"""One contact and the articles behind it → what they say of it, aligned. Pure; the order of the articles is nothing."""

from collections.abc import Sequence
from itertools import combinations

from isnad.arabic.tokens import Tokens
from isnad.comparison.clauses import Clause, clauses_of, excerpt
from isnad.comparison.clusters import Group, clusters
from isnad.comparison.drift import drift
from isnad.comparison.gaps import differing, dropped, only
from isnad.comparison.members import members
from isnad.comparison.readouts import Told, by_root, common, readouts, second_hand
from isnad.comparison.roots import roots_of
from isnad.comparison.similar import Weights, likeness
from isnad.comparison.words import Stems
from isnad.lexicon import Lexicon
from isnad.model import (
    Comparison,
    Contradiction,
    Copy,
    Excerpt,
    RecordContact,
    Report,
    Root,
    Speaker,
    Statement,
    Utterance,
    Witness,
)

# a denial of these words: as alike as two renderings of them
_DENIED, _MIN_SHARED = 0.5, 3
# a sentence tied to no contact that repeats one of the contact's own
_ECHO = 0.6


def compare(contact: RecordContact, witnesses: Sequence[Witness], lexicon: Lexicon) -> Comparison:
    """What the articles of a contact say of it; copies add no voice, witnesses of other contacts are left aside."""
    by_text = {w.sha256: w for w in witnesses}
    copies = {r.article: r.copy_of for r in contact.reports if r.copy_of is not None}
    voiced = sorted((r for r in contact.reports if r.sha256 in by_text), key=lambda r: (r.article, r.contact))
    original = _originals(voiced)
    parties = frozenset(p.side for p in contact.parties) - {"unknown"}
    voices = [by_text[sha] for sha in sorted({r.sha256 for r in original})]
    stems = _stems(voices)
    clauses, whole = _tell(original, by_text, parties, lexicon, stems)
    people = _people(voices, stems)
    weights = Weights(clauses, parties, people)
    groups = clusters(clauses, weights)
    utterances = _utterances(groups, weights)
    told = _told(clauses, groups, utterances, people)
    return Comparison(
        contact=contact.id,
        articles=tuple(sorted({r.article for r in contact.reports})),
        copies=tuple(Copy(article=a, of=of) for a, of in sorted(copies.items())),
        utterances=utterances,
        readouts=readouts(told, by_root(whole)),
        common=common(told, parties),
        contradictions=(*differing(utterances), *_denied(clauses, weights)),
        only=only(told, len({c.article for c in clauses})),
        dropped=dropped(groups, utterances, clauses),
        counterpart_only=second_hand(told, parties, lexicon),
    )


def _originals(reports: Sequence[Report]) -> list[Report]:
    """The reports less the copies of others among them; of copies whose original is not here the first one stays."""
    here = {r.article for r in reports if r.copy_of is None}
    firsts: dict[str, str] = {}
    for report in reports:
        if report.copy_of is not None and report.copy_of not in here:
            firsts.setdefault(report.copy_of, report.article)
    return [r for r in reports if r.copy_of is None or r.article in firsts.values()]


def claims(witnesses: Sequence[Witness], lexicon: Lexicon) -> tuple[Utterance, ...]:
    """All statements of some articles aligned, whatever contact they belong to: a claim told thrice is one."""
    clauses: list[Clause] = []
    stems = _stems(witnesses)
    for witness in sorted(witnesses, key=lambda w: w.key):
        roots = roots_of(witness, witness.statements, lexicon)
        clauses += clauses_of(witness, witness.statements, roots, lexicon, stems)
    weights = Weights(clauses, (), _people(witnesses, stems))
    return _utterances(clusters(clauses, weights), weights)


def _stems(witnesses: Sequence[Witness]) -> Stems:
    return Stems(form for w in witnesses for s in w.statements for form in Tokens(s.content.text).forms)


def _people(witnesses: Sequence[Witness], stems: Stems) -> frozenset[str]:
    """The stems of the words that name and title the parties and speakers of some articles."""
    parties: list[Speaker] = [p for w in witnesses for c in w.contacts for p in c.parties]
    parties += [p for w in witnesses for s in w.statements for p in s.speakers if p.name]
    texts = {text for p in parties for text in (p.name, p.office) if text}
    return frozenset(stems.stem(form) for text in texts for form in Tokens(text).forms)


def _tell(
    reports: Sequence[Report], by_text: dict[str, Witness], parties: frozenset[str], lexicon: Lexicon, stems: Stems
) -> tuple[tuple[Clause, ...], list[tuple[Root, Excerpt]]]:
    """The clauses that belong to the contact, and its statements whole with their roots."""
    clauses: list[Clause] = []
    whole: list[tuple[Root, Excerpt]] = []
    for sha in sorted({r.sha256 for r in reports}):
        witness = by_text[sha]
        roots = roots_of(witness, witness.statements, lexicon)
        chosen: frozenset[str] = frozenset()
        for report in reports:
            if report.sha256 == sha:
                chosen |= members(witness.statements, report.contact, roots)
        held = _with_echoes(witness, chosen, roots, parties, lexicon, stems)
        # among the contact's own statements a short name of a body is clearer than among all
        roots = roots_of(witness, held, lexicon)
        clauses += clauses_of(witness, held, roots, lexicon, stems)
        whole += [(roots[s.id], _whole(witness, s)) for s in held if s.parent not in {x.id for x in held}]
    return tuple(sorted(clauses, key=lambda c: (c.article, c.start, c.end, c.statement.id))), whole


def _with_echoes(
    witness: Witness,
    chosen: frozenset[str],
    roots: dict[str, Root],
    parties: frozenset[str],
    lexicon: Lexicon,
    stems: Stems,
) -> list[Statement]:
    """The chosen statements and those tied to nothing that say the same («لافروف ونظيره يؤكدان …» as a headline)."""
    held = [s for s in witness.statements if s.id in chosen]
    loose = [s for s in witness.statements if s.contact is None and s.id not in chosen and s.speakers]
    loose = [s for s in loose if {p.side_or_unknown for p in s.speakers} <= parties]
    if not held or not loose:
        return held
    own = clauses_of(witness, held, roots, lexicon, stems)
    weights = Weights(own, parties, _people([witness], stems))
    for statement in loose:
        sides = {p.side_or_unknown for p in statement.speakers}
        said = [w for c in clauses_of(witness, [statement], roots, lexicon, stems) for w in c.words]
        if any(
            sides == c.sides and (like := likeness(said, c.words, weights)).dice >= _ECHO and like.shared >= _MIN_SHARED
            for c in own
        ):
            held.append(statement)
    return held


def _whole(witness: Witness, statement: Statement) -> Excerpt:
    content = statement.content
    return Excerpt(
        article=witness.key,
        start=content.start,
        end=content.end,
        text=content.text,
        statement=statement.id,
        headline=content.text in witness.title,
    )


def _utterances(groups: Sequence[Group], weights: Weights) -> tuple[Utterance, ...]:
    out = []
    for n, group in enumerate(groups, 1):
        sides = max((run[0].sides for run in group), key=lambda s: (len(s - {"unknown"}), sorted(s)))
        out.append(
            Utterance(
                id=f"u{n}",
                sides=tuple(sorted(sides)),
                renderings=tuple(sorted(excerpt(run) for run in group)),
                drift=drift(group, weights),
            )
        )
    return tuple(out)


def _told(
    clauses: Sequence[Clause], groups: Sequence[Group], utterances: Sequence[Utterance], people: frozenset[str]
) -> Told:
    """Every point once: the utterances, then the clauses that nothing renders again."""
    grouped = {id(c) for group in groups for run in group for c in run}
    points: list[tuple[str | None, Group]] = [(u.id, g) for u, g in zip(utterances, groups, strict=True)]
    points += [(None, ((c,),)) for c in clauses if id(c) not in grouped and c.telling]
    return Told(points, people)


def _denied(clauses: Sequence[Clause], weights: Weights) -> tuple[Contradiction, ...]:
    """What one says and another denies, in different articles or on different roots' word."""
    out = []
    for a, b in combinations([c for c in clauses if not c.frame], 2):
        if {a.statement.polarity, b.statement.polarity} == {"said", "denied"} and (a.article, a.root) != (
            b.article,
            b.root,
        ):
            like = likeness(a.words, b.words, weights)
            # «نفى علمه» and «قال إنه لا علم له» agree
            if like.dice >= _DENIED and like.shared >= _MIN_SHARED and _negated(a) == _negated(b):
                out.append(Contradiction(kind="polarity", a=excerpt([a]), b=excerpt([b])))
    return tuple(out)


def _negated(clause: Clause) -> bool:
    return sum(w.kind == "negation" for w in clause.words) % 2 == 1
