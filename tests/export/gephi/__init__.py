"""A graph file as Gephi reads it."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from tests.servers import java

READER = Path(__file__).with_name("ReadGraph.java")
HEADLESS = ("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8")


class Read(NamedTuple):
    """The nodes by id, the edges, and what Gephi had to complain of."""

    nodes: dict[str, dict[str, Any]]
    edges: list[dict[str, Any]]
    issues: list[str]


def read(path: Path, *options: str) -> Read:
    """What Gephi's own importer gives; the test is skipped, loudly, where there is no Gephi.

    Parallel edges of one kind are merged as Gephi does by default, unless an option says NO_MERGE.
    """
    java.needed("gephi")
    found = Read({}, [], [])
    for line in java.run("gephi", READER, path, *options, options=HEADLESS).splitlines():
        if not line.startswith('{"element"'):
            continue
        row = json.loads(line)
        match row.pop("element"):
            case "node":
                found.nodes[row["id"]] = row
            case "edge":
                found.edges.append(row)
            case _:
                found.issues.append(row["text"])
    return found
