"""How fast `kg build` reads, beside the bare encoder and its bare matrix products over the same windows.

    python bench/annotate.py ARTICLES [--count 100] [--write docs/performance.md]

ARTICLES is anything that `kg build` takes; without it the articles of seeds/ are read.
"""

import argparse
import platform
import resource
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import torch

from kg.annotate.model import load_model
from kg.annotate.pipeline import load
from kg.annotate.tokens import Places, model_form, token_spans
from kg.annotate.windows import windows
from kg.readers import ReadOptions, read
from kg.records import Article
from kg.resources import model_dir, seeds_dir
from kg.run.build import build
from kg.store import Store

HEAD = """# Performance

Written by `python bench/annotate.py ARTICLES --write docs/performance.md`: `kg build` from the file to the
database, without loading the model; beside it, over the same windows in the same run, the encoder alone, its
matrix products alone (the same sizes, one after the other), and all heads with decoding alone.
"""


def articles(path: str, count: int) -> list[Article]:
    """The first articles that can be read."""
    items = read([path], options=ReadOptions())
    return list(islice((item for item in items if isinstance(item, Article)), count))


def build_seconds(found: Sequence[Article]) -> float:
    """Seconds of annotating, extracting and storing, without loading the model."""
    annotator = load()
    annotator(found[0])
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "bench.db") as store:
        began = time.perf_counter()
        build(store, found, annotator)
        return time.perf_counter() - began


def batches(found: Sequence[Article]) -> list[dict[str, Any]]:
    """The windows of the articles as the model would batch them, tokenised beforehand."""
    component = load_model(model_dir())
    task = component.tasks["news"]
    _, transform = component.build_transform(task)
    result: list[dict[str, Any]] = []
    for article in found:
        spans = token_spans(article.text)
        forms = [model_form(span.of(article.text)) for span in spans]
        places = Places(spans)
        cuts = [
            (low + start, low + end)
            for low, high in (places.tokens(part.start, part.end) for part in article.body)
            for start, end in windows(forms[low:high])
        ]
        samples = task.build_samples([forms[start:end] for start, end in cuts])
        result += list(task.build_dataloader(samples, transform=transform, device=component.device))
    return result


class Parts(NamedTuple):
    """Seconds over the same batches."""

    encoder: float
    products: float  # the encoder's matrix products with nothing between them
    heads: float  # all heads of the news, decoding included


@torch.no_grad()
def part_seconds(found: Sequence[Article]) -> Parts:
    """Seconds of the encoder, of its bare products, and of the heads."""
    component = load_model(model_dir())
    prepared = batches(found)
    encoder, config = component.model.encoder, component.model.encoder.transformer.config
    encoder(prepared[0])
    spent = Parts(0.0, 0.0, 0.0)
    for batch in prepared:
        began = time.perf_counter()
        encoder(batch)
        ended = time.perf_counter()
        _, whole = timed(component, batch)
        spent = Parts(
            spent.encoder + ended - began,
            spent.products + product_seconds(config, *batch["token_input_ids"].shape),
            spent.heads + whole - (ended - began),
        )
    return spent


def timed(component: Any, batch: dict[str, Any]) -> tuple[Any, float]:
    """What the model finds in a batch, and the seconds of encoder, heads and decoding together."""
    began = time.perf_counter()
    output, _ = component.feed_batch(batch, "news", output_dict={}, run_transform=False)
    found = component.tasks["news"].decode_output(
        output["news"]["output"], output["news"]["mask"], batch, component.model.decoders["news"]
    )
    return found, time.perf_counter() - began


def product_seconds(config: Any, rows: int, tokens: int) -> float:
    """Seconds of all matrix products of the encoder for a batch of that shape."""
    size, wide, heads = config.hidden_size, config.intermediate_size, config.num_attention_heads
    x, y = torch.rand(rows * tokens, size), torch.rand(rows * tokens, wide)
    square, up, down = torch.rand(size, size), torch.rand(wide, size), torch.rand(size, wide)
    query = torch.rand(rows, heads, tokens, size // heads)
    scores = torch.rand(rows, heads, tokens, tokens)
    began = time.perf_counter()
    for _ in range(config.num_hidden_layers):
        for _ in range(4):  # query, key, value, and what comes out of attention
            torch.nn.functional.linear(x, square)
        torch.matmul(query, query.transpose(2, 3))
        torch.matmul(scores, query)
        torch.nn.functional.linear(x, up)
        torch.nn.functional.linear(y, down)
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("articles", nargs="?", default=str(seeds_dir() / "articles"))
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    found = articles(options.articles, options.count)
    characters = sum(len(article.text) for article in found)
    parts, whole = part_seconds(found), build_seconds(found)
    figures = {
        "articles": len(found),
        "characters": characters,
        "processor": f"{platform.machine()}, {torch.backends.cpu.get_cpu_capability()}",
        "threads": torch.get_num_threads(),
        "build characters/s": round(characters / whole),
        "encoder characters/s": round(characters / parts.encoder),
        "encoder's share of build": round(parts.encoder / whole, 3),
        "heads, times the encoder": round(parts.heads / parts.encoder, 3),
        "bare products, of the encoder": round(parts.products / parts.encoder, 3),
        "peak memory MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    for name, value in figures.items():
        print(f"{name:26} {value}")
    if options.write:
        options.write.write_text(page(figures), encoding="utf-8")


def page(figures: dict[str, Any]) -> str:
    """The figures as docs/performance.md."""
    rows = "\n".join(f"| {name} | {value} |" for name, value in figures.items())
    return f"{HEAD}\n| | |\n|---|---|\n{rows}\n"


if __name__ == "__main__":
    main()
