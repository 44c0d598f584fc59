"""Node and Edge: what a graph is made of, before any format."""

from msgspec import Struct

Scalar = str | int | float | bool


class Node(Struct, frozen=True, tag="node", tag_field="element"):
    """An entity, claim or article; ``attrs`` holds scalars only, none of them named id, none of them None."""

    id: str
    type: str
    label: str
    attrs: dict[str, Scalar]


class Edge(Struct, frozen=True, tag="edge", tag_field="element"):
    """One piece of evidence that ties two nodes; ``id`` never reads as a number, so no reader casts it."""

    id: str
    source: str
    target: str
    type: str
    attrs: dict[str, Scalar]


def scalars(**attrs: Scalar | None) -> dict[str, Scalar]:
    """The attributes that have a value, in the order given."""
    if None in attrs.values():
        return {name: value for name, value in attrs.items() if value is not None}
    return attrs  # type: ignore[return-value]  # none of them is None
