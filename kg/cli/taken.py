"""What a reader is told of the entities that a name was taken for."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.cli.terminal import plural

if TYPE_CHECKING:
    from kg.query.taken import Taken

NAMESAKES_TOLD = 5  # of 张伟 there may be hundreds
DETAILS_TOLD = 3  # offices and firms of each


def taken_notes(ref: str, taken: "Sequence[Taken]") -> Iterator[str]:
    """Which entity it is, unless it is written just so; of namesakes, what tells them apart."""
    if len(taken) > 1:
        yield f"{ref} may be any of {len(taken)}; an id tells them apart:"
        yield from (f"  {described(one)}" for one in taken[:NAMESAKES_TOLD])
        if len(taken) > NAMESAKES_TOLD:
            yield f"  … and {len(taken) - NAMESAKES_TOLD} more"
    elif taken and taken[0].name != ref.strip():
        yield f"{ref}: {taken[0].name} ({taken[0].type}, {taken[0].short_id})"


def described(one: "Taken") -> str:
    """张伟 (person, 5f3a90c1): 律师; 恒信律师事务所; 3 claims."""
    titles, firms = (", ".join(some[:DETAILS_TOLD]) for some in (one.titles, one.firms))
    parts = filter(None, (titles, firms, plural(one.claims, "claim")))
    return f"{one.name} ({one.type}, {one.short_id}): {'; '.join(parts)}"
