"""Drawings as frozen data, from which templates make SVG: pure functions, no markup, no words of the interface."""
