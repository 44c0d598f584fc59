"""GraphML, lossless and streamed: every node and edge with all its attributes, each with its type.

The keys must stand before the graph but are known only after it, so the graph goes to an unnamed
file beside the target first. ``nx.read_graphml(path, force_multigraph=True)`` gives the graph of
``to_networkx`` back, save that characters XML cannot hold have become U+FFFD, one for one.
"""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from kg.graph.elements import Edge, Node, Scalar

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
TYPES = {str: "string", int: "int", float: "double", bool: "boolean"}
INT_BITS = 31  # GraphML's int is that of Java: 2**31 - 1 at most, then long

# Markup, what a parser would normalise (a lone carriage return), and what XML 1.0 cannot hold at all.
SPECIAL = re.compile('[&<>"\t\n\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}

Key = tuple[str, str, type]  # node or edge, attribute, Python type


class Keys:
    """The attributes met so far; one that comes with two types gets two keys, so that nothing is cast."""

    def __init__(self) -> None:
        self._ids: dict[Key, str] = {}
        self._long: set[Key] = set()

    def id(self, domain: str, name: str, value: Scalar) -> str:
        """The key's id, d0 for the first attribute met."""
        key = (domain, name, type(value))
        if type(value) is int and value.bit_length() > INT_BITS:
            self._long.add(key)
        return self._ids.setdefault(key, f"d{len(self._ids)}")

    def xml(self) -> str:
        """The declarations, a line each, in the order in which the attributes were met."""
        return "".join(
            f'<key id="{id_}" for="{key[0]}" attr.name="{escaped(key[1])}" attr.type="{self._type(key)}"/>\n'
            for key, id_ in self._ids.items()
        )

    def _type(self, key: Key) -> str:
        return "long" if key in self._long else TYPES[key[2]]


def write(nodes: Iterable[Node], edges: Iterable[Edge], stream: BinaryIO) -> None:
    """The whole graph as one directed GraphML graph; memory does not grow with it."""
    keys = Keys()
    with TemporaryFile(dir=_folder(stream)) as body:
        for node in nodes:
            body.write(_node(node, keys).encode())
        for edge in edges:
            body.write(_edge(edge, keys).encode())
        body.seek(0)
        stream.write(f'{HEAD}{keys.xml()}<graph id="kg" edgedefault="directed">\n'.encode())
        shutil.copyfileobj(body, stream)
    stream.write(b"</graph>\n</graphml>\n")


def escaped(text: str) -> str:
    """The text for an element or a quoted attribute; what XML cannot hold becomes U+FFFD."""
    return SPECIAL.sub(lambda found: ESCAPES.get(found[0], "\ufffd"), text)


def _node(node: Node, keys: Keys) -> str:
    data = _data("node", {"label": node.label, "type": node.type, **node.attrs}, keys)
    return f'<node id="{escaped(node.id)}">{data}</node>\n'


def _edge(edge: Edge, keys: Keys) -> str:
    data = _data("edge", {"label": edge.type, "type": edge.type, **edge.attrs}, keys)
    ends = f'source="{escaped(edge.source)}" target="{escaped(edge.target)}"'
    return f'<edge id="{escaped(edge.id)}" {ends}>{data}</edge>\n'


def _data(domain: str, attrs: dict[str, Scalar], keys: Keys) -> str:
    return "".join(
        f'<data key="{keys.id(domain, name, value)}">{_written(value)}</data>'
        for name, value in attrs.items()
    )


def _written(value: Scalar) -> str:
    """The value as XML Schema writes it: true, 3, 0.1 (shortest form that reads back equal), text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return escaped(value) if isinstance(value, str) else repr(value)


def _folder(stream: BinaryIO) -> Path | None:
    """Where the target lies, since a system's own folder for such files may be small or in memory."""
    path = Path(str(getattr(stream, "name", "")))
    return path.parent if path.is_file() else None
