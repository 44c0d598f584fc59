"""What differs between two databases: entities first, then article by article what is said in it."""

from collections.abc import Callable, Iterator

from kg.graph.filters import KEEP_ALL, Filters
from kg.graph.stream import Selection
from kg.query.article_diff import Side, article_changes
from kg.query.changes import Change
from kg.query.entity_diff import entity_changes
from kg.query.joined import joined
from kg.records import Article
from kg.store import Store


def diff(
    old: Store, new: Store, filters: Filters = KEEP_ALL, *, step: Callable[[], None] | None = None
) -> Iterator[Change]:
    """What is new, gone or changed from one database to the other, by id; nothing if they say the same.

    Both are read side by side, an article at a time, each in the state of the beginning. Under filters
    only what passes them counts, so that a claim may be new that has only become sure enough. ``step`` is
    called after each article.
    """
    with old.snapshot(), new.snapshot(), Selection(old, filters) as before, Selection(new, filters) as after:
        yield from entity_changes(before, after)
        sides = Side(before), Side(after)
        for one, other in joined(before.articles(), after.articles(), key=_id):
            if filters != KEEP_ALL or one != other or _records(old, one) != _records(new, other):
                yield from article_changes(*sides, one, other)
            if step:
                step()


def _id(article: Article) -> str:
    return article.id


def _records(store: Store, article: Article | None) -> tuple[object, ...]:
    id_ = article.id if article else ""
    return store.mentions(id_), store.claims(id_), store.relations(id_)
