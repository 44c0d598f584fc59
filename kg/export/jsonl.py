"""JSON lines: first the nodes, then the edges, one a line, as records ({"element": "node", "id": …})."""

from typing import BinaryIO

import msgspec

from kg.export.format import Elements, Format


def write(elements: Elements, stream: BinaryIO) -> None:
    """One line a record; ``msgspec.json.decode(line, type=Node | Edge)`` gives it back."""
    encoder = msgspec.json.Encoder()
    for part in (elements.nodes, elements.edges):
        for element in part:
            stream.write(encoder.encode(element) + b"\n")


FORMAT = Format(name="jsonl", summary="JSON lines, one node or edge a line: for jq and scripts", write=write)
