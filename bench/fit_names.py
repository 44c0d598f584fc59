"""Fit the weights of kg's name features; deterministic, the same data give the same file.

    python bench/fit_names.py --data FOLDER --gold train.jsonl [--write kg/match/weights.json]

FOLDER holds smoothnlp_finance/SmoothNLP_gongshang_10k.xlsx: brands and registered names of 10,000 firms.
GOLD is a file of annotated articles with the canonical names of their speakers. The third source, listed
companies in Chinese and English, comes with the package matchina.

Every source counts alike. A weight starts from what a careful
reader would give the feature (kg.match.features) and leaves that only as far as the pairs speak for it.
Pairs of which no feature speaks for one bearer are left out: the name and its brand share nothing there
(cococean / 贝特比商贸), and how many such pairs a source has tells nothing of names. The bias is not fitted.
A fifth of the pairs is held out, by the hash of their left name; its precision and recall are printed.
"""

import argparse
import json
import sqlite3
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from lxml import etree

from kg.evaluate.files import read_gold
from kg.match.compare import WEIGHTS
from kg.match.features import BIAS, PRIORS, found_in_parts
from kg.match.profile import NONE, Evidence, Profile
from kg.match.score import SAME, logistic
from kg.match.sides import pair_of
from kg.names import name_key
from kg.names.firms import take_apart
from kg.seeds import pronouns

FOLDS, HELD_OUT = 5, 0  # one fold of five is held out
SHARE = 400.0  # what the pairs of one source weigh together, in pairs
SPREAD = 0.7  # how far a weight may easily leave its prior
ROUNDS = 60  # of Newton's method, its step halved where it would overshoot; it stands still after some ten
STEEP, SMALL = 500.0, 1e-9  # beyond the one exp overflows, below the other a step is none
SHEET = "xl/worksheets/sheet1.xml"
SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NEAR = 2  # other firms that share most with a name, as pairs of two bearers
COMMON_GRAM = 60  # firms that share two characters: more make no name near
TOGETHER = Evidence(together=1)
PRIOR = {feature.__name__: prior for feature, prior in PRIORS.items()}
NAMES = tuple(PRIOR)


class Example(NamedTuple):
    """A pair of names and whether they are one bearer's."""

    source: str
    left: str
    right: str
    type: str
    is_same: bool
    evidence: Evidence = NONE

    @property
    def is_held_out(self) -> bool:
        return crc32(self.left.encode()) % FOLDS == HELD_OUT


def brands(path: Path) -> Iterator[Example]:
    """Brand and registered name that share two characters; and the brand with near firms' names."""
    firms = sorted({(row[0], row[1]) for row in rows(path)[1:] if len(row) > 1 and row[0] and row[1]})
    index = defaultdict(list)
    for place, (_, full) in enumerate(firms):
        for gram in grams(take_apart(full).core):
            index[gram].append(place)
    for brand, full in firms:
        if name_key(brand) == name_key(full) or not grams(name_key(brand)) & grams(name_key(full)):
            continue
        yield Example("brands", brand, full, "company", True)
        shared = Counter(
            place
            for gram in sorted(grams(name_key(brand)))
            if len(index[gram]) < COMMON_GRAM
            for place in index[gram]
        )
        near = [firms[place] for place, _ in shared.most_common(NEAR + 2)]
        others = [other for name, other in near if name != brand and other != full]
        yield from (Example("brands", brand, other, "company", False) for other in others[:NEAR])


def rows(path: Path) -> list[list[str]]:
    """The cells of the first sheet of a workbook, which writes them inline."""
    with zipfile.ZipFile(path) as book, book.open(SHEET) as sheet:
        parser = etree.iterparse(sheet, tag=f"{SPREADSHEET}row", resolve_entities=False)
        return [["".join(cell.itertext()) for cell in row] for _, row in parser]


def grams(name: str) -> set[str]:
    """The pairs of neighbouring characters."""
    return {name[i : i + 2] for i in range(len(name) - 1)}


def listings() -> Iterator[Example]:
    """A listed company's Chinese, English and short names; and the next company's."""
    spec = find_spec("matchina")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install matchina")
    database = sqlite3.connect(Path(spec.origin).parent / "data" / "entities.db")
    query = "select name_cn, name_en, name_short_cn from entities order by name_cn, id"
    found = [row for row in database.execute(query) if row[0]]
    for (name, english, short), (_, next_english, next_short) in pairwise(found):
        for own, other in ((english, next_english), (short, next_short)):
            if own and own != name:
                yield Example("listings", name, own, "company", True)
            if other and other not in (name, own):
                yield Example("listings", name, other, "company", False)


