"""The sentences of an article in order: their predicates, whom they speak of, and the contacts they tell."""

from collections.abc import Callable, Iterable, Sequence

from isnad.arabic.tokens import Tokens
from isnad.clauses import Discourse, Grammar, Subjects, Unit, Walk, segment
from isnad.clauses.people import actors_of
from isnad.contacts.constructions import Remembered, read_head
from isnad.contacts.draft import COMING, FAMILIES, Counterpart, Draft, Scene, Setting
from isnad.contacts.links import never
from isnad.contacts.merge import Telling, merged
from isnad.contacts.narrative import delivered, during, follow
from isnad.contacts.saying import told_on
from isnad.contacts.tellings import Place, telling
from isnad.contacts.times import Times, When
from isnad.lexicon import Lexicon
from isnad.lexicon.words import WordClass as W
from isnad.model.phrase import Actor, Phrase, Scan

Sentence = tuple[range, bool, list[tuple[Phrase, Actor | None]]]
# the seats that folding drops: they tell «هنأ» from «هنا»
HAMZA = "أئؤ"
_GOVERNED = frozenset({"مع", "من", "الي", "بين", "عن", "علي"})
_PEOPLE = frozenset({"person", "office", "officials"})


def read_contacts(
    tokens: Tokens,
    scan: Scan,
    lexicon: Lexicon,
    sentences: Sequence[Sentence],
    counterpart: Counterpart,
    hits: Sequence[tuple[int, int]],
    when: When,
) -> list[Telling]:
    """The contacts of an article, one a real encounter.

    `sentences`: token range, whether it is the title, and its phrases with their actors, in order. `hits`: token
    ranges of time expressions; `when(i, tense)` anchors hit i as told in that tense.
    """
    verbs = lexicon.speech.verbs
    grammar = Grammar(
        lexicon.frames,
        lexicon.grammar.light,
        lexicon.speech.cues,
        lambda cue: verbs[cue.verb].weak,
        lambda cue: verbs[cue.verb].relays,
        lambda cue: verbs[cue.verb].impersonal and cue.tense == "present",
    )
    setting = Setting(counterpart, lexicon.homes, lexicon.blocs, lexicon.grammar.light)
    timed = frozenset(i for first, last in hits for i in range(first, last))
    tellings: list[Telling] = []
    remembered: Remembered = {}
    discourse = Discourse()
    said: int | None = None
    lead = _lead(sentences, hits)
    for number, (span, title, phrases) in enumerate(sentences):
        telling_now = any(_triggers(scan, i) for i in span)
        dated = not title and any(span.start <= first < span.stop for first, _ in hits)
        row = segment(tokens, scan.at, phrases, span) if telling_now or dated else []
        said, before = told_on(row, hits) if dated else None, said
        said = before if said is None and not dated else said
        if telling_now and not (title and any(u.word(W.ARCHIVE) for u in row)):
            drafts, discourse = _read(row, tokens, grammar, setting, discourse, timed, remembered)
            if not title:
                _remember(remembered, drafts)
            for draft in drafts:
                tellings.append(telling(draft, tokens, lexicon, Place(number, title), Times(hits, when, said, lead)))
                _await(remembered, tellings)
        if not title:
            discourse = _subject(tokens, phrases, discourse)
    return delivered(during(merged(follow(tellings))))


def _read(
    row: Sequence[Unit],
    tokens: Tokens,
    grammar: Grammar,
    setting: Setting,
    discourse: Discourse,
    timed: frozenset[int],
    remembered: Remembered,
) -> tuple[list[Draft], Discourse]:
    """The drafts of one sentence, and the discourse with the pair that it told last."""
    spelt = [any(seat in tokens.words(u.first, u.first + 1) for seat in HAMZA) for u in row]
    walk = Walk(row, grammar, spelt, timed)
    subjects = Subjects(row, walk.heads, discourse, timed)
    scene = Scene(row, walk.heads, subjects, discourse, setting, [], {})
    for head in walk.heads:
        if head.frames and not never(row, head.at):
            read_head(scene, head, remembered)
    pair = _pair_of(scene.drafts) or discourse.pair
    return scene.drafts, Discourse(discourse.subject, discourse.group, tuple(pair))


def _lead(sentences: Sequence[Sentence], hits: Sequence[tuple[int, int]]) -> int | None:
    """The first time expression of the article's first sentence, the day of its news; None where it tells none."""
    opening = next((span for span, title, _ in sentences if not title), range(0))
    return next((i for i, (first, _) in enumerate(hits) if opening.start <= first < opening.stop), None)


def _triggers(scan: Scan, i: int) -> bool:
    found = scan.at[i]
    return bool(found) and any("verb" in m.tags or "noun" in m.tags for m in found)


def _remember(remembered: Remembered, drafts: Iterable[Draft]) -> None:
    """Note whom «اللقاء» alone will mean; nobody, where encounters of several sides are told."""
    for draft in drafts:
        family = FAMILIES.get(draft.kind)
        if family is None or draft.echo:
            continue
        before = remembered.get(family)
        one = before is None or {a.side for a, _ in before} == {a.side for a, _ in draft.parties}
        remembered[family] = draft.parties if one else ()


def _await(remembered: Remembered, tellings: Sequence[Telling]) -> None:
    """Note whom «القمة المقررة» will mean: those of the one encounter that may be still to come."""
    telling = tellings[-1]
    family, sides = FAMILIES.get(telling.kind), telling.side_set()
    if family is None or telling.echo or telling.title or _done(telling):
        return
    if telling.status == "held" and any(_done(t) and t.side_set() == sides for t in tellings):
        # «التقى الرئيسان … في قمة»: the one that was held
        return
    key = f"{family}{COMING}"
    one = key not in remembered or {a.side for a, _ in remembered[key]} == sides
    remembered[key] = telling.parties if one else ()


def _done(telling: Telling) -> bool:
    return telling.firm and telling.status in ("held", "ongoing", "denied")


def _pair_of(drafts: Sequence[Draft]) -> list[Actor]:
    """The two parties of the contact told last: whom «الجانبان» will mean."""
    for draft in reversed(drafts):
        if len(draft.parties) == 2 and not draft.echo and draft.kind not in ("visit", "message"):
            return [a for a, _ in draft.parties]
    return []


def _subject(tokens: Tokens, phrases: list[tuple[Phrase, Actor | None]], before: Discourse) -> Discourse:
    """Whom a sentence is about: its first person or office that no particle governs, and those joined with him."""
    for k, (phrase, actor) in enumerate(phrases):
        if actor is None or phrase.kind not in _PEOPLE or phrase.clitic.lstrip("وف"):
            continue
        if phrase.first and tokens.forms[phrase.first - 1] in _GOVERNED:
            continue
        group = [actor]
        for other, joined in phrases[k + 1 :]:
            if other.clitic not in ("و", "ف") or joined is None or other.kind not in _PEOPLE | {"counterpart"}:
                break
            group.append(joined)
        return Discourse(actor, tuple(group), before.pair)
    return before


__all__ = ["Callable", "actors_of", "read_contacts"]
