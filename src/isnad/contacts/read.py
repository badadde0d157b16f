"""The sentences of an article in order: their predicates, whom they speak of, and the contacts they tell."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from isnad.arabic.clitics import JOINS
from isnad.arabic.markers import Marker
from isnad.arabic.tokens import Tokens
from isnad.clauses import Discourse, Grammar, Unit, marker_of, read_clauses, segment
from isnad.clauses.clause import Doing
from isnad.contacts.constructions import read_clause
from isnad.contacts.draft import Counterpart, Draft, Remembered, Scene, Setting
from isnad.contacts.guests import hosted
from isnad.contacts.linker import Heard
from isnad.contacts.links import never
from isnad.contacts.memory import expect, remember
from isnad.contacts.merge import Telling
from isnad.contacts.saying import told_on
from isnad.contacts.sides import may_tell
from isnad.contacts.tellings import Place, telling
from isnad.contacts.times import Times
from isnad.lexicon import Lexicon
from isnad.lexicon.marks import SPEAKS
from isnad.lexicon.words import W
from isnad.model.phrase import Actor, Phrase, Scan

Sentence = tuple[range, bool, list[tuple[Phrase, Actor | None]]]
_SPEAKING = bytes(mark & SPEAKS for mark in range(256))
_GOVERNED = frozenset({Marker.WITH, Marker.FROM, Marker.TO, Marker.BETWEEN, Marker.ABOUT, Marker.ON})
_PEOPLE = frozenset({"person", "office", "officials"})
# «حثه على», «اتهمه ب»: what is asked or complained of is the other's to do
_URGING = frozenset({"demand", "accuse"})
_UNSAID = frozenset(f"doer.{by.value}" for by in (Doing.ALTERNATIVE, Doing.SPOKEN_OF))


class Article(NamedTuple):
    """What is the same for all sentences of an article; `timed`: the tokens of time expressions."""

    tokens: Tokens
    grammar: Grammar
    setting: Setting
    timed: frozenset[int]


def read_contacts(
    tokens: Tokens,
    scan: Scan,
    lexicon: Lexicon,
    sentences: Sequence[Sentence],
    counterpart: Counterpart,
    times: Times,
) -> tuple[list[Heard], list[Telling]]:
    """The sentences that tell contacts, and what the constructions read in them, in order of the text.

    `sentences`: token range, whether it is the title, and its phrases with their actors, in order.
    """
    hits = times.hits
    setting = Setting(counterpart, lexicon.homes, lexicon.blocs, lexicon.grammar.light)
    timed = frozenset(i for first, last in hits for i in range(first, last))
    article = Article(tokens, _grammar(lexicon), setting, timed)
    heard: list[Heard] = []
    tellings: list[Telling] = []
    guests: list[Telling] = []
    remembered: Remembered = {}
    discourse = Discourse()
    said: int | None = None
    times = msgspec.structs.replace(times, lead=_lead(sentences, hits))
    for number, (span, title, phrases) in enumerate(sentences):
        telling_now = may_tell(scan, span, phrases, (discourse, remembered), lexicon.frames)
        dated = not title and any(span.start <= first < span.stop for first, _ in hits)
        speaking = dated and any(scan.marks[span.start : span.stop].translate(_SPEAKING))
        row = segment(tokens, scan.at, phrases, span) if telling_now or speaking else []
        said, before = told_on(row, hits) if speaking else None, said
        said = before if said is None and not dated else said
        drafts: list[Draft] = []
        if telling_now and not (title and any(u.word(W.ARCHIVE) for u in row)):
            place, spoken = Place(number, title), msgspec.structs.replace(times, said=said)
            scene, discourse = _read(row, article, discourse, remembered)
            heard.append(Heard(scene, place, spoken))
            drafts = scene.drafts
            if not title:
                remember(remembered, scene.drafts)
            for draft in scene.drafts:
                tellings.append(telling(draft, tokens, lexicon, place, spoken))
                expect(remembered, tellings)
            guests += [telling(draft, tokens, lexicon, place, spoken) for draft in scene.guests]
        if not title and not _unsaid(drafts):
            discourse = _subject(tokens, phrases, discourse)
    return heard, tellings + hosted(guests, tellings, lexicon.state_names)


def _grammar(lexicon: Lexicon) -> Grammar:
    """What the walk over a sentence asks of the lexicon."""
    verbs = lexicon.speech.verbs
    return Grammar(
        lexicon.frames,
        lexicon.grammar.light,
        lexicon.speech.unmistakable,
        lambda cue: verbs[cue.verb].weak,
        lambda cue: verbs[cue.verb].relays,
        lambda cue: verbs[cue.verb].impersonal and cue.tense == "present",
        [f for f in lexicon.frames if f.row.said],
        lambda cue: verbs[cue.verb].cls in _URGING and bool(verbs[cue.verb].party),
    )


def _read(
    row: Sequence[Unit], article: Article, discourse: Discourse, remembered: Remembered
) -> tuple[Scene, Discourse]:
    """One sentence with its drafts and visits that wait for hosts; the discourse with the pair that it told last."""
    discourse = discourse.of_rank(_rank_of_pair(row))
    clauses = read_clauses(row, article.tokens, article.grammar, discourse, article.timed)
    sport = any(u.word(W.SPORT) for u in row)
    scene = Scene(row, clauses, discourse, article.setting, article.timed, sport)
    for clause in clauses:
        if clause.frames and not never(row, clause.at):
            read_clause(scene, clause, remembered)
    pair = tuple(_pair_of(scene.drafts))
    pairs = (*discourse.pairs, pair) if pair and pair not in discourse.pairs else discourse.pairs
    return scene, Discourse(discourse.subject, discourse.group, pair or discourse.pair, pairs)


def _unsaid(drafts: Sequence[Draft]) -> bool:
    """«كما التقى نظيره الروسي»: whoever was spoken of before does it, and goes on being spoken of."""
    return bool(drafts) and not _UNSAID.isdisjoint(drafts[0].clause)


def _lead(sentences: Sequence[Sentence], hits: Sequence[tuple[int, int]]) -> int | None:
    """The first time expression of the article's first sentence, the day of its news; None where it tells none."""
    opening = next((span for span, title, _ in sentences if not title), range(0))
    return next((i for i, (first, _) in enumerate(hits) if opening.start <= first < opening.stop), None)


