"""Words as characters: a set of word classes is one character, so that a rule is a regular expression over them."""

import re
from collections.abc import Iterable, Mapping

import msgspec

from isnad.arabic.clitics import ALONE, ARTICLE, BEFORE_NOUNS
from isnad.arabic.fold import fold_word
from isnad.lexicon.when import WhenRules, WordClass
from isnad.model import LexiconError
from isnad.when.pattern import AND, ANY, PROCLITIC, Part

_WORD = re.compile(r"[^\s()|?<>]+")
_SLOT = re.compile(r"<[^<>]+>")
_FIRST_CODE = 0x4E00


class Vocabulary(msgspec.Struct, frozen=True):
    """`codes`: folded form to its characters (clitic first). `bases`: glued form to (bare form, clitic's length).

    `values`: class to phrase (folded, one space between words) to value. `parts`: class or literal to its expression.
    """

    codes: dict[str, str]
    bases: dict[str, tuple[str, int]]
    values: dict[str, dict[str, int | str]]
    parts: dict[str, Part]

    def characters(self, names: Iterable[str], where: tuple[str, str, str]) -> frozenset[str]:
        """Every character that a word of these classes can have. Raises LexiconError (`where`) for what is no class."""
        for name in names:
            if name not in self.parts:
                raise LexiconError(*where, f"{name!r} is a phrase; only words and classes can be neighbours")
        return frozenset().union(*(self.parts[name].first for name in names))


def vocabulary(rules: WhenRules) -> Vocabulary:
    """All words that the rules speak of."""
    values = {c.id: _values(c) for c in rules.classes}
    clitics = {c.id: c.clitics for c in rules.classes}
    literals = _literals(rules, values)
    homes: dict[str, set[str]] = {}
    for name, phrases in values.items():
        for phrase in phrases:
            words = phrase.split(" ")
            for word in words:
                homes.setdefault(word, set()).add(name if len(words) == 1 else f"={word}")
                clitics.setdefault(f"={word}", clitics[name])
    for literal in literals:
        homes.setdefault(fold_word(literal), set()).add(f"={fold_word(literal)}")
        # a word of a rule may be glued though a class that holds it as well bears none: «وفي يونيو»
        clitics[f"={fold_word(literal)}"] = BEFORE_NOUNS
    codes, of = {}, dict[frozenset[str], str]()
    for word, classes in homes.items():
        codes[word] = of.setdefault(frozenset(classes), chr(_FIRST_CODE + len(of)))
    characters: dict[str, set[str]] = {}
    for members, char in of.items():
        for name in members:
            characters.setdefault(name, set()).add(char)
    unglued = {fold_word(word) for c in rules.classes for word in c.unglued}
    bases = dict(_glued({word: classes for word, classes in homes.items() if word not in unglued}, clitics, homes))
    for form, (base, length) in bases.items():
        codes[form] = (AND if form[:length] == "و" else PROCLITIC) + codes[base]
    for clitic in ALONE:
        codes.setdefault(clitic, AND if clitic == "و" else PROCLITIC)
    parts = {name: _part(phrases, name, characters) for name, phrases in values.items()}
    parts |= {clitic: _set(codes[clitic]) for clitic in ALONE}
    parts[ANY] = Part(f"[{AND}{PROCLITIC}]?[^\n{codes.get(chr(10), '')}]", frozenset(), False, 2)
    parts |= {literal: _set(characters[f"={fold_word(literal)}"]) for literal in literals}
    return Vocabulary(codes, bases, values, parts)


def _values(entry: WordClass) -> dict[str, int | str]:
    out: dict[str, int | str] = {}
    for value, spellings in entry.words.items():
        for spelling in spellings:
            out[" ".join(fold_word(w) for w in spelling.split(" "))] = value
    if entry.numerals:
        low, high = entry.digits
        for number in range(entry.numerals[0], entry.numerals[1] + 1):
            for digits in range(low, high + 1):
                if len(str(number)) <= digits:
                    out[str(number).zfill(digits)] = number
    return out


def _literals(rules: WhenRules, values: Mapping[str, object]) -> frozenset[str]:
    known = {*values, *(p.id for p in rules.phrases), *ALONE, ANY}
    texts = [t for r in rules.rules for t in r.match] + [p.match for p in rules.phrases]
    words = {w for text in texts for w in _WORD.findall(_SLOT.sub(" ", text))}
    for rule in rules.rules:
        words |= {*rule.before, *rule.before_not, *rule.after, *rule.after_not}
    return frozenset(words - known)


def _glued(
    homes: Mapping[str, set[str]], clitics: Mapping[str, tuple[str, ...]], known: Iterable[str]
) -> Iterable[tuple[str, tuple[str, int]]]:
    seen = set(known)
    for word, classes in homes.items():
        if word.isdigit() or not word.isalpha():
            continue
        for clitic in {c for name in classes for c in clitics[name]}:
            glued = clitic + word
            length = len(clitic)
            if clitic.endswith("ل") and word.startswith(ARTICLE):
                glued, length = clitic + word[1:], length + 1
            if glued not in seen:
                seen.add(glued)
                yield glued, (word, length)


def _set(characters: Iterable[str]) -> Part:
    chars = sorted(characters)
    return Part(chars[0] if len(chars) == 1 else "[" + "".join(chars) + "]", frozenset(chars), False, 1)


def _part(phrases: Mapping[str, object], name: str, characters: Mapping[str, set[str]]) -> Part:
    options: list[Part] = []
    for phrase in sorted((p for p in phrases if " " in p), key=lambda p: (-len(p.split(" ")), p)):
        words = [_set(characters[f"={w}"]) for w in phrase.split(" ")]
        options.append(Part("".join(w.regex for w in words), words[0].first, False, len(words)))
    if name in characters:
        options.append(_set(characters[name]))
    regex = options[0].regex if len(options) == 1 else "(?:" + "|".join(o.regex for o in options) + ")"
    return Part(regex, frozenset().union(*(o.first for o in options)), False, max(o.longest for o in options))
