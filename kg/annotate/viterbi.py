"""Best label sequences under what may follow what (Viterbi), for a batch at once."""

import torch
from torch import Tensor

from kg.annotate.labels import (
    BEGIN,
    CONTENT,
    END,
    INSIDE,
    OUTSIDE,
    SINGLE,
    SPEAKER,
    kind_part,
    label,
    labels_of,
)

NEVER = -1e4
OPENS, CLOSES = (BEGIN, SINGLE), (END, SINGLE)


def transitions(kinds: int) -> Tensor:
    """[labels, labels] scores from one label to the next: what began goes on until it ends."""
    count = labels_of(kinds)
    scores = torch.full((count, count), NEVER)
    closed = [OUTSIDE, *(label(kind, part) for kind in range(kinds) for part in CLOSES)]
    opening = [OUTSIDE, *(label(kind, part) for kind in range(kinds) for part in OPENS)]
    for before in closed:
        scores[before, opening] = 0.0
    for kind in range(kinds):
        for before in (BEGIN, INSIDE):
            scores[label(kind, before), [label(kind, INSIDE), label(kind, END)]] = 0.0
    return scores


def role_transitions(cost: float) -> Tensor:
    """As above; to begin or to end a content costs ``cost`` nats, so that one weak token ends nothing.

    Nothing of a kind begins right behind its own end.
    """
    scores = transitions(2)
    opens = [label(CONTENT, part) for part in OPENS]
    scores[:, opens] -= cost
    for part in CLOSES:
        scores[label(CONTENT, part)] -= cost
    for kind in (SPEAKER, CONTENT):
        for part in CLOSES:
            scores[label(kind, part), [label(kind, after) for after in OPENS]] = NEVER
    return scores


def best_labels(scores: Tensor, transitions: Tensor) -> Tensor:
    """The best label sequences [N, T] for log scores [N, T, L]; a span may reach over either edge."""
    count, length, _ = scores.shape
    if not count or not length:
        return scores.new_zeros((count, length), dtype=torch.long)
    total = scores[:, 0]
    back: list[Tensor] = []
    for step in range(1, length):
        best, origin = (total.unsqueeze(2) + transitions).max(1)
        total = best + scores[:, step]
        back.append(origin)
    last = total.argmax(1)
    path = [last]
    for origin in reversed(back):
        last = origin.gather(1, last.unsqueeze(1)).squeeze(1)
        path.append(last)
    return torch.stack(path[::-1], 1)


def runs(labels: list[int]) -> list[tuple[int, int, int]]:
    """(start, end, kind) of every span in one sequence, those cut by an edge too."""
    found: list[tuple[int, int, int]] = []
    start, open_kind = 0, -1
    for index, label_ in enumerate([*labels, OUTSIDE]):
        kind, part = kind_part(label_) if label_ != OUTSIDE else (-1, BEGIN)
        if open_kind != -1 and (kind != open_kind or part in OPENS):
            found.append((start, index, open_kind))
            open_kind = -1
        if kind != -1 and open_kind == -1:
            start, open_kind = index, kind
        if kind != -1 and part in CLOSES:
            found.append((start, index + 1, kind))
            open_kind = -1
    return found
