"""The sections that the resources compile to: one frozen, validated object with a content hash."""

import msgspec

from isnad.lexicon.collective import Collective
from isnad.lexicon.comparison import WordSet
from isnad.lexicon.constructions import Construction
from isnad.lexicon.events import EventRules
from isnad.lexicon.frames import Grammar, Topic
from isnad.lexicon.naming import Label
from isnad.lexicon.people import Person
from isnad.lexicon.statements import SpeechRules
from isnad.lexicon.titles import Titles
from isnad.lexicon.when import WhenRules


class Sections(msgspec.Struct, frozen=True):
    """Everything that the resources say, in the order of the reading rooms."""

    hash: str
    when: WhenRules
    collective: Collective
    people: tuple[Person, ...]
    titles: Titles
    constructions: tuple[Construction, ...]
    grammar: Grammar
    topics: tuple[Topic, ...]
    speech: SpeechRules
    naming: tuple[Label, ...]
    comparison: tuple[WordSet, ...]
    events: EventRules
