"""Naming: loaded names for actors, and the voice that uses them."""

from isnad.naming.read import Text, read_namings

__all__ = ["Text", "read_namings"]
