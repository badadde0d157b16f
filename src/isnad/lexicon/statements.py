"""Section `speech`: verbs of saying and the small words around them (resources/statements/*.yml), and their index."""

from enum import StrEnum
from pathlib import Path
from typing import Literal

import msgspec
import yaml

from isnad.model import LexiconError
from isnad.model.members import members

SpeechClass = Literal[
    "say",
    "affirm",
    "add",
    "announce",
    "stress",
    "express",
    "condemn",
    "accuse",
    "describe",
    "believe",
    "hope",
    "demand",
    "ask",
    "propose",
    "pledge",
    "warn",
    "refuse",
    "welcome",
    "deny",
    "claim",
    "agree",
]
Texts = tuple[str, ...]


class Verb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb of saying or of stance; `takes` says what opens the words told: that, quote, noun, or a preposition."""

    id: str
    cls: SpeechClass = msgspec.field(name="class")
    takes: Texts
    example: str
    not_: str = msgspec.field(name="not")
    past: str | None = None
    present: str | None = None
    masdars: Texts = ()
    participles: Texts = ()
    weak: bool = False
    needs: Texts = ()
    needs_before: Texts = ()
    party: Literal["needed", "possible"] | None = None
    relays: bool = False
    close: bool = False
    impersonal: bool = False
    stance: bool = False
    utters: bool = False
    continues: bool = False


class According(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that attribute a clause: before a source (`to`), or before a verb of saying with its subject (`clause`)."""

    id: str
    example: str
    not_: str = msgspec.field(name="not")
    to: Texts = ()
    clause: Texts = ()


class Marks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Prepositions that a verb takes, by their sense."""

    upon: str
    to: str
    about: str
    by: str


class WordClass(StrEnum):
    """What a small word of the grammar is for: the lists of `grammar.yml`, and the three ways of attributing."""

    THAT = "that"
    PREPOSITIONS = "prepositions"
    ADVERBS = "adverbs"
    PARTICLES = "particles"
    NEGATIONS = "negations"
    OPENERS = "openers"
    ADVERSATIVES = "adversatives"
    TRADES = "trades"
    RELATIVES = "relatives"
    RETURNS = "returns"
    TURNS = "turns"
    TEXTS = "texts"
    TEXT_ADJECTIVES = "text_adjectives"
    SOCIAL = "social"
    AGENCIES = "agencies"
    MEDIA = "media"
    SITES = "sites"
    RELAYED = "relayed"
    RELAYED_OF_HIM = "relayed_of_him"
    ANONYMOUS = "anonymous"
    BODIES = "bodies"
    PEOPLES = "peoples"
    DISTANCING = "distancing"
    MOUNTS = "mounts"
    NAMED = "named"
    DECLINES = "declines"
    ABSTAINS = "abstains"
    REPORTS = "reports"
    FEMININE = "feminine"
    MASCULINE = "masculine"
    WHO_SHE = "who_she"
    WHO_MANY = "who_many"
    TOPICS = "topics"
    WITHIN = "within"
    LIKEWISE = "likewise"
    DIRECT = "direct"
    NAMESAKES = "namesakes"
    REPORTED = "reported"
    REPORTED_IN = "reported_in"
    INSIDE = "inside"
    OF_TEXT = "of_text"
    ALREADY = "already"
    BEFOREHAND = "beforehand"
    SPOKESMEN = "spokesmen"
    EXCELLENCIES = "excellencies"
    REPORTERS = "reporters"
    PRESS_CONFERENCES = "press_conferences"
    INTERVIEWS = "interviews"
    GIVEN = "given"
    SPEECHES = "speeches"
    TALKS = "talks"
    BEFORE_AFTER = "before_after"
    ANSWERS = "answers"
    LIGHT = "light"
    THUS = "thus"
    OWN_WORDS = "own_words"
    THAT_CAME = "that_came"
    FOLLOWED = "followed"
    BY_SAYING = "by_saying"
    OFFICIAL = "official"
    DEMONSTRATIVES = "demonstratives"
    SOMEBODY = "somebody"
    MINISTRIES = "ministries"
    PRESIDENCIES = "presidencies"
    WHOEVER = "whoever"
    GOES_ON = "goes_on"
    PURPOSES = "purposes"
    NOT_YET = "not_yet"
    VENUES = "venues"
    RESUMPTIVE = "resumptive"
    PAST = "past"
    TRAILING = "trailing"
    WHEREBY = "whereby"
    DESPITE = "despite"
    WHATEVER = "whatever"
    CLAUSAL = "clausal"
    ALIKE = "alike"
    SO_CALLED = "so_called"
    LATTER = "latter"
    PRONOUNS = "pronouns"
    QUANTITIES = "quantities"
    SETS = "sets"
    TO = "to"
    GLUED = "glued"
    CLAUSE = "clause"


W = members(WordClass)


class WordList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one class, text in which one of them stands, and a near miss in which none does."""

    words: Texts
    example: str
    not_: str = msgspec.field(name="not")


class SpeechGrammar(msgspec.Struct, frozen=True):
    """The small words around a statement: those that attribute, prepositions by their sense, and words by class."""

    according: tuple[According, ...]
    marks: Marks
    words: dict[WordClass, WordList]


class SpeechRules(msgspec.Struct, frozen=True):
    """The section: its verbs and its grammar."""

    verbs: tuple[Verb, ...]
    grammar: SpeechGrammar


class Opener(StrEnum):
    """What opens the words told, where no preposition does."""

    THAT = "that"
    QUOTE = "quote"
    NOUN = "noun"
    COLON = "colon"
    ACCORDING = "according"


# classes whose words stand in the rules of `according`
ATTRIBUTING = frozenset({WordClass.TO, WordClass.GLUED, WordClass.CLAUSE})


def load_statements(directory: Path) -> SpeechRules:
    """The section of a resources folder. Raises LexiconError with file, rule and field."""

    try:
        name = "verbs.yml"
        verbs = msgspec.convert(yaml.safe_load((directory / name).read_bytes()), tuple[Verb, ...])
        name = "grammar.yml"
        rules = SpeechRules(verbs, _grammar(yaml.safe_load((directory / name).read_bytes())))
    except (msgspec.ValidationError, yaml.YAMLError) as fault:
        raise LexiconError(name, "-", "-", str(fault)) from None
    seen: set[str] = set()
    for verb in rules.verbs:
        if verb.id in seen:
            raise LexiconError("verbs.yml", verb.id, "id", "used twice")
        seen.add(verb.id)
    return rules


def _grammar(lists: dict[str, object]) -> SpeechGrammar:
    """The grammar of its file: `according`, `marks`, and one list of words for every other class."""
    rest = {key: value for key, value in lists.items() if key not in ("according", "marks")}
    words = msgspec.convert(rest, dict[WordClass, WordList])
    missing = set(WordClass) - ATTRIBUTING - words.keys()
    if missing:
        raise msgspec.ValidationError(f"Object missing required field `{min(missing)}`")
    return SpeechGrammar(
        msgspec.convert(lists.get("according"), tuple[According, ...]),
        msgspec.convert(lists.get("marks"), Marks),
        words,
    )
