"""Names as strings: their keys, and what firms', people's and products' names are made of."""

from kg.names.key import name_key, simplify

__all__ = ["name_key", "simplify"]
