"""Scores of nomenklatura's logic matcher, for bench/names.py, which runs this in bench/.venv.

Lines of left, right and schema, parted by tabs, on stdin; a score a line on stdout. Imports nothing of kg.
"""

import sys

from followthemoney import EntityProxy, model
from nomenklatura.matching import LogicV2


def entity(id_: str, name: str, schema: str) -> EntityProxy:
    """A bare name as an entity of followthemoney."""
    data = {"id": id_, "schema": schema, "properties": {"name": [name]}}
    return EntityProxy(model.get(schema), data)


def main() -> None:
    """Score every pair."""
    config = LogicV2.default_config()
    for line in sys.stdin:
        left, right, schema = line.rstrip("\n").split("\t")
        result = LogicV2.compare(entity("left", left, schema), entity("right", right, schema), config)
        print(result.score)


if __name__ == "__main__":
    main()