def _rank_of_pair(row: Sequence[Unit]) -> str:
    """The rank of the pair that a sentence speaks of: «الرئيسان», «الوزيران»; '' of none."""
    phrases = (u.phrase for u in row if u.phrase is not None and u.phrase.kind == "set" and not u.phrase.members)
    return next((p.rank for p in phrases if p.rank), "")


def _pair_of(drafts: Sequence[Draft]) -> list[Actor]:
    """The two parties of the contact told last: whom «الجانبان» will mean."""
    for draft in reversed(drafts):
        if len(draft.parties) == 2 and not draft.echo and draft.kind not in ("visit", "message"):
            return [a for a, _ in draft.parties]
    return []


def _subject(tokens: Tokens, phrases: list[tuple[Phrase, Actor | None]], before: Discourse) -> Discourse:
    """Whom a sentence is about: its first person or office that no particle governs, and those joined with him."""
    for k, (phrase, actor) in enumerate(phrases):
        if actor is None or phrase.kind not in _PEOPLE or marker_of(phrase.clitic)[1]:
            continue
        if phrase.first and tokens.forms[phrase.first - 1] in _GOVERNED:
            continue
        group = [actor]
        for other, joined in phrases[k + 1 :]:
            if other.clitic not in JOINS or joined is None or other.kind not in _PEOPLE | {"counterpart"}:
                break
            group.append(joined)
        return Discourse(actor, tuple(group), before.pair, before.pairs)
    return before
