"""What a server needs besides the graph to answer ``kg said`` and ``kg show`` with the rows of the store.

Properties of the nodes: words as the texts have them, and what finds a name or a word.
"""

from kg.store import Store
from kg.store.exact import Saying
from kg.store.search import grams

Property = str | int | list[str]
LONGEST_KEY = 32_766  # bytes that an index takes whole; one that is longer would break it for all names


def entity_extra(store: Store, entity_id: str) -> dict[str, Property]:
    """The keys of an entity's names, its offices, and the firms it is tied to."""
    shown = store.names.shown(entity_id)
    keys = [key for key in store.names.keys_of(entity_id) if len(key.encode()) <= LONGEST_KEY]
    lists = {"keys": keys, "titles": shown.titles, "firms": shown.ties}
    return {name: list(values) for name, values in lists.items() if values}


def article_extra(store: Store, article_id: str) -> dict[str, Property]:
    """How many mentions an article has, with those that stand for no entity."""
    return {"mentions": len(store.mentions(article_id))}


def claim_extras(store: Store, article_id: str) -> dict[str, dict[str, Property]]:
    """By the id of each claim of an article its words, who passed it on, and which ties it asserts."""
    return {saying.claim: _claim(saying) for saying in store.exact.sayings(article_id)}


def _claim(saying: Saying) -> dict[str, Property]:
    words = {"speaker": saying.speaker, "cue": saying.cue, "pairs": grams(saying.pieces)}
    lists = {"via_ids": saying.via, "asserts": saying.asserts}
    extra: dict[str, Property] = {name: value for name, value in words.items() if value}
    return extra | {name: list(values) for name, values in lists.items() if values}
