"""Linear models learned from labelled articles: what a set of features says, and which of them say it."""

from isnad.learned.linear import Linear, pack, shipped, unpack

__all__ = ["Linear", "pack", "shipped", "unpack"]
