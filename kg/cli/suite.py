"""kg evaluate --suite public: public sets by their own heads, and our names on them."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.cli.progress import Bar
from kg.cli.terminal import json_lines, say
from kg.errors import ModelError, ReadError

if TYPE_CHECKING:
    from kg.evaluate.suite import CommonScore, HeadScore, Suite
    from kg.train.sets import Pair, Tagged

    Rows = dict[str, list[Tagged] | list[Pair]]

MAPPED = ("uner", "msra")  # sets of PER, ORG and LOC
NEWS = "news"


def show_suite(data: Path, *, model: str | None, format_: str) -> None:
    """Print the scores of the public sets in a folder; what is not there is said on stderr."""
    from kg.evaluate.suite import lines, names_of

    suite = measured(data, model=model)
    if suite.missing:
        say(f"Not in {data}, or without a head in this model: {names_of(suite.missing)}.")
    print(json_lines(suite) if format_ == "json" else "\n".join(lines(suite)))


def measured(data: Path, *, model: str | None) -> "Suite":
    """The scores of all sets for which there are rows and a head."""
    from kg.annotate.foreign.choice import choose
    from kg.annotate.model import load_model
    from kg.evaluate.suite import Suite
    from kg.train.public import PARTS, unseen

    folder, foreign = choose(model)
    if foreign:
        raise ModelError(f"{model}: only a model of kg has heads for the public sets")
    rows = {name: found for name in PARTS if (found := unseen(data, name))}
    if not rows:
        raise ReadError(f"{data}: none of the public sets is here (docs/model.md says where they come from)")
    bar = Bar()
    bar.say_if_shown("Loading the model …")
    component = load_model(folder)
    known = {name: found for name, found in rows.items() if name in component.tasks}
    mapped = [name for name in MAPPED if name in rows and NEWS in component.tasks]
    total = sum(map(len, known.values())) + sum(len(rows[name]) for name in mapped)
    with bar.running(lambda: total):
        return Suite(
            heads=tuple(heads(component, known, bar)),
            common=tuple(common(folder, {name: rows[name] for name in mapped}, bar)),
            missing=tuple(name for name in PARTS if name not in known),
        )


def heads(component: Any, rows: "Rows", bar: Bar) -> "Iterator[HeadScore]":
    """Each set by its own head."""
    from kg.train.public import head_score

    for name, found in rows.items():
        yield head_score(component, name, found, progress=bar.step)


def common(folder: Path, rows: "Rows", bar: Bar) -> "Iterator[CommonScore]":
    """Our own names on the sets that know persons, organisations and places."""
    from kg.annotate.pipeline import load
    from kg.evaluate.public import name_scores
    from kg.evaluate.suite import CommonScore
    from kg.run.public import common_names
    from kg.train.public import PARTS
    from kg.train.sets import Tagged

    annotator = load(folder) if rows else None
    for name, found in rows.items():
        tagged = [row for row in found if isinstance(row, Tagged)]
        said = common_names([row.text for row in tagged], annotator, progress=bar.step) if annotator else []
        yield CommonScore(name, PARTS[name], len(tagged), name_scores([row.spans for row in tagged], said))
