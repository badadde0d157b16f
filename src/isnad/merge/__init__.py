"""Many articles become one record that remembers every witness. Pure; the order of the input does not matter."""

from isnad.merge.record import merge
from isnad.merge.witness import appearance, witness

__all__ = ["appearance", "merge", "witness"]
