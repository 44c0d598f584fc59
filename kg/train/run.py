"""`kg train`: from gold articles and an encoder to a model folder that `hanlp.load` opens."""

import os
from pathlib import Path
from typing import Any

import yaml

from kg.annotate.model import ENCODER_NAME
from kg.errors import ConfigError, ReadError
from kg.evaluate.files import read_gold
from kg.evaluate.rows import GoldRow
from kg.train.encoder import build_encoder
from kg.train.pack import pack
from kg.train.samples import write_windows
from kg.train.tiny import tiny_encoder

CONFIG = Path(__file__).with_name("news.yaml")
RUN, ENCODER = "run", "encoder"  # folders beside the packed model: checkpoints, and what they start from


def train(gold: Path, *, out: Path, encoder: str | None = None, config: Path = CONFIG) -> Path:
    """Train on a gold file and pack the model into ``out``/model; goes on where a killed run stopped.

    ``encoder`` is a folder, a hub name or the jar of bge-small-zh-v1.5, by default what the config
    says. The checkpoints stay in ``out``/run.
    """
    settings = read_settings(config)
    rows = read_gold(gold)
    without = [key for key, row in rows.items() if not row.get("text")]
    if without or not rows:
        raise ReadError(f"{gold}: no articles with texts to train on")
    if not has_encoder(out):
        build_encoder(encoder or settings["encoder"], out / ENCODER)
    return _fitted(settings, rows, out)


def smoke(gold: Path, *, out: Path) -> Path:
    """Train a tiny random encoder for one epoch: proves the machinery, reads nothing well."""
    rows = read_gold(gold)
    if not has_encoder(out):
        tiny_encoder((row.get("text") or "" for row in rows.values()), out / ENCODER)
    return _fitted(read_settings(CONFIG) | {"epochs": 1}, rows, out)


def has_encoder(out: Path) -> bool:
    """Whether the encoder is there already, as in a run that goes on."""
    return (out / ENCODER / "config.json").exists()


def _fitted(settings: dict[str, Any], rows: dict[str, GoldRow], out: Path) -> Path:
    """The packed model, trained on the gold rows with the encoder that lies in ``out``."""
    run, encoder = out / RUN, out / ENCODER
    run.mkdir(parents=True, exist_ok=True)
    write_windows(rows.values(), run / "windows.jsonl")
    fit(settings, encoder=encoder, windows=run / "windows.jsonl", out=run)
    return pack(run, encoder=encoder, out=out / "model")


def fit(settings: dict[str, Any], *, encoder: Path, windows: Path, out: Path) -> None:
    """Run HanLP's multi-task training on the prepared windows."""
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "8192")
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from hanlp.common.dataset import SortingSamplerBuilder
    from hanlp.layers.embeddings.contextual_word_embedding import ContextualWordEmbedding
    from hanlp.layers.transformers.resource import model_mirrors, tokenizer_mirrors

    from kg.annotate.task import NewsReading
    from kg.train.trainer import NewsTrainer

    tokenizer_mirrors[ENCODER_NAME] = model_mirrors[ENCODER_NAME] = str(encoder)
    embedding = ContextualWordEmbedding(
        "token",
        ENCODER_NAME,
        average_subwords=True,
        max_sequence_length=512,
        word_dropout=settings["word_dropout"],
    )
    task = NewsReading(
        trn=str(windows),
        lr=settings["lr"],
        sampler_builder=SortingSamplerBuilder(batch_max_tokens=settings["batch_tokens"]),
        **settings["task"],
    )
    NewsTrainer().fit(
        embedding,
        {"news": task},
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


def read_settings(path: Path) -> dict[str, Any]:
    """The settings of a config file; ConfigError when they are no table or cannot be read."""
    try:
        settings = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise ConfigError(f"{path}: cannot be read as settings ({error})") from None
    if not isinstance(settings, dict):
        raise ConfigError(f"{path}: not a table of settings")
    return settings
