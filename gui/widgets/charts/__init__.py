"""Curves over images, drawn by QPainter from values that are given; knows nothing of runs or models."""

from .axis import Span, short, span_of, tick_texts, ticks
from .chart import Chart
from .data import ChartData, Line, Mark, nearest

__all__ = ["Chart", "ChartData", "Line", "Mark", "Span", "nearest", "short", "span_of", "tick_texts", "ticks"]
