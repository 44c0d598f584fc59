"""What the news heads are trained on: one loss a question, over what a batch knows the answer to."""

from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from kg.annotate.decode import mention_scores
from kg.annotate.heads import Counters, NewsHeads, Roles, Rows
from kg.annotate.labels import CONTENT, ROLE_LABELS, TIE_LABELS, TIE_TYPES, mark_within
from kg.annotate.ties import Named, candidates, pairs

IGNORE = -100
# what a question counts beside names, cues and roles, which count 1
SOURCE_WEIGHT = 0.3
IMPLICIT_WEIGHT = 0.15
ABOUT_WEIGHT = 0.3
POLARITY_WEIGHT = 0.3
TIE_WEIGHT = 0.5
COMMON_TIES = ("role_of", "founder", "develops")
RARE_TIE = 2.0  # what a tie of another type counts: the news hold a tenth as many


class News(NamedTuple):
    """The gold of a batch. One entry a window; of cues, one a cue of the window inside it.

    ``sources``, ``implicit`` and ``about`` are indices into the window's ``names``; ``ties`` are
    (earlier name, later name, label), ``unsure`` pairs that may or may not be tied.
    """

    name_labels: Tensor
    cue_labels: Tensor
    names: list[list[Named]]
    cues: list[list[tuple[int, int]]]
    roles: list[list[list[tuple[int, int, int]]]]
    sources: list[list[list[int]]]
    implicit: list[list[list[int]]]
    about: list[list[list[int]]]
    polarity: list[list[tuple[int, int]]]
    ties: list[list[tuple[int, int, int]]]
    unsure: list[list[tuple[int, int]]]

    @classmethod
    def of(cls, batch: dict[str, Any]) -> "News":
        """The gold of a batch as HanLP collated it."""
        return cls(
            batch["name_id"],
            batch["cue_id"],
            [[Named(*name) for name in window] for window in batch["names"]],
            batch["cue_spans"],
            batch["roles"],
            batch["sources"],
            batch["implicit"],
            batch["about"],
            batch["polarity"],
            batch["ties"],
            batch["unsure"],
        )


def news_loss(h: Tensor, heads: NewsHeads, gold: News, counters: Counters) -> Tensor:
    """The sum over all questions; one that nothing in the batch answers counts zero."""
    names, cues = heads.tag(h)
    loss = _labels_loss(names, gold.name_labels) + _labels_loss(cues, gold.cue_labels)
    rows = _rows(gold)
    if len(rows.window):
        roles = heads.roles(h, rows, counters)
        labels, content = _role_labels(gold, h.size(1))
        loss = loss + _labels_loss(roles.logits[..., :ROLE_LABELS], labels)
        loss = loss + _choices_loss(roles, heads, gold, content)
        loss = loss + POLARITY_WEIGHT * _polarity_loss(heads.verdicts(roles, content), gold)
    return loss + TIE_WEIGHT * _ties_loss(h, heads, gold)


def _labels_loss(logits: Tensor, labels: Tensor) -> Tensor:
    """Mean cross entropy over the tokens whose label is known."""
    total = nn.functional.cross_entropy(
        logits.flatten(0, -2), labels.flatten(), ignore_index=IGNORE, reduction="sum"
    )
    return total / (labels != IGNORE).sum().clamp(min=1)


def _rows(gold: News) -> Rows:
    """The gold cues of a batch, window by window."""
    spans = [(window, *span) for window, cues in enumerate(gold.cues) for span in cues]
    columns = torch.tensor(spans, dtype=torch.long).reshape(-1, 3)
    return Rows(columns[:, 0], columns[:, 1], columns[:, 2] - 1)


def _role_labels(gold: News, length: int) -> tuple[Tensor, Tensor]:
    """Labels [R, length], ignored behind a window's end, and the mask of contents."""
    known = (gold.cue_labels != IGNORE).sum(1).tolist()
    rows, masks = [], []
    for window, cues in enumerate(gold.roles):
        for spans in cues:
            row, mask = [0] * known[window], [False] * length
            for start, end, kind in spans:
                mark_within(row, start, end, kind)
                if kind == CONTENT:
                    low = max(start, 0)
                    high = max(low, min(end, known[window]))
                    mask[low:high] = [True] * (high - low)
            rows.append(row + [IGNORE] * (length - known[window]))
            masks.append(mask)
    return torch.tensor(rows), torch.tensor(masks)


def _choices_loss(roles: Roles, heads: NewsHeads, gold: News, content: Tensor) -> Tensor:
    """Which names are the source, the implicit subject, and among those in the content: the about."""
    losses: list[Tensor] = []
    row = -1
    for window, names in enumerate(gold.names):
        first = torch.tensor([name.start for name in names], dtype=torch.long)
        last = torch.tensor([name.end - 1 for name in names], dtype=torch.long)
        for cue in range(len(gold.cues[window])):
            row += 1
            if not names:
                continue
            source, implicit, about = mention_scores(roles.logits[row], first, last)
            losses.append(SOURCE_WEIGHT * _choice(source, heads.nobody[:1], gold.sources[window][cue]))
            losses.append(IMPLICIT_WEIGHT * _choice(implicit, heads.nobody[1:], gold.implicit[window][cue]))
            inside = content[row, first] & content[row, last]
            if bool(inside.any()):
                right = torch.zeros(len(names))
                right[gold.about[window][cue]] = 1.0
                part = nn.functional.binary_cross_entropy_with_logits(about[inside], right[inside])
                losses.append(ABOUT_WEIGHT * part)
    return torch.stack(losses).sum() / len(content) if losses else roles.logits.sum() * 0.0


def _choice(scores: Tensor, nobody: Tensor, right: list[int]) -> Tensor:
    """Minus the log of the chance that all right names have together; nobody is right if none is."""
    chances = torch.cat([scores, nobody]).log_softmax(0)
    return -chances[right or [len(scores)]].logsumexp(0)


def _polarity_loss(logits: Tensor, gold: News) -> Tensor:
    right = [row for window in gold.polarity for row in window]
    return nn.functional.binary_cross_entropy_with_logits(logits, torch.tensor(right, dtype=torch.float))


def _ties_loss(h: Tensor, heads: NewsHeads, gold: News) -> Tensor:
    """Sum over the labels, mean over the pairs."""
    chosen = []
    for names, unsure in zip(gold.names, gold.unsure, strict=True):
        skipped = {(left, right) for left, right in unsure}
        chosen.append([pair for pair in candidates(names) if pair not in skipped])
    count = sum(len(some) for some in chosen)
    if not count:
        return h.sum() * 0.0
    right = torch.zeros(count, TIE_LABELS)
    number = 0
    for ties, some in zip(gold.ties, chosen, strict=True):
        places = {pair: number + index for index, pair in enumerate(some)}
        for a, b, label in ties:
            if (a, b) in places:
                right[places[a, b], label] = 1.0
        number += len(some)
    logits = heads.ties(h, pairs(gold.names, chosen))
    total = nn.functional.binary_cross_entropy_with_logits(
        logits, right, pos_weight=_tie_weights(), reduction="sum"
    )
    return total / count


def _tie_weights() -> Tensor:
    """What a tie counts where it holds, by label."""
    return torch.tensor([1.0 if type_ in COMMON_TIES else RARE_TIE for type_ in TIE_TYPES for _ in range(2)])
