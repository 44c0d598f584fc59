"""kg: who said what, about whom, in Chinese news, as a knowledge graph with proof."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import KnowledgeGraph, build, connect, open

__version__ = "0.1.0"

__all__ = ["KnowledgeGraph", "build", "connect", "open"]


def __getattr__(name: str) -> Any:
    """The public names, loaded when they are asked for: ``kg --help`` asks for none and answers at once."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kg import api

    return getattr(api, name)
