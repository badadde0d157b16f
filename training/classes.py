"""Word classes from unlabelled text: forms that stand among the same neighbours get the same class."""

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.cluster import KMeans
from sklearn.utils.extmath import randomized_svd

from training.news import Article

FORMS = 60_000  # the most frequent forms get a class
NEIGHBOURS = 3_000  # the most frequent forms describe it
DIMENSIONS = 100
CLASSES = 512
DISTANCES = {-2: 0.5, -1: 1.0, 1: 1.0, 2: 0.5}  # where a neighbour stands, and what it weighs
SMOOTHING = 0.75  # as in word2vec: rare neighbours do not outshine the rest


def classes(articles: Sequence[Article]) -> dict[str, str]:
    """form → class number, by k-means over the singular vectors of positive pointwise mutual information."""
    numbers: dict[str, int] = {}
    running = np.fromiter((numbers.setdefault(form, len(numbers)) for form in _forms(articles)), np.int64)
    order = np.argsort(-np.bincount(running), kind="stable")[:FORMS]
    rank = np.full(len(numbers), -1)
    rank[order] = np.arange(len(order))
    ranked = rank[running]
    parts = [_association(ranked, len(order), away) * weight for away, weight in DISTANCES.items()]
    seen = sparse.hstack(parts).tocsr()
    left, values, _ = randomized_svd(seen, DIMENSIONS, n_iter=3, random_state=0)
    points = left * np.sqrt(values)
    points /= np.linalg.norm(points, axis=1, keepdims=True) + 1e-9
    labels = KMeans(CLASSES, random_state=0, n_init=1, max_iter=25).fit(points).labels_
    forms = list(numbers)
    return {forms[number]: str(label) for number, label in zip(order, labels, strict=True)}


def _forms(articles: Sequence[Article]) -> chain[str]:
    return chain.from_iterable(chain.from_iterable(articles))


def _association(ranked: NDArray[np.int64], count: int, away: int) -> sparse.csr_matrix:
    """Positive pointwise mutual information of each form with the frequent forms that stand `away` tokens from it."""
    here, there = (ranked[:-away], ranked[away:]) if away > 0 else (ranked[-away:], ranked[:away])
    both = (here >= 0) & (there >= 0) & (there < NEIGHBOURS)
    shape = (count, NEIGHBOURS)
    pairs = sparse.coo_matrix((np.ones(both.sum()), (here[both], there[both])), shape).tocsr().tocoo()
    of_form = np.asarray(pairs.sum(1)).ravel() + 1
    of_neighbour = (np.asarray(pairs.sum(0)).ravel() + 1) ** SMOOTHING
    strength = np.log(pairs.data * of_neighbour.sum() / (of_form[pairs.row] * of_neighbour[pairs.col]))
    return sparse.csr_matrix((np.maximum(strength, 0), (pairs.row, pairs.col)), shape)
