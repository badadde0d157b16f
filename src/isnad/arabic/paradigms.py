"""The forms that a verb or noun of news prose takes, built from its principal parts. All forms are folded.

Only third persons are built: news tells of others. Weak verbs follow the shape of their folded principal parts.
"""

from typing import Literal, NamedTuple

from isnad.arabic.fold import fold_word

Tense = Literal["past", "present", "jussive", "future", "masdar"]
# of the speaker: «التقيت»
Number = Literal["one", "two", "many", "speaker"]
PRONOUNS: dict[str, Number] = {"ه": "one", "ها": "one", "هما": "two", "هم": "many", "هن": "many"}
FIRST_PERSON = "ي"
_MIN_HOLLOW = 4


class VerbForm(NamedTuple):
    """One folded form: its tense, the number and gender of its subject, and the object pronoun it bears, if any."""

    form: str
    tense: Tense
    number: Number
    female: bool
    pronoun: str = ""


class ParticipleForm(NamedTuple):
    """One folded form of a participle in the accusative or with an ending, and whom it agrees with."""

    form: str
    number: Number
    female: bool


_PARTICIPLE_ENDINGS: tuple[tuple[str, Number, bool], ...] = (
    ("ا", "one", False),
    ("ه", "one", True),
    ("ين", "many", False),
    ("ان", "two", False),
    ("تين", "two", True),
    ("ات", "many", True),
    ("ون", "many", False),
)


# the endings of feminine nouns as written, of sound plurals of men, and of participles in the accusative (folded)
FEMININE_ENDINGS = ("ة", "ات")
MEN_ENDINGS = ("ون", "ين")
ACCUSATIVE_ENDINGS = ("ا", "ه", "ين", "تين", "ات")
# how the present and the future of a verb begin, the present without a particle, and how nouns end (as written)
PRESENT_FRONTS = ("ي", "وي", "سي", "وسي", "ست", "وست")
THIRD_PERSON_FRONTS = ("ي", "ت")
# of the first person, folded
FIRST_PERSON_FRONTS = ("ن", "ا")
FUTURE_FRONTS = ("سي", "ست")
NOMINAL_ENDINGS = (*FEMININE_ENDINGS, *MEN_ENDINGS)


class NounForm(NamedTuple):
    """One folded form: whether it bears the article, and the possessive pronoun it bears, if any."""

    form: str
    definite: bool
    pronoun: str = ""


def verb_forms(past: str, present: str) -> list[VerbForm]:
    """All third person forms of a verb given by its past and present masculine singular."""
    p, q = fold_word(past), fold_word(present)
    # «نفى», «دعا»: the last letter goes before an ending that begins with a vowel; «بدأ» keeps its own
    weak_past, weak_present = past.endswith(("ى", "ي", "ا")), q.endswith(("ي", "و"))
    stem = p[:-1] if weak_past else p
    out = [
        VerbForm(p, "past", "one", False),
        VerbForm(stem + "ت", "past", "one", True),
        VerbForm(p + "ا", "past", "two", False),
        VerbForm(stem + "تا", "past", "two", True),
        VerbForm(stem + "وا", "past", "many", False),
    ]
    base = q[:-1] if weak_present else q
    for prefix, female in (("ي", False), ("ت", True)):
        whole, trunk = prefix + q[1:], prefix + base[1:]
        out += [
            VerbForm(whole, "present", "one", female),
            VerbForm(whole + "ان", "present", "two", female),
            VerbForm(whole + "ا", "present", "two", female),
            VerbForm(trunk + "ون", "present", "many", female),
            VerbForm(trunk + "وا", "present", "many", female),
        ]
        if weak_present:
            out.append(VerbForm(trunk, "jussive", "one", female))
        elif len(q) >= _MIN_HOLLOW and q[-2] in "وي":
            out.append(VerbForm(whole[:-2] + whole[-1], "jussive", "one", female))
    joined = stem + "ا" if weak_past else p
    for suffix in PRONOUNS:
        out.append(VerbForm(joined + suffix, "past", "one", False, suffix))
        out.append(VerbForm(stem + "ت" + suffix, "past", "one", True, suffix))
        if not weak_past:
            # «وجهوها»; «دعوه» is «دعوة»
            out.append(VerbForm(stem + "و" + suffix, "past", "many", False, suffix))
        out.append(VerbForm(q + suffix, "present", "one", False, suffix))
        out.append(VerbForm("ت" + q[1:] + suffix, "present", "one", True, suffix))
    future = [VerbForm("س" + f.form, "future", f.number, f.female, f.pronoun) for f in out if f.tense == "present"]
    return out + future


def speaker_forms(past: str) -> list[VerbForm]:
    """The first person forms of the past of a weak verb, which the speaker does: «التقيت», «التقينا», «أجريناها».

    Of a sound verb «بحثت» is spelt as its third person feminine, and «استقبلنا» may be «received us»: none of these.
    """
    if not past.endswith("ى"):
        return []
    stem = fold_word(past)[:-1] + "ي"
    plural = [VerbForm(stem + "نا" + pronoun, "past", "speaker", False, pronoun) for pronoun in ("", "ه", "ها")]
    return [VerbForm(stem + "ت", "past", "speaker", False), *plural]


def participle_forms(word: str) -> list[ParticipleForm]:
    """The forms of a participle given in the masculine singular that tell whom it agrees with."""
    stem = fold_word(word)
    return [ParticipleForm(stem + ending, number, female) for ending, number, female in _PARTICIPLE_ENDINGS]


def noun_forms(word: str) -> list[NounForm]:
    """The bare, definite, accusative and possessed forms of one noun (singular or plural as given)."""
    w = fold_word(word)
    if " " in w:
        return [NounForm(w, False)]
    out = [NounForm(w, False), NounForm("ال" + w, True)]
    if word.endswith("ة"):
        possessed = [w[:-1] + "ت"]
    else:
        if w[-1] != "ا" and not w.endswith("ات"):
            out.append(NounForm(w + "ا", False))
        possessed = [w]
        if w[-1] == "ء":
            possessed += [w[:-1] + "و", w[:-1] + "ي"]
    out += [NounForm(p + suffix, True, suffix) for p in possessed for suffix in PRONOUNS]
    return out


def nisba_forms(adjective: str) -> list[tuple[str, bool]]:
    """The folded forms of a nisba adjective given in the masculine singular, and whether each is a plural or dual.

    A compound («كوري جنوبي») inflects in all its parts.
    """
    parts = [fold_word(p) for p in adjective.split()]
    endings = (
        ("", False),
        ("ه", False),
        ("ا", False),
        ("ين", True),
        ("ون", True),
        ("ان", True),
        ("تان", True),
        ("تين", True),
        ("ات", True),
        ("و", True),
    )
    out = []
    # «جنوب أفريقي»: the first word is no adjective; it stays and alone takes the article
    fixed = len(parts) > 1 and not parts[0].endswith("ي")
    for article in ("", "ال"):
        for ending, plural in endings:
            if fixed:
                out.append((" ".join([article + parts[0], *(p for p in parts[1:-1]), parts[-1] + ending]), plural))
            else:
                out.append((" ".join(article + p + ending for p in parts), plural))
        if len(parts) > 1 and not fixed:
            out.append((" ".join([article + parts[0] + "ين", *(article + p for p in parts[1:])]), True))
    return out
