"""Statements to clauses: every character that an article tells counts once, for the innermost statement around it."""

from collections.abc import Mapping, Sequence

import msgspec

from isnad.arabic.tokens import Tokens
from isnad.comparison.words import Stems, Word, words_of
from isnad.lexicon import Lexicon
from isnad.model import Excerpt, Published, Root, Statement, Witness

_ENDS = frozenset("،,؛;.:!?؟\n…—–")
_DASH = "-"
# fewer words of content than this make no clause of their own, or none beside an inner statement
_MIN_CONTENT, _MIN_REST = 2, 3
# a clause mostly made of words that report the contact is no words of a party
_FRAME = 0.6


class Clause(msgspec.Struct, frozen=True, kw_only=True):
    """A clause; `place` is its number in the statement. `frame`: it reports the contact, not what was said in it."""

    article: str
    outlet: str | None
    statement: Statement
    within: tuple[str, ...]
    root: Root
    place: int
    start: int
    end: int
    words: tuple[Word, ...]
    headline: bool
    published: Published | None
    frame: bool

    @property
    def sides(self) -> frozenset[str]:
        """The sides whose words these are said to be."""
        return frozenset(s.side_or_unknown for s in self.statement.speakers)

    @property
    def content(self) -> tuple[Word, ...]:
        """The words that say something of their own."""
        return tuple(w for w in self.words if w.content)

    @property
    def telling(self) -> bool:
        """Whether it is a point of its own: some words of content, or a name, that do not merely report the contact."""
        return not self.frame and (_count(self.words) >= _MIN_REST or any(w.kind == "name" for w in self.words))


def clauses_of(
    witness: Witness,
    statements: Sequence[Statement],
    roots: Mapping[str, Root],
    lexicon: Lexicon,
    stems: Stems,
) -> tuple[Clause, ...]:
    """The clauses of one article's statements, in the order of the text."""
    by_id = {s.id: s for s in statements}
    told = [(c.evidence.start, c.evidence.end) for c in witness.contacts]
    told += [(p.start, p.end) for c in witness.contacts for p in c.parties]
    told += [(p.start, p.end) for s in statements for p in s.speakers]
    taken: list[tuple[int, int]] = []
    out: list[Clause] = []
    # the innermost statement claims its characters first
    for statement in sorted(statements, key=lambda s: (s.content.end - s.content.start, s.content.start, s.id)):
        within = tuple(_around(statement, by_id))
        place = 0
        free = _free(statement.content.start, statement.content.end, taken)
        for start, end in free:
            for a, b, words in _pieces(statement, start, end, lexicon, stems):
                # what inner statements leave of a sentence may be no more than their subject
                if free != [(statement.content.start, statement.content.end)] and _count(words) < _MIN_REST:
                    continue
                text = _text(statement, a, b)
                out.append(
                    Clause(
                        article=witness.key,
                        outlet=witness.outlet,
                        statement=statement,
                        within=within,
                        root=roots[statement.id],
                        place=place,
                        start=a,
                        end=b,
                        words=words,
                        headline=text in witness.title,
                        published=witness.published,
                        frame=_reports(words, told),
                    )
                )
                place += 1
            # characters that a clause between two pieces takes part them
            place += 1
        # the attributing words belong to the statement that they open
        cue = statement.cue
        opened = cue.start if cue is not None and cue.end <= statement.content.start else statement.content.start
        taken.append((opened, statement.content.end))
    return tuple(sorted(out, key=lambda c: (c.start, c.end, c.statement.id)))


def excerpt(clauses: Sequence[Clause]) -> Excerpt:
    """The words from the first to the last of neighbouring clauses of one statement."""
    first = clauses[0]
    start, end = first.start, clauses[-1].end
    return Excerpt(
        article=first.article,
        start=start,
        end=end,
        text=_text(first.statement, start, end),
        statement=first.statement.id,
        within=first.within,
        headline=all(c.headline for c in clauses),
    )


def part(clause: Clause, start: int, end: int) -> Excerpt:
    """Some characters of a clause's statement as an excerpt."""
    return msgspec.structs.replace(excerpt([clause]), start=start, end=end, text=_text(clause.statement, start, end))


def _text(statement: Statement, start: int, end: int) -> str:
    at = statement.content.start
    return statement.content.text[start - at : end - at]


def _around(statement: Statement, by_id: Mapping[str, Statement]) -> list[str]:
    """The ids of the statements that hold this one, innermost first: its parents, and those whose content covers it."""
    content = statement.content
    held = [
        s
        for s in by_id.values()
        if s.id != statement.id
        and s.content.start <= content.start
        and content.end <= s.content.end
        and (s.content.end - s.content.start, s.id) > (content.end - content.start, statement.id)
    ]
    return [s.id for s in sorted(held, key=lambda s: (s.content.end - s.content.start, s.id))]


def _free(start: int, end: int, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of [start, end) that no inner statement has taken."""
    free = [(start, end)]
    for a, b in taken:
        cut = ((s, e, min(e, a), max(s, b)) for s, e in free)
        free = [
            piece
            for s, e, left, right in cut
            for piece in (((s, left), (right, e)) if left < e and s < right else ((s, e),))
            if piece[0] < piece[1]
        ]
    return free


def _pieces(
    statement: Statement, start: int, end: int, lexicon: Lexicon, stems: Stems
) -> list[tuple[int, int, tuple[Word, ...]]]:
    """The clauses between two code points: split at marks, short ones joined to the one before."""
    out: list[tuple[int, int, tuple[Word, ...]]] = []
    for a, b in _split(_text(statement, start, end), start):
        words = words_of(_text(statement, a, b), a, lexicon, stems)
        if not words:
            continue
        a, b = words[0].start, words[-1].end
        if out and (_count(words) < _MIN_CONTENT or _count(out[-1][2]) < _MIN_CONTENT):
            first, _, before = out.pop()
            out.append((first, b, before + words))
        else:
            out.append((a, b, words))
    return [piece for piece in out if _count(piece[2])]


def _split(text: str, at: int) -> list[tuple[int, int]]:
    tokens = Tokens(text)
    out, start = [], 0
    for i, form in enumerate(tokens.forms):
        within_number = 0 < i < len(tokens) - 1 and tokens.forms[i - 1].isdigit() and tokens.forms[i + 1].isdigit()
        dashes = form == _DASH and i + 1 < len(tokens) and tokens.forms[i + 1] == _DASH
        if (form in _ENDS and not within_number) or dashes:
            out.append((at + start, at + tokens.starts[i]))
            start = tokens.ends[i]
    out.append((at + start, at + len(text)))
    return [(a, b) for a, b in out if a < b]


def _count(words: Sequence[Word]) -> int:
    return sum(w.size for w in words)


def _reports(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a clause reports a contact or names who speaks, rather than what was said; `spans` hold such words."""
    content = [w for w in words if w.content]
    inside = sum(any(a <= w.start and w.end <= b for a, b in spans) for w in content)
    return bool(content) and inside >= _FRAME * len(content)
