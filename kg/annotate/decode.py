"""From the heads' scores to names, cues, speakers, contents and ties."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch
from msgspec.structs import replace
from torch import Tensor

from kg.annotate.findings import Choices, CueFound, NameFound, TieFound, WindowFindings
from kg.annotate.heads import ABOUT, IMPLICIT, SOURCE, Counters, NewsHeads, Roles, Rows
from kg.annotate.labels import (
    CONTENT,
    NAME_TYPES,
    PARTS,
    ROLE_LABELS,
    SPEAKER,
    SYMMETRIC,
    TIE_TYPES,
    label,
)
from kg.annotate.ties import Named, candidates, pairs
from kg.annotate.viterbi import best_labels, role_transitions, runs, transitions

Tagged = tuple[int, int, int, float]  # start, end, kind, probability
NAME_TRANSITIONS = transitions(len(NAME_TYPES))
CUE_TRANSITIONS = transitions(1)
TIE_CHANCE = 0.1  # less likely ties are not worth a record; what counts is chosen after calibration


class Prediction(NamedTuple):
    """Names, cues and ties, one list entry a window."""

    names: list[list[NameFound]]
    cues: list[list[CueFound]]
    ties: list[list[TieFound]]


def predict(
    h: Tensor, mask: Tensor, counters: Counters, heads: NewsHeads, *, content_cost: float
) -> Prediction:
    """Decode names and cues of a batch, then roles for the cues and ties of the names that were found."""
    lengths = mask.sum(1).tolist()
    name_scores, cue_scores = heads.tag(h)
    names = [
        [NameFound(s, e, NAME_TYPES[kind], p) for s, e, kind, p in window]
        for window in tagged(name_scores, NAME_TRANSITIONS, lengths)
    ]
    cues = tagged(cue_scores, CUE_TRANSITIONS, lengths)
    found = _cues(h, counters, heads, cues, names, lengths, content_cost)
    return Prediction(names, found, _ties(h, heads, names))


def tagged(logits: Tensor, moves: Tensor, lengths: Sequence[int]) -> list[list[Tagged]]:
    """Spans of each window with the mean probability of their labels."""
    scores = logits.float().log_softmax(-1)
    labels = best_labels(scores, moves)
    chances = scores.gather(2, labels.unsqueeze(2)).squeeze(2).exp()
    return [
        [
            (s, e, kind, float(chances[window, s:e].mean()))
            for s, e, kind in runs(labels[window, :length].tolist())
        ]
        for window, length in enumerate(lengths)
    ]


def _cues(
    h: Tensor,
    counters: Counters,
    heads: NewsHeads,
    cues: list[list[Tagged]],
    names: list[list[NameFound]],
    lengths: list[int],
    content_cost: float,
) -> list[list[CueFound]]:
    """The cues with their speakers and contents, window by window."""
    flat = [(window, s, e, p) for window, spans in enumerate(cues) for s, e, _, p in spans]
    result: list[list[CueFound]] = [[] for _ in cues]
    if not flat:
        return result
    columns = torch.tensor([(window, s, e - 1) for window, s, e, _ in flat], dtype=torch.long)
    rows = Rows(columns[:, 0], columns[:, 1], columns[:, 2])
    roles = heads.roles(h, rows, counters)
    scores = roles.logits[..., :ROLE_LABELS].float().log_softmax(-1)
    labels = best_labels(scores, role_transitions(content_cost))
    chances = scores.gather(2, labels.unsqueeze(2)).squeeze(2).exp()
    is_content = (labels > label(CONTENT, 0) - 1) & (labels < label(CONTENT, 0) + PARTS)
    verdicts = heads.verdicts(roles, is_content).float().sigmoid().tolist()
    choices = choose(roles, heads, rows, names)
    for number, (window, s, e, p) in enumerate(flat):
        length = lengths[window]
        cue = _cue(s, e, p, labels[number, :length].tolist(), chances[number])
        negated, hedged = verdicts[number]
        chosen = Choices(*(tuple(row[:length]) for row in choices[number]))
        result[window].append(replace(cue, negated=negated, hedged=hedged, choices=chosen))
    return result


def _cue(start: int, end: int, confidence: float, labels: list[int], chances: Tensor) -> CueFound:
    """One cue with its parts: of several speaker runs the likeliest, all content runs in order."""
    spans = runs(labels)
    speakers = [(float(chances[s:e].mean()), (s, e)) for s, e, kind in spans if kind == SPEAKER]
    content = tuple((s, e) for s, e, kind in spans if kind == CONTENT)
    chance, speaker = max(speakers, default=(0.0, None))
    return CueFound(
        start=start,
        end=end,
        confidence=confidence,
        speaker=speaker,
        speaker_confidence=chance,
        content=content,
        content_confidence=min((float(chances[s:e].mean()) for s, e in content), default=0.0),
    )


def choose(
    roles: Roles, heads: NewsHeads, rows: Rows, names: list[list[NameFound]]
) -> list[list[list[float]]]:
    """For each cue three rows of chances a token: its name is the source, the implicit subject, an about."""
    count, tokens, _ = roles.logits.shape
    out = torch.zeros(count, 3, tokens)
    windows = rows.window.tolist()
    for number in range(count):
        found = names[windows[number]]
        if not found:
            continue
        first = torch.tensor([name.start for name in found])
        last = torch.tensor([name.end - 1 for name in found])
        scores = mention_scores(roles.logits[number], first, last)
        source = torch.cat([scores[0], heads.nobody[:1]]).softmax(0)
        implicit = torch.cat([scores[1], heads.nobody[1:]]).softmax(0)
        about = scores[2].sigmoid()
        for index, name in enumerate(found):
            out[number, 0, name.start : name.end] = source[index]
            out[number, 1, name.start : name.end] = implicit[index]
            out[number, 2, name.start : name.end] = about[index]
    rounded: list[list[list[float]]] = out.tolist()
    return rounded


def mention_scores(logits: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """Scores [3, M] of the names with these first and last tokens: source, implicit, about."""
    columns = logits[:, [SOURCE, IMPLICIT, ABOUT]].float()
    return ((columns[first] + columns[last]) / 2).T


def _ties(h: Tensor, heads: NewsHeads, names: list[list[NameFound]]) -> list[list[TieFound]]:
    """The likely ties of the names, window by window."""
    named = [[Named(name.start, name.end, name.type) for name in window] for window in names]
    chosen = [candidates(window) for window in named]
    result: list[list[TieFound]] = [[] for _ in names]
    if not any(chosen):
        return result
    chances = heads.ties(h, pairs(named, chosen)).float().sigmoid()
    flat = [(window, pair) for window, some in enumerate(chosen) for pair in some]
    for number, type_, reverse, chance in likely_ties(chances):
        window, (left, right) = flat[number]
        result[window].append(
            TieFound(
                left=(named[window][left].start, named[window][left].end),
                right=(named[window][right].start, named[window][right].end),
                type=type_,
                left_is_subject=not reverse,
                confidence=chance,
            )
        )
    return result


def likely_ties(chances: Tensor) -> Iterator[tuple[int, str, bool, float]]:
    """(pair, type, whether the later name is the subject, chance) from chances [P, TIE_LABELS].

    Of a symmetric type both orders speak for the tie, and the likelier one is given.
    """
    both = chances.view(-1, len(TIE_TYPES), 2)
    best, reverse = both.max(2)
    symmetric = torch.tensor([type_ in SYMMETRIC for type_ in TIE_TYPES])
    best = torch.where(symmetric, both.sum(2).clamp(max=1.0), best)
    for number, type_ in (best >= TIE_CHANCE).nonzero().tolist():
        yield number, TIE_TYPES[type_], bool(reverse[number, type_]), float(best[number, type_])


def found(prediction: Prediction) -> list[WindowFindings]:
    """The prediction as plain findings, one a window."""
    return [
        WindowFindings(names=tuple(names), cues=tuple(cues), ties=tuple(ties))
        for names, cues, ties in zip(*prediction, strict=True)
    ]
