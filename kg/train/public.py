"""What a model's heads for the public sets find in the parts that no training sees."""

import lzma
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import torch
from hanlp_common.constant import IDX
from torch import Tensor

from kg.annotate.tokens import model_form, token_spans
from kg.annotate.viterbi import NEVER, best_labels
from kg.errors import ReadError
from kg.evaluate.public import NO_RELATION, PairAnswer, Span, macro_f1, name_scores, pair_scores
from kg.evaluate.published import published
from kg.evaluate.suite import HeadScore
from kg.train.auxiliary import pair_sample
from kg.train.sets import TAGGED, Pair, Tagged, finre, of_tags

PARTS = {"cluener": "dev", "uner": "dev", "resume": "dev", "msra": "dev", "finre": "valid"}
MACRO = ("cluener",)  # sets whose makers count the mean of the labels
CHUNK = 64  # sentences between two steps of the progress bar; HanLP makes batches of like lengths of them

Progress = Callable[[object], None]  # takes each row that is done
Row = TypeVar("Row")


def unseen(data: Path, name: str) -> list[Tagged] | list[Pair]:
    """The rows of a set's held-out part; empty if it is not there, ReadError if it is damaged."""
    try:
        if name == "finre":
            return list(finre(data, PARTS[name]))
        return list(TAGGED[name](data, PARTS[name]))
    except FileNotFoundError:
        return []
    except (OSError, EOFError, ValueError, LookupError, lzma.LZMAError) as error:
        raise ReadError(f"{data}: the {PARTS[name]} part of {name} cannot be read ({error})") from None


def head_score(
    component: Any, name: str, rows: Sequence[Tagged | Pair], *, progress: Progress | None = None
) -> HeadScore:
    """The official scores of one set by the head that is named after it."""
    known = published(name)
    pairs = [row for row in rows if isinstance(row, Pair)]
    if pairs:
        answers = list(pair_answers(component, name, pairs, progress=progress))
        return HeadScore(name, PARTS[name], len(answers), pairs=pair_scores(answers), published=known)
    tagged = [row for row in rows if isinstance(row, Tagged)]
    texts, gold = [row.text for row in tagged], [row.spans for row in tagged]
    found = list(head_names(component, name, texts, progress=progress))
    macro = macro_f1(texts, gold, found) if name in MACRO else None
    scores = name_scores(gold, found)
    return HeadScore(name, PARTS[name], len(tagged), names=scores, macro_f1=macro, published=known)


def head_names(
    component: Any, name: str, texts: Sequence[str], *, progress: Progress | None = None
) -> Iterator[list[Span]]:
    """The spans that a tagging head finds in each text, in their order; a text is one sentence."""
    for part in _chunks(texts):
        tokens = [[span.of(text) for span in token_spans(text)] for text in part]
        samples = [{"token": [model_form(token) for token in row]} for row in tokens if row]
        read = iter(best_tags(component, name, samples))
        for text, row in zip(part, tokens, strict=True):
            tags = next(read) if row else []
            yield list(of_tags(list(zip(row, tags, strict=True))).spans)
            if progress:
                progress(text)


def best_tags(component: Any, name: str, samples: list[dict[str, Any]]) -> list[list[str]]:
    """The likeliest tags of each sample in which nothing goes on that did not begin."""
    tags = component.tasks[name].vocabs["tag"].idx_to_token
    found: dict[int, list[str]] = {}
    for places, output, mask in outputs(component, name, samples):
        scores = output.float().log_softmax(-1).masked_fill(~mask.unsqueeze(2), 0.0)
        scores[:, 0] += scores.new_tensor([NEVER if tag.startswith("I-") else 0.0 for tag in tags])
        for place, row, length in zip(
            places, best_labels(scores, bio_transitions(tags)).tolist(), mask.sum(1).tolist(), strict=True
        ):
            found[place] = [tags[index] for index in row[:length]]
    return [found[place] for place in range(len(samples))]


def bio_transitions(tags: Sequence[str]) -> Tensor:
    """[tags, tags] scores from one tag to the next: I-LOC follows B-LOC and I-LOC alone."""
    return torch.tensor(
        [
            [NEVER if tag[:2] == "I-" and before not in (tag, f"B-{tag[2:]}") else 0.0 for tag in tags]
            for before in tags
        ]
    )


def pair_answers(
    component: Any, name: str, pairs: Iterable[Pair], *, progress: Progress | None = None
) -> Iterator[PairAnswer]:
    """The head's answer for each pair of firms in a sentence; lines that differ in the label are one pair."""
    rights: dict[tuple[str, str, str], set[str]] = {}
    for pair in pairs:
        rights.setdefault((pair.text, pair.left, pair.right), set()).add(pair.relation)
    for part in _chunks(list(rights)):
        samples = {key: sample for key in part if (sample := _sample(*key))}
        found = dict(zip(samples, best(component, name, list(samples.values())), strict=True))
        for key in part:
            label, chance = found.get(key, (NO_RELATION, 0.0))
            yield PairAnswer(frozenset(rights[key]), label, chance)
            if progress:
                progress(key)


def best(component: Any, name: str, samples: list[dict[str, Any]]) -> list[tuple[str, float]]:
    """The likeliest label of each sample with its chance, in the order of the samples."""
    labels = component.tasks[name].labels
    found: dict[int, tuple[str, float]] = {}
    for places, output, _ in outputs(component, name, samples):
        chances, indices = output.float().softmax(-1).max(-1)
        for place, chance, index in zip(places, chances.tolist(), indices.tolist(), strict=True):
            found[place] = (labels[index], chance)
    return [found[place] for place in range(len(samples))]


def outputs(
    component: Any, name: str, samples: list[dict[str, Any]]
) -> Iterator[tuple[list[int], Tensor, Tensor]]:
    """Batches of a head's scores: which samples they are of, the scores, and which tokens there are."""
    task = component.tasks[name]
    _, transform = component.build_transform(task)
    loader = task.build_dataloader(samples, transform=transform, device=component.device)
    with torch.inference_mode():
        for batch in loader if samples else ():
            output, batch = component.feed_batch(batch, name)
            yield batch[IDX], output[name]["output"], output[name]["mask"]


def _sample(text: str, left: str, right: str) -> dict[str, Any] | None:
    """A sample whose label nobody asks for; None as in training."""
    return pair_sample(Pair(text, left, right, NO_RELATION), [NO_RELATION])


def _chunks(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    yield from (rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK))
