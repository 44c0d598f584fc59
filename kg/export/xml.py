"""Elements as lines of XML, quickly: what has the same attributes is written with the same template."""

import re
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import NamedTuple

from kg.graph.elements import Scalar

# Markup, what a parser would normalise (a lone carriage return), and what XML 1.0 cannot hold at all.
SPECIAL = re.compile('[&<>"\t\n\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
WORDS = {True: "true", False: "false"}
SHORTEST, LONGEST = -(2**31), 2**31 - 1  # the ints of Java, and so of these formats; what is larger is a long
TYPES: dict[type, str] = {str: "string", int: "int", float: "double", bool: "boolean"}

Key = tuple[str, type]  # an attribute's name and Python type


class Keys:
    """The attributes met so far, of nodes or of edges; one with two types gets two keys: nothing is cast.

    ``texts`` are those that each of them has, so that they can stand in the tag, with the numbers from 0 on.
    """

    def __init__(self, *texts: str) -> None:
        self._ids: dict[Key, int] = {(name, str): at for at, name in enumerate(texts)}
        self._long: set[Key] = set()

    def id(self, key: Key) -> int:
        """The key's number: they are counted as they are met."""
        return self._ids.setdefault(key, len(self._ids))

    def lengthen(self, key: Key) -> None:
        """Note that its numbers may be too large for an int."""
        self._long.add(key)

    def declared(self) -> Iterator[tuple[int, str, str]]:
        """Number, name and type of each attribute, in the order in which they were met."""
        for key, id_ in self._ids.items():
            yield id_, escaped(key[0]), "long" if key in self._long else TYPES[key[1]]


class Lines:
    """Writes elements of one kind, each on a line.

    ``tag`` opens one and has a %s for each part of its head; ``attribute`` has {id}, the key's number, and
    {value}; ``end`` closes it.
    """

    def __init__(self, tag: str, attribute: str, end: str, keys: Keys) -> None:
        self._tag, self._attribute, self._end, self._keys = tag, attribute, end, keys
        self._shapes: dict[tuple[str | type, ...], _Shape] = {}

    def line(self, head: tuple[str, ...], attrs: Mapping[str, Scalar]) -> str:
        """The element on its line; what XML cannot hold becomes U+FFFD, one for one."""
        look: tuple[str | type, ...] = (*attrs, *map(type, attrs.values()))
        shape = self._shapes.get(look)
        if shape is None:
            shape = self._shapes[look] = self._shape(len(head), attrs)
        values = [*head, *attrs.values()]
        if SPECIAL.search("".join(shape.texts(values))):  # all at once, since there seldom is any
            values = [escaped(value) if isinstance(value, str) else value for value in values]
        for at, key in shape.ints:
            if not SHORTEST <= values[at] <= LONGEST:  # type: ignore[operator]
                self._keys.lengthen(key)
        for at in shape.flags:
            values[at] = WORDS[values[at]]  # type: ignore[index]
        return shape.template % tuple(values)

    def _shape(self, heads: int, attrs: Mapping[str, Scalar]) -> "_Shape":
        keys = [(name, type(value)) for name, value in attrs.items()]
        data = "".join(self._attribute.format(id=self._keys.id(key), value="%s") for key in keys)
        places = {kind: [at for at, key in enumerate(keys, start=heads) if key[1] is kind] for kind in TYPES}
        texts = [*range(heads), *places[str]]
        return _Shape(
            self._tag + data + self._end,
            itemgetter(*texts, texts[0]),  # two at least, so that it gives a tuple
            [(at, keys[at - heads]) for at in places[int]],
            places[bool],
        )


class _Shape(NamedTuple):
    """How elements with the same attributes of the same types are written."""

    template: str
    texts: "itemgetter[tuple[str, ...]]"
    ints: list[tuple[int, Key]]
    flags: list[int]


def escaped(text: str) -> str:
    """The text for an element or a quoted attribute; what XML cannot hold becomes U+FFFD."""
    return SPECIAL.sub(lambda found: ESCAPES.get(found[0], "\ufffd"), text)
