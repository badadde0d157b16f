"""Labelling unlabelled news: names that a teacher finds again and again in one extent, carried to all their places.

A teacher that sees a name in some contexts misses it in others. Names on which it agrees with itself across articles
are labelled everywhere, the short form that follows a full name in its article too; sentences in which the teacher
saw anything else are left out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from isnad.recogniser import Recogniser
from training.corpora import Sentence

Name = tuple[str, ...]
Article = Sequence[Sequence[str]]  # sentences of folded forms

LONGEST = 7
LEAST_ARTICLES = 3  # a name must be found in this many articles
AGREEMENT = 0.5  # and in this share of the places where its words stand together,
LIKELY_AGREEMENT = 0.1  # or in this share where each of its words is likely to be of a name:
LIKELY = 0.3  # in this share of its places, or its class in that share of its places
TIED = 0.85  # words that the same word follows this often are a part of something longer
COMMON = 30  # words of this many names («محمد», «بن») are never hidden
SURNAME = 0.3  # a short form must be (part of) a name in this share of its places


class Known(msgspec.Struct, frozen=True):
    """The names that a teacher agrees on."""

    names: frozenset[Name]
    surnames: frozenset[str]
    starts: frozenset[str]
    likely: frozenset[str]
    common: frozenset[str]
    proclitics: str


def _places(articles: Sequence[Article], candidates: set[Name]) -> tuple[Counter[Name], dict[Name, Counter[str]]]:
    """How often each candidate stands anywhere, and the words right behind it."""
    places = Counter[Name]()
    following: dict[Name, Counter[str]] = defaultdict(Counter)
    starts = {name[0] for name in candidates}
    spots = (
        (forms, at) for article in articles for forms in article for at, form in enumerate(forms) if form in starts
    )
    for forms, at in spots:
        for size in range(2, LONGEST + 1):
            if (name := tuple(forms[at : at + size])) in candidates and len(name) == size:
                places[name] += 1
                following[name].update(forms[at + size : at + size + 1])
    return places, following


def known(articles: Sequence[Article], teacher: Recogniser, classes: Mapping[str, str], proclitics: str) -> Known:
    """The full names (two words or more) and short forms on which the teacher agrees with itself."""
    tagged, inside, seen = Counter[Name](), Counter[str](), Counter[str]()
    articles_of: dict[Name, int] = defaultdict(int)
    for article in articles:
        here = set[Name]()
        for forms in article:
            seen.update(forms)
            for first, last in teacher.tag(forms):
                name = tuple(forms[first:last])
                inside.update(name)
                tagged[name] += 1
                here.add(name)
        for name in here:
            articles_of[name] += 1
    candidates = {name for name, count in articles_of.items() if count >= LEAST_ARTICLES and 1 < len(name) <= LONGEST}
    places, following = _places(articles, candidates)
    likely = _likely(inside, seen, classes)
    names = {
        name
        for name in candidates
        if tagged[name] >= (LIKELY_AGREEMENT if likely.issuperset(name) else AGREEMENT) * places[name]
        and all(form.isalpha() for form in name)
        and max((n for form, n in following[name].items() if form.isalpha()), default=0) < TIED * places[name]
    }
    # «ولافروف» as the first word of a name is the name with a letter before it
    bare = {name for name in names if not (name[0][0] in proclitics and (name[0][1:], *name[1:]) in names)}
    surnames = {name[-1] for name in bare if inside[name[-1]] >= SURNAME * seen[name[-1]]}
    common = {form for form, count in Counter(form for name in bare for form in name).items() if count >= COMMON}
    starts = {name[0] for name in bare}
    return Known(frozenset(bare), frozenset(surnames), frozenset(starts), likely, frozenset(common), proclitics)


def _likely(inside: Counter[str], seen: Counter[str], classes: Mapping[str, str]) -> frozenset[str]:
    """The forms that the teacher often sees in names, or whose class it often sees there."""
    class_inside, class_seen = Counter[str](), Counter[str]()
    for form, kind in classes.items():
        class_inside[kind] += inside[form]
        class_seen[kind] += seen[form]
    good = {kind for kind, count in class_seen.items() if class_inside[kind] >= LIKELY * count}
    return frozenset(
        form for form, count in inside.items() if count >= LIKELY * seen[form] or classes.get(form) in good
    )


def label(articles: Iterable[Article], teacher: Recogniser, names: Known) -> Iterator[Sentence]:
    """The sentences whose names are all among the known ones, labelled; also those without any name."""
    for article in articles:
        shorts = set[str]()
        for forms in article:
            found = list(full(forms, names))
            shorts.update(short for first, last in found if (short := forms[last - 1]) in names.surnames)
            taken = {at for first, last in found for at in range(first, last)}
            bare = (_bare(form, shorts, names.proclitics) for form in forms)
            found += [(at, at + 1) for at, form in enumerate(bare) if at not in taken and form in shorts]
            taken |= {at for at, _ in found}
            covered = set(found)
            doubtful = any(at not in taken and form in names.likely for at, form in enumerate(forms))
            if not doubtful and all(span in covered for span in teacher.tag(forms)):
                yield Sentence(tuple(forms), tuple(sorted(found)))


def spread(sentences: Iterable[Sentence], most: int, empty: int, common: frozenset[str]) -> list[Sentence]:
    """Of these sentences, in their order: those with a name not yet seen `most` times, and `empty` without names.

    In every other one the words of names are hidden, but for the common ones.
    """
    seen, out = Counter[Name](), list[Sentence]()
    for sentence in sentences:
        names = [sentence.forms[first:last] for first, last in sentence.names]
        if names and min(seen[name] for name in names) < most:
            seen.update(names)
            out.append(_hide(sentence, common) if len(out) % 2 else sentence)
        elif not names and empty > 0:
            empty -= 1
            out.append(sentence)
    return out


def _hide(sentence: Sentence, common: frozenset[str]) -> Sentence:
    inside = (at for first, last in sentence.names for at in range(first, last))
    return msgspec.structs.replace(sentence, hidden=frozenset(at for at in inside if sentence.forms[at] not in common))


def full(forms: Sequence[str], names: Known) -> Iterator[tuple[int, int]]:
    """Where known full names stand, the longest at each place."""
    at = 0
    while at < len(forms):
        start = _bare(forms[at], names.starts, names.proclitics)
        size = 0
        if start in names.starts:
            sizes = range(min(LONGEST, len(forms) - at), 1, -1)
            size = next((n for n in sizes if (start, *forms[at + 1 : at + n]) in names.names), 0)
        if size:
            yield at, at + size
        at += size or 1


def _bare(form: str, known_forms: frozenset[str] | set[str], proclitics: str) -> str:
    """The form, or what stands after its proclitic where only that is known."""
    return form[1:] if form not in known_forms and form[:1] in proclitics and form[1:] in known_forms else form
