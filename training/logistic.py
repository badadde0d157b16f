"""Logistic regression over named features, packed as the package reads it."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from isnad.learned import Linear
from isnad.learned.linear import SCALE

_STEPS = 2000


def fit(
    rows: Sequence[Sequence[str]], right: Sequence[bool], weights: Sequence[float], *, strength: float, least: int
) -> Linear:
    """A model of `rows` of features; `strength`: the inverse of the penalty; features of fewer rows than `least` go."""
    counts = Counter(f for row in rows for f in set(row))
    vectors = DictVectorizer()
    told = [Counter(f for f in row if counts[f] >= least) for row in rows]
    matrix = vectors.fit_transform(told)
    model = LogisticRegression(C=strength, max_iter=_STEPS)
    model.fit(matrix, np.array(right, dtype=int), sample_weight=np.array(weights))
    named = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    rounded = {name: round(float(w) * SCALE) for name, w in named}
    return Linear({n: w for n, w in rounded.items() if w}, round(float(model.intercept_[0]) * SCALE), 0.5, "")
