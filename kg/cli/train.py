"""kg train: a model from gold."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.terminal import say


def train_cli(
    gold: Annotated[
        Path,
        typer.Option("--gold", metavar="FILE", help="Annotated articles with texts.", show_default=False),
    ],
    out: Annotated[
        Path,
        typer.Option("--out", metavar="FOLDER", help="For checkpoints and the model.", show_default=False),
    ],
    encoder: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="A folder, a hub name, or the jar of bge-small-zh-v1.5; by default what the config says.",
        ),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Settings (YAML); by default those of the model that ships."),
    ] = None,
    smoke: Annotated[
        bool, typer.Option("--smoke", help="A tiny random encoder for one epoch: proves the machinery.")
    ] = False,
) -> None:
    """Train the news model on gold articles; a stopped run goes on from its last finished epoch."""
    from kg.train import run

    if smoke:
        model = run.smoke(gold, out=out)
    else:
        model = run.train(gold, out=out, encoder=encoder, config=config or run.CONFIG)
    say("The model is packed; use it with --model, or put it in the place of the one that ships.")
    print(model)
