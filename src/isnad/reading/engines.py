"""What is built once a process from the lexicon: the time tagger and the name recogniser."""

import gc
from typing import NamedTuple

from isnad import when
from isnad.contacts import Linker
from isnad.learned import Linear, shipped
from isnad.lexicon import Lexicon
from isnad.reading.confidence import Confidence
from isnad.recogniser import Recogniser
from isnad.when import Tagger, Tenses


class Engines(NamedTuple):
    """The compiled parts that every reading shares."""

    tagger: Tagger
    tenses: Tenses
    recogniser: Recogniser
    linker: Linker | None
    confidence: Confidence


_built: dict[str, Engines] = {}


def engines(lexicon: Lexicon) -> Engines:
    """The engines of a lexicon; built at the first call of a process.

    What is alive then is frozen for the garbage collector: lexicon and engines live as long as the process, and walking
    over them again and again costs more than all other work of the collector.
    """
    found = _built.get(lexicon.hash)
    if found is None:
        found = _built[lexicon.hash] = Engines(
            when.compile(lexicon.when),
            Tenses(lexicon.when),
            Recogniser.load(),
            _linker(shipped("linker.model")),
            Confidence(shipped("contacts.model"), shipped("statements.model")),
        )
        gc.freeze()
    return found


def _linker(model: Linear) -> Linker | None:
    """The linker of a model, where that may speak at all."""
    return None if model.silent else Linker(model)
