"""Who carries a contact noun: the verb that lends it a subject, that subject, the owners of «لقاؤه» and «لقائهما»."""

from typing import NamedTuple

from isnad.contacts.clause import COMMAS, Chunk, marker_of, opens, subject_before
from isnad.contacts.draft import Scene, actors_of
from isnad.lexicon.frames import Light
from isnad.lexicon.index import FrameHit
from isnad.model.phrase import Actor

_MAX_LIGHT = 14
# «قبل نحو خمسة أيام من …»: the words of a distance before its noun
_OFFSET = 5
_ADJECTIVES = 2
MASDAR = Light(past="", present="", subject="agent")


class Carrier(NamedTuple):
    """The verb that carries a noun: its chunk, its rule and its tense."""

    at: int
    rule: Light
    tense: str


def carrier_of(row: list[Chunk], k: int, lights: tuple[Light, ...], kind: str) -> Carrier | None:
    """The verb that carries the noun, of this kind: its chunk, its rule and its tense."""
    spent, jump = 0, k
    for j in range(k - 1, -1, -1):
        if j > jump:
            continue
        chunk = row[j]
        if chunk.form in COMMAS and (inset := _inset(row, j)) is not None:
            jump = inset
            continue
        spent += 1 if chunk.phrase is None else 0
        if spent > _MAX_LIGHT or chunk.form in "؛;:":
            return None
        if chunk.phrase is not None:
            continue
        hits: list[FrameHit] | None = chunk.tag("light")
        if hits:
            if (hits[0].frame < 0 and len(hits) == 1) or _nominal(row, j):
                # «على عقد قمة», «بإجراء محادثات»: a masdar, not yet done
                return Carrier(j, MASDAR, "future" if _promised(row, j) else "masdar")
            hits = [h for h in hits if h.frame >= 0]
            if lights[hits[0].frame].only and kind not in lights[hits[0].frame].only:
                # «استقبله في بداية زيارته»: it carries letters only
                return None
            return Carrier(j, lights[hits[0].frame], hits[0].form.tense)
        if chunk.word("joins") or chunk.word("speech") or chunk.tag("verb"):
            return None
        if chunk.tag("noun") and spent > 2 and row[j].form not in COMMAS:
            return None
        if chunk.word("events") and (j == k - 1 or (j >= k - _OFFSET and row[k - 1].word("prepositions"))):
            # «قبل يومين من توجهه»
            return None
    return None


def _promised(row: list[Chunk], j: int) -> bool:
    """Whether a verb in the future carries the masdar at j: «سيتم عقد قمة»."""
    return j > 0 and any(h.form.tense == "future" for h in row[j - 1].tag("light") or () if h.frame >= 0)


def _inset(row: list[Chunk], j: int) -> int | None:
    """The comma that opens the circumstance closed by the comma at j: «أجرى الوزير، عقب لقائه …، اتصالا»."""
    for i in range(j - 1, max(-1, j - 20), -1):
        if row[i].form in COMMAS:
            return i if row[i + 1].word("events") else None
    return None


def _nominal(row: list[Chunk], j: int) -> bool:
    """Whether a word that may be a verb is a noun here: a particle or another noun governs it."""
    if marker_of(row[j].clitic)[1]:
        return True
    if row[j].clitic or j == 0:
        return False
    before = row[j - 1]
    ordinary = before.matches is None and before.form[0].isalpha()
    if not any(h.frame < 0 for h in row[j].tag("light") or ()):
        return before.word("prepositions")
    # «ضرورة عقد اجتماع», «اقترح عقد لقاء», but «قد عقد»
    wished = before.tag("status") is not None and not before.word("particles")
    # «طلب الوزير عقد لقاء»: after a subject that has its verb already
    return ordinary or wished or before.word("prepositions") or (before.phrase is not None and not opens(row, j - 1))


def promised_after(row: list[Chunk], k: int) -> int | None:
    """The verb of the noun's own relative clause, in the future: «القمة التاريخية التي ستعقد …»."""
    j = k + 1
    while j < len(row) and j <= k + _ADJECTIVES and row[j].ordinary:
        j += 1
    if j + 1 >= len(row) or not row[j].word("relative_pronouns"):
        return None
    hits = [h for h in row[j + 1].tag("light") or () if h.frame >= 0]
    return j + 1 if any(h.form.tense == "future" for h in hits) else None


