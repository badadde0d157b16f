"""The Equal Earth projection: areas are true, and the whole world is seen.

B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection", International Journal of Geographical Information
Science 33 (2019) 3, 454-465, doi:10.1080/13658816.2018.1504949: the polynomial, and Newton's iteration for its inverse.
"""

from math import asin, cos, degrees, pi, radians, sin, sqrt

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2
_STEPS, _ENOUGH = 12, 1e-12


def _northing(theta: float) -> float:
    square = theta * theta
    return theta * (_A1 + square * (_A2 + square * square * (_A3 + square * _A4)))


def _slope(theta: float) -> float:
    """The derivative of the northing."""
    square = theta * theta
    return _A1 + square * (3 * _A2 + square * square * (7 * _A3 + square * 9 * _A4))


# how far the equator and the pole lie from the middle, on a globe of radius 1
EAST = pi / (_M * _slope(0.0))
NORTH = _northing(asin(_M))


def project(lat: float, lon: float) -> tuple[float, float]:
    """The point of a latitude and of a longitude east of the middle, in degrees: x to the east, y to the north.

    The globe has radius 1. A longitude may leave ±180, and lies then outside the world.
    """
    theta = asin(_M * sin(radians(lat)))
    return radians(lon) * cos(theta) / (_M * _slope(theta)), _northing(theta)


def inverse(x: float, y: float) -> tuple[float, float]:
    """The latitude and longitude in degrees that `project` puts there; beyond a pole, those of the pole's edge."""
    y = max(-NORTH, min(NORTH, y))
    theta = y / _A1
    for _ in range(_STEPS):
        step = (_northing(theta) - y) / _slope(theta)
        theta -= step
        if abs(step) < _ENOUGH:
            break
    lat = asin(max(-1.0, min(1.0, sin(theta) / _M)))
    return degrees(lat), degrees(x * _M * _slope(theta) / cos(theta))
