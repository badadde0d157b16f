"""Many pages on many cores: one code path for one process and for a pool."""

from isnad.run.pool import spread

__all__ = ["spread"]
