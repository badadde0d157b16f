"""The registry of actors as something to ask and to widen: searching it, and learning offices from a corpus."""

from isnad.registry.findings import Finding, FindingKind
from isnad.registry.learning import Learner
from isnad.registry.search import Collective, Found, Query, search

__all__ = ["Collective", "Finding", "FindingKind", "Found", "Learner", "Query", "search"]
