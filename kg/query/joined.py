"""Two streams of one order side by side, with no more in memory than one of each."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

Item = TypeVar("Item")


def joined(
    left: Iterable[Item], right: Iterable[Item], *, key: Callable[[Item], Any]
) -> Iterator[tuple[Item | None, Item | None]]:
    """Each item with that of the same key, or None; both streams come by key, each key once."""
    lefts, rights = iter(left), iter(right)
    one, other = next(lefts, None), next(rights, None)
    while one is not None or other is not None:
        takes_one = other is None or (one is not None and key(one) <= key(other))
        takes_other = one is None or (other is not None and key(other) <= key(one))
        yield one if takes_one else None, other if takes_other else None
        one = next(lefts, None) if takes_one else one
        other = next(rights, None) if takes_other else other
