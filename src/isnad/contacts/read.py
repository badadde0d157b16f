"""The sentences of an article in order: their triggers, whom they speak of, and the contacts they tell."""

from collections.abc import Sequence

from isnad.arabic.tokens import Tokens
from isnad.contacts.clause import COMMAS, Chunk, chunked, is_trigger, marker_of
from isnad.contacts.draft import COMING, FAMILIES, Counterpart, Draft, Scene, actors_of
from isnad.contacts.links import never
from isnad.contacts.merge import Telling, merged
from isnad.contacts.narrative import delivered, during, follow
from isnad.contacts.nouns import read_noun
from isnad.contacts.saying import told_on
from isnad.contacts.tellings import telling
from isnad.contacts.times import When
from isnad.contacts.verbs import read_verb
from isnad.lexicon import Lexicon
from isnad.model.phrase import Actor, Phrase, Scan

Sentence = tuple[range, bool, list[tuple[Phrase, Actor | None]]]
# the seats that folding drops: they tell «هنأ» from «هنا»
HAMZA = "أئؤ"


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

    def spelt(chunk: Chunk) -> bool:
        return any(seat in tokens.words(chunk.first, chunk.first + 1) for seat in HAMZA)

    tellings: list[Telling] = []
    subject: Actor | None = None
    pair: list[Actor] = []
    told: dict[str, list[tuple[Actor, str]]] = {}
    said: int | None = None
    lead = _lead(sentences, hits)
    timed = frozenset(i for first, last in hits for i in range(first, last))
    for number, (span, title, phrases) in enumerate(sentences):
        telling_now = any(_triggers(scan, i) for i in span)
        dated = not title and any(span.start <= first < span.stop for first, _ in hits)
        row = chunked(tokens, scan.at, phrases, span.start, span.stop) if telling_now or dated else []
        said, before = told_on(row, hits) if dated else None, said
        said = before if said is None and not dated else said
        if telling_now and not (title and any(chunk.word("archive") for chunk in row)):
            scene = Scene(
                row, counterpart, subject, title, [], lexicon.homes, spelt, lexicon.blocs, pair, told=told, timed=timed
            )
            _read(scene, lexicon)
            if not title:
                _remember(told, scene.drafts)
            pair = _pair_of(scene.drafts) or pair
            for draft in scene.drafts:
                tellings.append(telling(draft, tokens, lexicon, title, hits, when, said, lead))
                tellings[-1].sentence = number
                _await(told, tellings)
        subject = _subject(tokens, phrases, subject) if not title else subject
    follow(tellings)
    contacts = merged(tellings)
    during(contacts)
    delivered(contacts)
    return contacts


def _lead(sentences: Sequence[Sentence], hits: Sequence[tuple[int, int]]) -> int | None:
    """The first time expression of the article's first sentence, the day of its news; None where it tells none."""
    opening = next((span for span, title, _ in sentences if not title), range(0))
    return next((i for i, (first, _) in enumerate(hits) if opening.start <= first < opening.stop), None)


def _triggers(scan: Scan, i: int) -> bool:
    found = scan.at[i]
    return bool(found) and any("verb" in m.tags or "noun" in m.tags for m in found)


def _remember(told: dict[str, list[tuple[Actor, str]]], drafts: list[Draft]) -> None:
    """Note whom «اللقاء» alone will mean; nobody, where encounters of several sides are told."""
    for draft in drafts:
        family = FAMILIES.get(draft.kind)
        if family is None or draft.echo:
            continue
        before = told.get(family)
        one = before is None or {a.side for a, _ in before} == {a.side for a, _ in draft.parties}
        told[family] = draft.parties if one else []


def _await(told: dict[str, list[tuple[Actor, str]]], tellings: Sequence[Telling]) -> None:
    """Note whom «القمة المقررة» will mean: those of the one encounter that may be still to come."""
    telling = tellings[-1]
    family, sides = FAMILIES.get(telling.kind), telling.side_set()
    if family is None or telling.echo or telling.title or _done(telling):
        return
    if telling.status == "held" and any(_done(t) and t.side_set() == sides for t in tellings):
        # «التقى الرئيسان … في قمة»: the one that was held
        return
    key = f"{family}{COMING}"
    one = key not in told or {a.side for a, _ in told[key]} == sides
    told[key] = telling.parties if one else []


def _done(telling: Telling) -> bool:
    return telling.firm and telling.status in ("held", "ongoing", "denied")


