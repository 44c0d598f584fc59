"""Lists of names from the public sets, to be put into other sentences."""

import lzma
import sqlite3
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.train.sets import Tagged

# a set's label -> our type, where both mean names of the same kind
SAME_KIND = {
    ("cluener", "name"): "person",
    ("cluener", "company"): "company",
    ("cluener", "organization"): "organisation",
    ("cluener", "government"): "government",
    ("cluener", "address"): "place",
    ("cluener", "game"): "product",
    ("msra", "PER"): "person",
    ("msra", "LOC"): "place",
    ("resume", "NAME"): "person",
}
LONGEST = 12  # characters: registered names of 20 are for contracts, not for news
LISTED = "matchina/entities.db.xz"


def name_lists(tagged: Mapping[str, Iterable[Tagged]], folder: Path) -> dict[str, list[str]]:
    """Names by our type, from the sets' training parts and the list of listed companies."""
    found: dict[str, set[str]] = {"company": set(_listed(folder / LISTED))}
    for name, rows in tagged.items():
        for row in rows:
            for start, end, label in row.spans:
                type_, written = SAME_KIND.get((name, label)), row.text[start:end].strip("《》“”")
                if type_ and 1 < len(written) <= LONGEST:
                    found.setdefault(type_, set()).add(written)
    return {type_: sorted(names) for type_, names in found.items()}


def _listed(path: Path) -> list[str]:
    """Short names of listed companies; none where the list is missing."""
    if not path.exists():
        return []
    with tempfile.NamedTemporaryFile(suffix=".db") as copy:
        copy.write(lzma.decompress(path.read_bytes()))
        copy.flush()
        with sqlite3.connect(copy.name) as db:
            rows = db.execute("SELECT name_cn, name_short_cn FROM entities").fetchall()
    return sorted({name for row in rows for name in row if name and 1 < len(name) <= LONGEST})
