"""Drawings as numbers: pure functions that say where everything stands; templates write them as SVG."""
