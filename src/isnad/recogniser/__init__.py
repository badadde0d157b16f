"""The recogniser of person names: a linear-chain CRF over token forms, trained by `training/`, described in docs/model-card.md."""

from isnad.recogniser.recogniser import Recogniser

__all__ = ["Recogniser"]
