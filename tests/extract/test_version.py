"""Other records for the same Docs need a higher EXTRACTOR_VERSION, or built databases would keep the old.

After raising it: python -m tests.extract.test_version
"""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from kg.annotate.findings import CueFound, Findings, NameFound
from kg.annotate.pipeline import CharacterTokenizer, write_layers
from kg.annotate.tokens import Places, token_spans
from kg.extract import EXTRACTOR_VERSION
from kg.extract.article import extract
from kg.run.gold import plain_article
from tests.extract.reading import NLP

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
        doc = CharacterTokenizer(NLP.vocab)(row["text"])
        write_layers(doc, perfect(row))
        digest.update(msgspec.json.encode(extract(doc, article)))
    return digest.hexdigest()


def perfect(row: dict[str, Any]) -> Findings:
    """The gold names and claims as findings."""
    places, length = Places(token_spans(row["text"])), len(token_spans(row["text"]))
    names = [NameFound(*places.tokens(*e["span"]), e["type"], 0.9) for e in row["entities"]]
    cues = [cue(claim, places, length) for claim in row["claims"] if claim["cue"]]
    return Findings(
        tuple(sorted(names, key=lambda name: name.start)), tuple(sorted(cues, key=lambda c: c.start))
    )


def cue(claim: dict[str, Any], places: Places, length: int) -> CueFound:
    speaker = places.tokens(*claim["speaker"]) if claim["speaker"] else None
    content = tuple(places.tokens(*span) for span in claim["content"])
    return CueFound(*places.tokens(*claim["cue"]), 0.9, speaker, 0.9, content, 0.9, (0.0,) * length)


if __name__ == "__main__":
    state = {"version": EXTRACTOR_VERSION, "records": records()}
    RECORDED.write_text(json.dumps(state, indent=1) + "\n", encoding="utf-8")
