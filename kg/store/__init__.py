"""The store: one SQLite file that holds articles, their records and the entities computed from them."""

from kg.store.runs import Run
from kg.store.store import Store

__all__ = ["Run", "Store"]
