"""Best label sequences under what may follow what (Viterbi), for a batch at once."""

import torch
from torch import Tensor

from kg.annotate.labels import (
    BEGIN_CONTENT,
    BEGIN_SPEAKER,
    INSIDE_CONTENT,
    INSIDE_SPEAKER,
    NAME_LABELS,
    OUTSIDE,
    ROLE_LABELS,
)

NEVER = -1e4


def bio_transitions(labels: int) -> Tensor:
    """[labels, labels] scores from one label to the next: I only after B or I of its own type."""
    scores = torch.zeros(labels, labels)
    for inside in range(2, labels, 2):
        scores[:, inside] = NEVER
        scores[inside - 1, inside] = scores[inside, inside] = 0.0
    return scores


def role_transitions(cost: float) -> Tensor:
    """As BIO; to begin or to leave content costs ``cost`` nats, so that one weak token ends nothing."""
    scores = bio_transitions(ROLE_LABELS)
    scores[:, BEGIN_CONTENT] -= cost
    for inside in (BEGIN_CONTENT, INSIDE_CONTENT):
        scores[inside, [OUTSIDE, BEGIN_SPEAKER]] -= cost
        scores[inside, BEGIN_CONTENT] = NEVER
    for inside in (BEGIN_SPEAKER, INSIDE_SPEAKER):
        scores[inside, BEGIN_SPEAKER] = NEVER
    return scores


NAME_TRANSITIONS = bio_transitions(NAME_LABELS)


def best_labels(scores: Tensor, transitions: Tensor) -> Tensor:
    """The best label sequences [N, T] for log scores [N, T, L]; the first label is never an I."""
    count, length, labels = scores.shape
    if not count or not length:
        return scores.new_zeros((count, length), dtype=torch.long)
    inside = torch.arange(labels) % 2 == 0
    inside[0] = False
    total = scores[:, 0] + torch.where(inside, NEVER, 0.0)
    back: list[Tensor] = []
    for step in range(1, length):
        best, origin = (total.unsqueeze(2) + transitions).max(1)
        total = best + scores[:, step]
        back.append(origin)
    label = total.argmax(1)
    path = [label]
    for origin in reversed(back):
        label = origin.gather(1, label.unsqueeze(1)).squeeze(1)
        path.append(label)
    return torch.stack(path[::-1], 1)


def runs(labels: list[int]) -> list[tuple[int, int, int]]:
    """(start, end, B label) of every B I* run in one sequence."""
    found: list[tuple[int, int, int]] = []
    start = None
    for index, label in enumerate([*labels, OUTSIDE]):
        if start is not None and not (label == labels[start] + 1 and label % 2 == 0):
            found.append((start, index, labels[start]))
            start = None
        if index < len(labels) and label % 2 == 1:
            start = index
    return found
