"""`kg train`: from gold articles and an encoder to a model folder that `hanlp.load` opens."""

import os
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import yaml

from kg.annotate.model import ENCODER_NAME, check_model
from kg.errors import ConfigError, ReadError
from kg.evaluate.files import read_gold
from kg.evaluate.rows import GoldRow
from kg.train.encoder import blank_encoder, build_encoder
from kg.train.material import Material
from kg.train.pack import pack
from kg.train.tiny import tiny_encoder

CONFIG = Path(__file__).with_name("news.yaml")
RUN, ENCODER = "run", "encoder"  # folders beside the packed model: checkpoints, and what they start from


def train(
    gold: Path,
    *,
    out: Path,
    encoder: str | None = None,
    config: Path = CONFIG,
    data: Path | None = None,
    start: Path | None = None,
) -> Path:
    """Train on a gold file and pack the model into ``out``/model; goes on where a killed run stopped.

    ``encoder`` is a folder, a hub name or the jar of bge-small-zh-v1.5, by default what the config
    says. ``data`` is a folder of public sets (see kg.train.sets), ``start`` a packed model whose
    weights the run begins from. The checkpoints stay in ``out``/run.
    """
    settings = read_settings(config)
    rows = read_gold(gold)
    without = [key for key, row in rows.items() if not row.get("text")]
    if without or not rows:
        raise ReadError(f"{gold}: no articles with texts to train on")
    if start is not None:
        check_model(start)
    if not has_encoder(out):
        if start is not None:
            blank_encoder(start / "encoder", out / ENCODER)
        else:
            build_encoder(encoder or settings["encoder"], out / ENCODER)
    return _fitted(settings, rows, out, data=data, start=start)


def smoke(gold: Path, *, out: Path, data: Path | None = None) -> Path:
    """Train a tiny random encoder for one epoch: proves the machinery, reads nothing well."""
    rows = read_gold(gold)
    if not has_encoder(out):
        tiny_encoder((row.get("text") or "" for row in rows.values()), out / ENCODER)
    return _fitted(read_settings(CONFIG) | {"epochs": 1}, rows, out, data=data)


def has_encoder(out: Path) -> bool:
    """Whether the encoder is there already, as in a run that goes on."""
    return (out / ENCODER / "config.json").exists()


def _fitted(
    settings: dict[str, Any],
    rows: dict[str, GoldRow],
    out: Path,
    *,
    data: Path | None = None,
    start: Path | None = None,
) -> Path:
    """The packed model, trained on the gold rows with the encoder that lies in ``out``."""
    run = out / RUN
    run.mkdir(parents=True, exist_ok=True)
    material = Material(rows.values(), run, data=data, settings=settings)
    fit(settings, encoder=out / ENCODER, material=material, out=run, start=start)
    return pack(run, encoder=out / ENCODER, out=out / "model")


def fit(
    settings: dict[str, Any], *, encoder: Path, material: Material, out: Path, start: Path | None = None
) -> None:
    """Run HanLP's multi-task training on the prepared material; what it tells goes to stderr."""
    with redirect_stdout(sys.stderr):  # HanLP keeps the stdout of its import, so that comes inside too
        _fit(settings, encoder=encoder, material=material, out=out, start=start)


def _fit(
    settings: dict[str, Any], *, encoder: Path, material: Material, out: Path, start: Path | None
) -> None:
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "8192")
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from hanlp.layers.embeddings.contextual_word_embedding import ContextualWordEmbedding
    from hanlp.layers.transformers.resource import model_mirrors, tokenizer_mirrors

    from kg.train.trainer import NewsTrainer

    tokenizer_mirrors[ENCODER_NAME] = model_mirrors[ENCODER_NAME] = str(encoder)
    embedding = ContextualWordEmbedding(
        "token",
        ENCODER_NAME,
        average_subwords=True,
        max_sequence_length=512,
        word_dropout=settings["word_dropout"],
    )
    NewsTrainer(material=material.of_epoch, start=start).fit(
        embedding,
        tasks(settings, material),
        str(out),
        settings["epochs"],
        encoder_lr=settings["encoder_lr"],
        lr=settings["lr"],
        weight_decay=settings["weight_decay"],
        warmup_steps=settings["warmup"],
        grad_norm=settings["grad_norm"],
        seed=settings["seed"],
        eval_trn=False,
        devices=-1,
    )


def tasks(settings: dict[str, Any], material: Material) -> dict[str, Any]:
    """HanLP's tasks: the news, and one a public set that is there."""
    from hanlp.common.dataset import SortingSamplerBuilder

    from kg.annotate.pair_task import PairReading
    from kg.annotate.tag_task import NameTagging
    from kg.annotate.task import NewsReading

    def options(name: str) -> dict[str, Any]:
        sampler = SortingSamplerBuilder(batch_max_tokens=settings["batch_tokens"])
        return {"trn": str(material.whole(name)), "lr": settings["lr"], "sampler_builder": sampler}

    found: dict[str, Any] = {"news": NewsReading(**options("news"), **settings["task"])}
    for name in material.names:
        if name == "finre":
            found[name] = PairReading(material.relations, **options(name))
        else:
            found[name] = NameTagging(tagging_scheme="BIO", **options(name))
    return found


def read_settings(path: Path) -> dict[str, Any]:
    """The settings of a config file; ConfigError when they are no table or cannot be read."""
    try:
        settings = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise ConfigError(f"{path}: cannot be read as settings ({error})") from None
    if not isinstance(settings, dict):
        raise ConfigError(f"{path}: not a table of settings")
    return settings
