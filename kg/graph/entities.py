"""From mentions to entities, with a small memory, since a graph asks for the same ones again and again."""

from functools import lru_cache

from kg.records import Entity
from kg.store.asked import Asked

ENTITIES_AT_HAND = 4096  # a day of news names some thousand people and firms
ARTICLES_AT_HAND = 4  # records come article by article


class Entities:
    """The entities that mentions stand for; bounded memory, whatever the size of the store."""

    def __init__(self, store: Asked) -> None:
        self.get = lru_cache(maxsize=ENTITIES_AT_HAND)(store.entity)
        self.named_in = lru_cache(maxsize=ARTICLES_AT_HAND)(store.entities_in)

    def id_of(self, mention: str | None, article: str) -> str | None:
        """The entity's id; None for no mention, or one that stands for no entity (总裁)."""
        return self.named_in(article).get(mention) if mention else None

    def of(self, mention: str | None, article: str) -> Entity | None:
        """The entity itself, or None."""
        id_ = self.id_of(mention, article)
        return self.get(id_) if id_ else None