def _pair_of(drafts: list[Draft]) -> list[Actor]:
    """The two parties of the contact told last: whom «الجانبان» will mean."""
    for draft in reversed(drafts):
        if len(draft.parties) == 2 and not draft.echo and draft.kind not in ("visit", "message"):
            return [a for a, _ in draft.parties]
    return []


def _read(scene: Scene, lexicon: Lexicon) -> None:
    row = scene.row
    for k, chunk in enumerate(row):
        if chunk.phrase is not None:
            if chunk.actor is not None and _stands_free(row, k, scene.here):
                scene.subject, scene.here = chunk.actor, True
                scene.group = _group(row, k)
            continue
        if not is_trigger(chunk) or never(row, k):
            continue
        done = False
        governed = k > 0 and row[k - 1].word("prepositions") and not chunk.clitic
        for hit in chunk.tag("verb") or ():
            frame = lexicon.verbs[hit.frame]
            if governed and hit.form.tense != "masdar":
                continue
            if hit.form.tense == "past" and (marker_of(chunk.clitic)[1] or (frame.opening and not _begins(row, k))):
                continue
            if (
                frame.build != "light"
                and (not frame.exact or scene.spelt(chunk))
                and (done := read_verb(scene, k, frame, hit.form))
            ):
                break
        if done:
            continue
        for hit in chunk.tag("noun") or ():
            if read_noun(scene, k, lexicon.nouns[hit.frame], hit.form, lexicon.grammar.light):
                break


def _begins(row: list[Chunk], k: int) -> bool:
    """Whether a clause begins at chunk k or its subject stands right before it."""
    if k == 0 or row[k].clitic:
        return True
    before = row[k - 1]
    if k > 1 and before.word("relatives") and row[k - 2].phrase is None and row[k - 2].tag("noun"):
        # «مقارنة باللقاء الذي جمع …»: the meeting itself is the subject, not the people told before
        return False
    return before.phrase is not None or before.matches is not None or not before.form[0].isalpha()


def _group(row: list[Chunk], k: int) -> list[Actor]:
    """The persons joined in one subject from chunk k on: «لافروف وكيري», «وزيرا … ونظيره …», «الوفد ترأسه …»."""
    chunks = [row[k]]
    for chunk in row[k + 1 :]:
        if chunk.form in COMMAS:
            continue
        if (
            chunk.phrase is None
            or marker_of(chunk.clitic) != (True, "")
            or chunk.phrase.kind not in ("person", "office", "counterpart", "set")
        ):
            break
        chunks.append(chunk)
    return actors_of(chunks)


def _stands_free(row: list[Chunk], k: int, here: bool) -> bool:
    """Whether a person is a subject here: no preposition governs him and no earlier subject stands in this clause."""
    chunk = row[k]
    if chunk.phrase is None or not _personal(chunk.phrase):
        return False
    if chunk.phrase.clitic.lstrip("وف") or (k and (row[k - 1].word("prepositions") or row[k - 1].word("agents"))):
        return False
    if k and row[k - 1].phrase is None and row[k - 1].tag("noun"):
        return False
    for j in range(k - 1, -1, -1):
        before = row[j]
        if before.form in "؛" or before.word("joins") or before.word("relatives"):
            return True
        if before.phrase is None and (before.tag("verb") or before.tag("light")):
            # the subject of a verb; of a subordinate clause it leaves the main one in mind
            return not (j and row[j - 1].word("relatives") and here)
        if (
            before.phrase is not None
            and _personal(before.phrase)
            and not before.phrase.clitic
            and not (j and row[j - 1].word("prepositions"))
        ):
            return False
    return True


def _personal(phrase: Phrase) -> bool:
    """Whether a phrase is of people who can be spoken of further: not a bare plural of officials."""
    return (
        phrase.kind in ("person", "office")
        or (phrase.kind == "officials" and phrase.number == "delegation")
        or (phrase.kind == "set" and bool(phrase.members))
    )


def _subject(tokens: Tokens, phrases: list[tuple[Phrase, Actor | None]], before: Actor | None) -> Actor | None:
    """The person a sentence is about: its first person or office that no particle governs."""
    for phrase, actor in phrases:
        if actor is not None and phrase.kind in ("person", "office", "officials") and not phrase.clitic.lstrip("وف"):
            if phrase.first and tokens.forms[phrase.first - 1] in ("مع", "من", "الي", "بين", "عن", "علي"):
                continue
            return actor
    return before
