"""From the heads' scores to names, cues, speakers and contents."""

from collections.abc import Callable
from typing import NamedTuple

import torch
from torch import Tensor

from kg.annotate.findings import CueFound, NameFound, WindowFindings
from kg.annotate.heads import Rows
from kg.annotate.labels import BEGIN_CONTENT, BEGIN_SPEAKER, CUE_LABELS, ROLE_LABELS, name_type
from kg.annotate.viterbi import NAME_TRANSITIONS, best_labels, bio_transitions, role_transitions, runs

Span = tuple[int, int]
CUE_TRANSITIONS = bio_transitions(CUE_LABELS)


class RoleRow(NamedTuple):
    """The roles that one cue gives to the tokens of its window."""

    labels: list[int]
    chances: Tensor  # [T], probability of each token's label
    source: Tensor  # [T], probability that a token names the source


class Prediction(NamedTuple):
    """Names, cues and roles, one list entry a window."""

    names: list[list[NameFound]]
    cues: list[list[tuple[int, int, float]]]
    roles: list[list[RoleRow]]


def predict(
    names: Tensor, cues: Tensor, mask: Tensor, roles: Callable[[Rows], Tensor], *, content_cost: float
) -> Prediction:
    """Decode names and cues of a batch, then the roles for the cues that were found."""
    lengths = mask.sum(1).tolist()
    name_runs = _tagged(names, NAME_TRANSITIONS, lengths)
    cue_runs = _tagged(cues, CUE_TRANSITIONS, lengths)
    found_names = [
        [NameFound(s, e, name_type(label), p) for s, e, label, p in window] for window in name_runs
    ]
    found_cues = [[(s, e, p) for s, e, _, p in window] for window in cue_runs]
    return Prediction(found_names, found_cues, _roles(found_cues, lengths, roles, content_cost))


def _tagged(
    logits: Tensor, transitions: Tensor, lengths: list[int]
) -> list[list[tuple[int, int, int, float]]]:
    """Runs of each window with the mean probability of their labels."""
    scores = logits.float().log_softmax(-1)
    labels = best_labels(scores, transitions)
    chances = scores.gather(2, labels.unsqueeze(2)).squeeze(2).exp()
    result = []
    for window, length in enumerate(lengths):
        spans = runs(labels[window, :length].tolist())
        result.append([(s, e, label, float(chances[window, s:e].mean())) for s, e, label in spans])
    return result


def _roles(
    cues: list[list[tuple[int, int, float]]],
    lengths: list[int],
    roles: Callable[[Rows], Tensor],
    content_cost: float,
) -> list[list[RoleRow]]:
    """Role rows of all cues, window by window."""
    flat = [(window, s, e - 1) for window, spans in enumerate(cues) for s, e, _ in spans]
    result: list[list[RoleRow]] = [[] for _ in cues]
    if not flat:
        return result
    columns = torch.tensor(flat, dtype=torch.long)
    logits = roles(Rows(columns[:, 0], columns[:, 1], columns[:, 2])).float()
    scores = logits[..., :ROLE_LABELS].log_softmax(-1)
    labels = best_labels(scores, role_transitions(content_cost))
    chances = scores.gather(2, labels.unsqueeze(2)).squeeze(2).exp()
    source = logits[..., ROLE_LABELS].sigmoid()
    for row, (window, _, _) in enumerate(flat):
        length = lengths[window]
        result[window].append(
            RoleRow(labels[row, :length].tolist(), chances[row, :length], source[row, :length])
        )
    return result


def found(prediction: Prediction, lengths: list[int]) -> list[WindowFindings]:
    """The prediction as plain findings, one a window."""
    return [
        WindowFindings(
            names=tuple(prediction.names[window]),
            cues=tuple(
                _cue(*cue, row)
                for cue, row in zip(prediction.cues[window], prediction.roles[window], strict=True)
            ),
        )
        for window in range(len(lengths))
    ]


def _cue(start: int, end: int, confidence: float, row: RoleRow) -> CueFound:
    """One cue with its parts: of several speaker runs the likeliest, all content runs in order."""
    spans = runs(row.labels)
    speakers = [(float(row.chances[s:e].mean()), (s, e)) for s, e, label in spans if label == BEGIN_SPEAKER]
    content = tuple((s, e) for s, e, label in spans if label == BEGIN_CONTENT)
    chance, speaker = max(speakers, default=(0.0, None))
    tokens = [float(row.chances[s:e].mean()) for s, e in content]
    return CueFound(
        start=start,
        end=end,
        confidence=confidence,
        speaker=speaker,
        speaker_confidence=chance,
        content=content,
        content_confidence=min(tokens, default=0.0),
        source=tuple(row.source.tolist()),
    )
