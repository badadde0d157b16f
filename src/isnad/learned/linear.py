"""A logistic model over named features: plain additions when read, a small file at rest."""

import math
import zlib
from collections.abc import Iterable, Mapping
from importlib import resources

import msgspec

# weights are stored as integers, this many to one unit of log odds
SCALE = 1000
# a threshold above this lets nothing through that is worth the asking
_SILENT = 0.99


class Linear(msgspec.Struct, frozen=True):
    """Weights by feature, in thousandths of log odds. `trained`: what it was trained on, in words.

    `threshold`: the probability from which its answer is taken.
    """

    weights: Mapping[str, int]
    bias: int
    threshold: float
    trained: str

    @property
    def silent(self) -> bool:
        """Whether it is never asked: training sets the threshold so high where no addition earned its place."""
        return self.threshold > _SILENT

    def score(self, features: Iterable[str]) -> int:
        """The thousandths of log odds that these features add, without the bias; unknown ones add nothing."""
        get = self.weights.get
        return sum([get(f, 0) for f in features])

    def probability(self, score: int) -> float:
        """The probability, 0 to 1, of a sum of scores."""
        return 1 / (1 + math.exp(-max(-30_000, min(30_000, score + self.bias)) / SCALE))

    def least(self) -> int:
        """The least sum of scores that reaches the threshold."""
        return math.ceil(SCALE * math.log(self.threshold / (1 - self.threshold))) - self.bias

    def strongest(self, features: Iterable[str], most: int) -> tuple[tuple[str, float], ...]:
        """The features that say most, for or against, with their log odds; the strongest first."""
        told = {f: w for f in features if (w := self.weights.get(f, 0))}
        ranked = sorted(told.items(), key=lambda item: (-abs(item[1]), item[0]))
        return tuple((f, w / SCALE) for f, w in ranked[:most])


def pack(model: Linear) -> bytes:
    """The bytes of a model file; the same model gives the same bytes."""
    return zlib.compress(msgspec.msgpack.encode(model, order="deterministic"), 9)


def unpack(data: bytes) -> Linear:
    """The model in these bytes; raises `zlib.error` or `msgspec.DecodeError` on anything else."""
    return msgspec.msgpack.decode(zlib.decompress(data), type=Linear)


def shipped(name: str) -> Linear:
    """A model that comes with the package, by its file's name."""
    return unpack(resources.files("isnad").joinpath(f"resources/learned/{name}").read_bytes())
