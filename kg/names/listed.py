"""Listed companies by any of their names, from the package matchina: 大疆 is none, 宁德时代 is A300750."""

import sqlite3
from collections.abc import Iterator
from functools import cache

from kg.names.key import name_key
from kg.names.packages import package_file

SHORTEST = 2  # characters of a name: the 美 of one index is no company
_QUERY = """
    select id, name_cn, true from entities
    union all select id, name_en, false from entities
    union all select id, name_short_cn, false from entities
    union all select id, name_short_en, false from entities
    union all select id, substr(id, 2), false from entities where id glob 'A[0-9]*'
    union all select entity_id, alias, false from aliases
"""


@cache
def listed() -> dict[str, str]:
    """The company's id for the key of each of its names; a name that two companies bear is left out.

    Shares in Shanghai and in Hong Kong of one Chinese name are one company's (宁德时代).
    """
    rows = sorted((id_, name_key(name), is_main) for id_, name, is_main in _rows())
    main = {key: id_ for id_, key, is_main in reversed(rows) if is_main}  # the first id of a Chinese name
    company = {id_: id_ for id_, _, _ in rows}
    for id_, key, _ in rows:  # what a company is also called may be another's Chinese name: 美团
        one, other = sorted((_first(company, id_), _first(company, main.get(key, id_))))
        company[other] = one
    owners: dict[str, set[str]] = {}
    for id_, key, _ in rows:
        owners.setdefault(key, set()).add(_first(company, id_))
    return {key: min(ids) for key, ids in owners.items() if len(ids) == 1 and len(key) >= SHORTEST}


def _first(company: dict[str, str], id_: str) -> str:
    """The first of the ids that are one company."""
    while company[id_] != id_:
        id_ = company[id_]
    return id_


def _rows() -> Iterator[tuple[str, str, bool]]:
    path = package_file("matchina", "data", "entities.db")
    database = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
    try:
        yield from (row for row in database.execute(_QUERY) if row[1])
    finally:
        database.close()
