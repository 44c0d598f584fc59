"""How fast `kg build` reads, beside a bare encoder pass over the same windows in the same run.

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
from typing import Any

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
database, without loading the model, beside a bare encoder pass over the same windows in the same run.
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


@torch.no_grad()
def encoder_seconds(found: Sequence[Article]) -> float:
    """Seconds of the bare encoder over the same batches."""
    encoder = load_model(model_dir()).model.encoder
    prepared = batches(found)
    encoder(prepared[0])
    began = time.perf_counter()
    for batch in prepared:
        encoder(batch)
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("articles", nargs="?", default=str(seeds_dir() / "articles"))
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    found = articles(options.articles, options.count)
    characters = sum(len(article.text) for article in found)
    encoder, whole = encoder_seconds(found), build_seconds(found)
    figures = {
        "articles": len(found),
        "characters": characters,
        "processor": f"{platform.machine()}, {torch.backends.cpu.get_cpu_capability()}",
        "threads": torch.get_num_threads(),
        "build characters/s": round(characters / whole),
        "encoder characters/s": round(characters / encoder),
        "encoder's share of build": round(encoder / whole, 3),
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
