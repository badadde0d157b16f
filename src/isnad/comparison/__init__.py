"""What the articles behind one contact say, aligned: renderings and their drift, readouts side by side, gaps."""

from isnad.comparison.compare import claims, compare
from isnad.comparison.outline import Row, outline

__all__ = ["Row", "claims", "compare", "outline"]
