"""The words of a sentence that tell an act."""

from typing import NamedTuple

from isnad.arabic.clitics import ARTICLE, JOINS
from isnad.arabic.markers import Marker
from isnad.events.scene import Scene
from isnad.lexicon.events import Act, ActForm

# so many tokens behind a verb its particle may stand: «سيطر الجيش فجرا على»
_PARTICLE_REACH = 10
# and the words that its act needs, or must not have
_NEEDS_REACH = 9
# so many tokens before a blow stands the verb of who suffers it
_SUFFERED = 7
_NOUN_FRONTS = ("ب", "ل", "ك", "وب", "ول", "فب", "فل")


class Trigger(NamedTuple):
    """An act's words of tokens [first, last), in one of their forms."""

    act: Act
    place: int
    form: ActForm
    first: int
    last: int

    @property
    def verb(self) -> bool:
        """Whether this is a verb."""
        return self.form.form != "noun"


def triggers(scene: Scene) -> list[Trigger]:
    """The triggers of a sentence, in order; of several at one word the longest, and then a verb where one may stand."""
    out: list[Trigger] = []
    i = scene.lo
    phrases = [p.phrase for p in scene.participants if p.phrase is not None]
    # one word may be a name by its looks alone: «براميل»
    named = {k for p in phrases if p.kind != "person" or p.last - p.first > 1 for k in range(p.first, p.last)}
    while i < scene.hi:
        tells = scene.lexicon.at(scene.forms[i]) and i not in named and i not in scene.timed
        found = _best(scene, i) if tells else None
        if found is not None:
            out.append(found)
        i = found.last if found is not None else i + 1
    return out


def trigger_at(scene: Scene, i: int) -> Trigger | None:
    """The trigger that begins at token i, if one does."""
    return _best(scene, i)


def _best(scene: Scene, i: int) -> Trigger | None:
    options = [t for form in scene.lexicon.at(scene.forms[i]) if (t := _trigger(scene, i, form)) is not None]
    verbal = _verb_may_stand(scene, i)
    options = [t for t in options if verbal or not t.verb] if not verbal else options
    # «إصابة» is spelt as «أصابه», and more often the noun
    noun = any(not t.verb for t in options) and all(t.form.pronoun for t in options if t.verb)

    def rank(t: Trigger) -> tuple[int, bool, bool, bool]:
        return t.last - t.first, bool(t.form.more), t.verb == (verbal and not noun), bool(t.act.needs)

    return max(options, key=rank, default=None)


def _trigger(scene: Scene, i: int, form: ActForm) -> Trigger | None:
    act, forms = scene.lexicon.acts[form.act], scene.forms
    last = i + 1
    if form.more and form.form == "noun":
        last = i + 1 + len(form.more)
        *whole, end = form.more
        if last > scene.hi or not all(map(_inflected, forms[i + 1 : last - 1], whole)):
            return None
        if not _inflected(forms[last - 1], end) and not (len(end) == 1 and forms[last - 1].startswith(end)):
            return None
        if len(end) == 1 and forms[last - 1] != end:
            last -= 1
    elif form.more and not _particle(scene, i, form.more):
        return None
    elif form.more and forms[i + 1 : i + 1 + len(form.more)] == list(form.more):
        last = i + 1 + len(form.more)
    needs, unless = scene.lexicon.needs[form.act], scene.lexicon.unless[form.act]
    if needs and not scene.any(i - 3, i + _NEEDS_REACH, needs):
        return None
    if unless and scene.any(i - 2, i + _NEEDS_REACH - 3, unless):
        return None
    aimed = form.clitic.endswith(Marker.FOR) and not any(scene.has(k, "patients") for k in range(i - _SUFFERED, i))
    if form.form == "noun" and (aimed or scene.has(i - 1, "spoken-of")):
        # «للسيطرة على», «تحت سيطرة»: what is aimed at, or is so; not «تعرضت لهجوم»
        return None
    return Trigger(act, form.act, form, i, last)


def _inflected(form: str, word: str) -> bool:
    """Whether a form is a word as it is, with the article, or in the accusative."""
    return form in (word, ARTICLE + word, word + "ا")


def _particle(scene: Scene, i: int, more: tuple[str, ...]) -> bool:
    """Whether the words that a verb needs stand behind it: «سيطر … على», «أطاح … بالرئيس»."""
    word = more[0]
    for k in range(i + 1, min(scene.hi, i + _PARTICLE_REACH)):
        form = scene.forms[k]
        if form == word or (len(word) == 1 and form.startswith(word)):
            return True
        if scene.has(k, "bounds"):
            return False
    return False


def _verb_may_stand(scene: Scene, i: int) -> bool:
    """Whether a finite verb may stand at token i: not right behind a preposition, a noun or a glued particle."""
    form = scene.forms[i]
    if i == scene.lo:
        return True
    if form.startswith(_NOUN_FRONTS) and not form.startswith(JOINS):
        return not any(f.clitic and f.form == "noun" for f in scene.lexicon.at(form))
    before = scene.forms[i - 1]
    if scene.has(i - 1, "verb-leads"):
        return True
    return not (scene.has(i - 1, "prepositions", "lights") or before in scene.lexicon.words["quantities"])
