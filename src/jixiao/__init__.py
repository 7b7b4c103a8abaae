"""Jixiao (绩效): the open system for judging what public money achieved in China."""

__version__ = "0.1.0"
