"""Naming: loaded names for actors, and the voice that uses them."""

from isnad.naming.read import read_namings

__all__ = ["read_namings"]
