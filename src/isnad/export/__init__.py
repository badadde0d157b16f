"""Readings in the formats of other tools."""

from isnad.export.annotation import annotations
from isnad.export.citron import Citron, citron

__all__ = ["Citron", "annotations", "citron"]