def verb_after(row: list[Chunk], last: int) -> tuple[int, str] | None:
    """The verb that follows the noun and its parties: «القمة مع … ستعقد في …»; its chunk and what it tells.

    That is `future`, `wished` («قد تعقد»), `past` («المحادثات … التي عُقدت …»), or nothing.
    """
    for j in range(last + 1, min(last + 7, len(row))):
        chunk = row[j]
        hits = chunk.tag("light") if chunk.phrase is None else None
        if hits and hits[0].frame >= 0:
            tense = hits[0].form.tense
            if tense == "present" and row[j - 1].word("particles"):
                return j, "wished"
            if tense == "past" and row[j - 1].word("relative_pronouns"):
                return j, "past"
            return (j, "future") if tense == "future" else None
        if chunk.word("joins") or (chunk.phrase is None and chunk.tag("noun")):
            # «محادثات مع فلان تمهيدا للقمة التي ستعقد …»: of the next noun
            break
    return None


def subjects_of(scene: Scene, k: int, light: Carrier | None) -> list[Actor]:
    """The subject of the carrying verb: before it, between it and the noun, or the one spoken of."""
    if light is None:
        return []
    j, rule, _ = light
    if rule.subject in ("none", "host"):
        return []
    between: list[Chunk] = []
    skipping = False
    for at, chunk in enumerate(scene.row[j + 1 : k], j + 1):
        if chunk.form in COMMAS:
            skipping = False
        elif chunk.word("events") or chunk.tag("company"):
            skipping = True
        elif chunk.phrase is not None and not skipping:
            governed = scene.row[at - 1].word("prepositions") or marker_of(chunk.clitic)[1]
            if not governed and (not chunk.is_place or at == j + 1):
                between.append(chunk)
    before = subject_before(scene.row, j)
    if before and (scene.row[j].first - before[-1].last) <= 3:
        return actors_of(before, states=True)
    if between:
        return actors_of(between, states=True)
    if before:
        return actors_of(before, states=True)
    return scene.spoken_of(j)


def carrier_after(row: list[Chunk], k: int) -> int | None:
    """The verb after the noun that carries it: «زيارة يقوم بها …», «المباحثات التي أجراها …», «محادثات جمعته بـ»."""
    for j in range(k + 1, min(k + 5, len(row))):
        chunk = row[j]
        if chunk.phrase is not None or chunk.form in COMMAS:
            return None
        hits = chunk.tag("light")
        if hits and (hits[0].form.pronoun or (j + 1 < len(row) and row[j + 1].form in ("بها", "به", "بهما"))):
            return j
    return None


def owner_of(scene: Scene, k: int) -> list[Actor]:
    """Whose «لقاؤه» it is: the one spoken of, or, at the head of a sentence, the subject still to come."""
    row = scene.row
    if not scene.here:
        for j in range(k + 1, len(row)):
            chunk = row[j]
            if (
                chunk.phrase is not None
                and chunk.phrase.kind in ("person", "office")
                and not marker_of(chunk.clitic)[1]
                and any(row[i].form in COMMAS for i in range(max(k, j - 4), j))
            ):
                return actors_of([chunk])
    before = row[k - 1] if k else None
    if (
        before is not None
        and before.phrase is not None
        and before.phrase.kind in ("person", "office")
        and row[k].clitic == "و"
    ):
        # «محمد بن سلمان وزيارته لمصر»
        return actors_of([before])
    return scene.spoken_of(0)


def both_of(scene: Scene, k: int) -> list[Actor]:
    """The persons of «لقائهما»: the nearest list or pair before the noun of two sides, else the pair told last."""
    row = scene.row
    for j in range(k - 1, -1, -1):
        group = [row[j]] if row[j].phrase is not None else []
        if j and group and marker_of(row[j].clitic) == (True, "") and row[j - 1].phrase is not None:
            group.insert(0, row[j - 1])
        actors = actors_of(group)
        if len({a.side for a in actors if a.side}) > 1:
            return actors
        if j and group and marker_of(row[j].clitic) == (True, "") and row[j - 1].ordinary:
            # «أعلنت أن زعيمها والرئيس تعهدا خلال قمتهما»: of somebody unknown and him
            return []
    people = actors_of([c for c in row[:k] if c.phrase is not None and c.phrase.kind in ("person", "office")])
    other = next((a for a in people[1:] if a.side and a.side != people[0].side), None)
    return [people[0], other] if other is not None and people[0].side else scene.pair
