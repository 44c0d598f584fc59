"""kg: who said what, about whom, in Chinese news, as a knowledge graph with proof."""

from kg.api import KnowledgeGraph, open

__version__ = "0.1.0"

__all__ = ["KnowledgeGraph", "open"]