def speakers(path: Path) -> Iterator[Example]:
    """A speaker's name as written and as canonical; and with the other speakers of the article."""
    stand_ins = {row.word for row in pronouns()}
    for row in read_gold(path).values():
        text = row["text"] or ""
        types = {text[e["span"][0] : e["span"][1]]: e["type"] for e in row["entities"]}
        bearers = defaultdict(set)
        for claim in row["claims"]:
            if claim["speaker"] and claim["canonical"]:
                bearers[claim["canonical"]].add(text[claim["speaker"][0] : claim["speaker"][1]])
        for canonical, forms in sorted(bearers.items()):
            if (type_ := types.get(canonical)) is None:
                continue
            for form in sorted(forms & set(types) - stand_ins):
                if name_key(form) != name_key(canonical) and types[form] == type_:
                    yield Example("speakers", form, canonical, type_, True, TOGETHER)
            for other in sorted(set(bearers) - {canonical}):
                if types.get(other) == type_:
                    yield Example("speakers", other, canonical, type_, False, TOGETHER)


def said_by(example: Example) -> dict[str, float]:
    """What each feature says of a pair; what lists know is left out, for the fit is of what names tell."""
    left, right = (Profile(name, example.type) for name in (example.left, example.right))
    return {one.feature: one.value for one in found_in_parts(pair_of(left, right, example.evidence))}


def matrix(examples: Sequence[Example]) -> np.ndarray:
    """One row a pair, one column a feature."""
    said = map(said_by, examples)
    return np.array([[one.get(name, 0.0) for name in NAMES] for one in said])


def fit(examples: Sequence[Example], table: np.ndarray) -> np.ndarray:
    """The likeliest weights, each held to its prior; no feature changes sides."""
    prior = np.array([*PRIOR.values()])
    counts = Counter(example.source for example in examples)
    share = np.array([SHARE / counts[example.source] for example in examples])
    is_same = np.array([example.is_same for example in examples], dtype=float)

    def loss(weights: np.ndarray) -> float:
        total = table @ weights + BIAS
        return float(
            share @ (np.logaddexp(0, total) - is_same * total)
            + ((weights - prior) ** 2).sum() / 2 / SPREAD**2
        )

    weights = prior.copy()
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-np.clip(table @ weights + BIAS, -STEEP, STEEP)))
        slope = table.T @ (share * (likely - is_same)) + (weights - prior) / SPREAD**2
        bend = (table * (share * likely * (1 - likely))[:, None]).T @ table + np.eye(len(prior)) / SPREAD**2
        step = np.linalg.solve(bend, slope)
        while loss(weights - step) > loss(weights) and np.abs(step).max() > SMALL:
            step = step / 2
        weights = weights - step
    return np.where(np.sign(weights) == np.sign(prior), weights, 0.0)


def judged(examples: Sequence[Example], table: np.ndarray, weights: np.ndarray) -> Iterator[str]:
    """One line a source: pairs, precision and recall of "same" at the threshold."""
    scores = [logistic(float(total) + BIAS) for total in table @ weights]
    for source in sorted({example.source for example in examples}):
        pairs = [
            (score >= SAME, one.is_same)
            for score, one in zip(scores, examples, strict=True)
            if one.source == source
        ]
        right = sum(said and same for said, same in pairs)
        said, same = sum(said for said, _ in pairs), sum(same for _, same in pairs)
        precision, recall = right / max(said, 1), right / max(same, 1)
        yield f"{source:9} {len(pairs):6} pairs, {same:5} same: P {precision:.3f}  R {recall:.3f}"


def written(weights: np.ndarray) -> str:
    """The weights file: sorted, two places, so that a change shows as a line of diff."""
    named = dict(sorted(zip(NAMES, (round(float(one), 2) for one in weights), strict=True)))
    return json.dumps({"bias": BIAS, "weights": named}, indent=1) + "\n"


def main(args: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--write", type=Path, default=WEIGHTS)
    options = parser.parse_args(args)
    workbook = options.data / "smoothnlp_finance" / "SmoothNLP_gongshang_10k.xlsx"
    examples = [*brands(workbook), *listings(), *speakers(options.gold)]
    table = matrix(examples)
    is_held_out = np.array([example.is_held_out for example in examples])
    is_told = ~is_held_out & (table[:, np.array([prior > 0 for prior in PRIOR.values()])] > 0).any(axis=1)
    weights = fit([one for one, is_kept in zip(examples, is_told, strict=True) if is_kept], table[is_told])
    held_out = [one for one in examples if one.is_held_out]
    for name, prior, weight in zip(NAMES, PRIOR.values(), weights, strict=True):
        print(f"{name:20} {prior:6.1f} -> {weight:6.2f}")
    print("held out, with the weights before and after:")
    for vector in (np.array([*PRIOR.values()]), weights):
        print("\n".join(judged(held_out, table[is_held_out], vector)))
    options.write.write_text(written(weights), encoding="utf-8")


if __name__ == "__main__":
    main()
