"""The recogniser of person names: a linear-chain CRF over token forms; docs/model-card.md says how it was made."""

from isnad.recogniser.recogniser import Recogniser

__all__ = ["Recogniser"]
