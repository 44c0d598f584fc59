"""Other records for the same Docs need a higher EXTRACTOR_VERSION, or built databases would keep the old.

After raising it: python -m tests.extract.test_version
"""

import json
from hashlib import sha256
from pathlib import Path

import msgspec

from kg.extract import EXTRACTOR_VERSION
from kg.extract.article import extract
from kg.run.gold import plain_article
from tests.extract.perfect import perfect_doc

RECORDED = Path(__file__).with_name("version.json")
GOLD = Path(__file__).parents[1] / "gold" / "gold.jsonl"


def test_changed_records_raise_the_version() -> None:
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))
    assert recorded["version"] == EXTRACTOR_VERSION, "record the new version: see the top of this file"
    assert recorded["records"] == records(), "the records changed: raise EXTRACTOR_VERSION"


def records() -> str:
    """A digest of all records of our gold articles, extracted from what a perfect model would find."""
    digest = sha256()
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = plain_article(row["id"], row["text"])
        digest.update(msgspec.json.encode(extract(perfect_doc(row), article)))
    return digest.hexdigest()


if __name__ == "__main__":
    state = {"version": EXTRACTOR_VERSION, "records": records()}
    RECORDED.write_text(json.dumps(state, indent=1) + "\n", encoding="utf-8")
