"""kg train: a model from gold."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.terminal import json_lines, say

Gold = Annotated[
    Path,
    typer.Option("--gold", metavar="FILE", help="Annotated articles with texts.", show_default=False),
]
Out = Annotated[
    Path, typer.Option("--out", metavar="FOLDER", help="For checkpoints and the model.", show_default=False)
]
Encoder = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="A folder, a hub name, or the jar of bge-small-zh-v1.5; by default what the config says.",
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Settings (YAML); by default those of the model that ships."),
]
Data = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="Public sets to learn from beside (docs/model.md says which)."),
]
Start = Annotated[
    Path | None,
    typer.Option("--from", metavar="FOLDER", help="A packed model to go on from, as the one that ships."),
]
Select = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Other annotated articles: each epoch is scored on them at the end."),
]
Smoke = Annotated[
    bool, typer.Option("--smoke", help="A tiny random encoder for one epoch: proves the machinery.")
]


def train_cli(
    gold: Gold,
    out: Out,
    encoder: Encoder = None,
    config: Config = None,
    data: Data = None,
    start: Start = None,
    select: Select = None,
    smoke: Smoke = False,
) -> None:
    """Train the news model on gold articles; a stopped run goes on from its last finished epoch."""
    from kg.train import run

    if smoke:
        model = run.smoke(gold, out=out, data=data)
    else:
        settings = config or run.CONFIG
        model = run.train(gold, out=out, encoder=encoder, config=settings, data=data, start=start)
    if select is not None:
        from kg.evaluate.files import read_gold
        from kg.run.checkpoints import score_checkpoints

        for row in score_checkpoints(out, read_gold(select)):
            print(json_lines(row))
    say("The model is packed; use it with --model, or put it in the place of the one that ships.")
    print(model)
