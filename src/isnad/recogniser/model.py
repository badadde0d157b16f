"""The model file: integer weights and word classes, packed small."""

import zlib
from importlib import resources

import msgspec

LABELS = ("O", "B", "I")
REACH = 2  # how many tokens away an atom is heard, on either side
SCALE = 64  # weights are stored as integers, this many to one unit of log odds


class Model(msgspec.Struct, frozen=True):
    """The parameters of the recogniser.

    `weights`: for each atom 2 × (2·REACH+1) integers: the score of B, then of I, relative to O, that it gives to the
    token REACH places before it, …, to its own, …, to the token REACH places after it.
    `moves`: the score of going from one label to the next, `moves[from][to]` in the order of LABELS.
    `classes`: word class → the forms of that class, parted by spaces.
    `proclitics`: letters that may be glued before a name.
    `trained`: what it was trained on, in words.
    """

    weights: dict[str, tuple[int, ...]]
    moves: tuple[tuple[int, int, int], tuple[int, int, int], tuple[int, int, int]]
    classes: dict[str, str]
    proclitics: str
    trained: str

    def class_of(self) -> dict[str, str]:
        """form → its word class."""
        return {form: kind for kind, forms in self.classes.items() for form in forms.split()}


def pack(model: Model) -> bytes:
    """The bytes of a model file; the same model gives the same bytes."""
    return zlib.compress(msgspec.msgpack.encode(model, order="deterministic"), 9)


def unpack(data: bytes) -> Model:
    """The model in these bytes; raises `zlib.error` or `msgspec.DecodeError` on anything else."""
    return msgspec.msgpack.decode(zlib.decompress(data), type=Model)


def shipped() -> Model:
    """The model that comes with the package."""
    return unpack(resources.files("isnad").joinpath("resources/recogniser/persons.model").read_bytes())
