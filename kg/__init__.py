"""kg: who said what, about whom, in Chinese news, as a knowledge graph with proof."""

__version__ = "0.1.0"
