"""From scores to findings."""

from itertools import pairwise

import pytest
import torch
from torch import Tensor

from kg.annotate.decode import TIE_CHANCE, choose, found, likely_ties, mention_scores, predict, tagged
from kg.annotate.findings import CueFound, NameFound, WindowFindings
from kg.annotate.heads import CHOICES, SOURCE, Counters, NewsHeads, Roles, Rows
from kg.annotate.labels import (
    CONTENT,
    CUE_LABELS,
    NAME_LABELS,
    NAME_TYPES,
    ROLE_LABELS,
    SPEAKER,
    TIE_LABELS,
    TIE_TYPES,
    mark_within,
)
from kg.annotate.ties import Pairs
from kg.annotate.viterbi import transitions

PERSON, COMPANY = NAME_TYPES.index("person"), NAME_TYPES.index("company")
TEXT = "青禾林晓岚说好吧"  # and one token of padding
LENGTH = len(TEXT) + 1
MASK = torch.tensor([[True] * len(TEXT) + [False]])
COUNTERS = Counters(*[torch.zeros(1, LENGTH, dtype=torch.long)] * 3)


def scores(size: int, *spans: tuple[int, int, int]) -> Tensor:
    """Clear scores [1, LENGTH, size] for the labels of spans."""
    row = [0] * LENGTH
    for span in spans:
        mark_within(row, *span)
    return torch.nn.functional.one_hot(torch.tensor([row]), size).float() * 9


class Told(NewsHeads):
    """Heads that score what a test tells them, for the one window TEXT."""

    def __init__(self, *, names: Tensor, cues: Tensor, roles: Tensor, tie: int = 0) -> None:
        super().__init__(4, hidden=4, rank=1)
        self.told = names, cues
        self.told_roles = roles
        self.ties = ToldTies(tie)  # type: ignore[assignment]

    def tag(self, h: Tensor) -> tuple[Tensor, Tensor]:
        return self.told

    def roles(self, h: Tensor, rows: Rows, counters: Counters) -> Roles:
        logits = self.told_roles.repeat(len(rows.first), 1, 1)
        return Roles(logits, torch.zeros(len(rows.first), LENGTH, 4))


class ToldTies(torch.nn.Module):
    """Sure of one tie for every pair, and of no other."""

    def __init__(self, label: int) -> None:
        super().__init__()
        self.label = label

    def forward(self, h: Tensor, pairs: Pairs) -> Tensor:
        logits = torch.full((len(pairs.window), TIE_LABELS), -9.0)
        logits[:, self.label] = 9.0
        return logits


def role_scores(*spans: tuple[int, int, int]) -> Tensor:
    choices = torch.zeros(1, LENGTH, CHOICES)
    choices[0, 2:5] = 5.0  # 林晓岚
    return torch.cat([scores(ROLE_LABELS, *spans), choices], -1)


NAMES = scores(NAME_LABELS, (0, 2, COMPANY), (2, 5, PERSON))
CUES = scores(CUE_LABELS, (5, 6, 0))
ROLES = role_scores((2, 5, SPEAKER), (6, 9, CONTENT))


def read(heads: NewsHeads) -> WindowFindings:
    with torch.no_grad():
        (window,) = found(predict(torch.zeros(1, LENGTH, 4), MASK, COUNTERS, heads, content_cost=2.0))
    return window


def test_names() -> None:
    window = read(Told(names=NAMES, cues=CUES, roles=ROLES))
    assert [(name.start, name.end, name.type) for name in window.names] == [
        (0, 2, "company"),
        (2, 5, "person"),
    ]
    assert all(name.confidence > 0.9 for name in window.names)


def test_a_cue_with_its_parts_ends_before_the_padding() -> None:
    (cue,) = read(Told(names=NAMES, cues=CUES, roles=ROLES)).cues
    assert (cue.start, cue.end, cue.speaker, cue.content) == (5, 6, (2, 5), ((6, 8),))
    assert cue.confidence > 0.9
    assert cue.speaker_confidence > 0.9
    assert cue.content_confidence > 0.9


def test_of_two_speakers_the_likelier_counts() -> None:
    for weak, likelier in (((0, 2), (3, 5)), ((3, 5), (0, 2))):
        roles = role_scores((0, 2, SPEAKER), (3, 5, SPEAKER))
        roles[0, weak[0] : weak[1]] *= 0.5
        (cue,) = read(Told(names=NAMES, cues=CUES, roles=roles)).cues
        assert cue.speaker == likelier


def test_a_content_in_two_pieces() -> None:
    roles = role_scores((2, 5, SPEAKER), (0, 2, CONTENT), (6, 8, CONTENT))
    (cue,) = read(Told(names=NAMES, cues=CUES, roles=roles)).cues
    assert cue.content == ((0, 2), (6, 8))


def test_a_cue_alone() -> None:
    (cue,) = read(Told(names=NAMES, cues=CUES, roles=role_scores())).cues
    assert (cue.speaker, cue.content) == (None, ())
    assert (cue.speaker_confidence, cue.content_confidence) == (0.0, 0.0)
    assert 0 < cue.negated < 1


def test_the_source_is_one_of_the_names() -> None:
    (cue,) = read(Told(names=NAMES, cues=CUES, roles=ROLES)).cues
    assert cue.source_chance(2, 5) > 0.9
    assert cue.source_chance(0, 2) < 0.1
    assert cue.about_chance(2, 5) > 0.9
    assert len(cue.choices.source) == len(TEXT)


def test_nobody_may_be_the_source() -> None:
    heads = NewsHeads(4, hidden=4, rank=1)
    with torch.no_grad():
        heads.nobody[0] = 9.0
    roles = Roles(ROLES, torch.zeros(1, LENGTH, 4))
    rows = Rows(torch.tensor([0]), torch.tensor([5]), torch.tensor([5]))
    (source, implicit, _), *_ = choose(roles, heads, rows, [[NameFound(2, 5, "person", 0.9)]])
    assert source[3] < 0.1
    assert implicit[3] > 0.9


def test_a_cue_among_no_names_has_no_choices() -> None:
    (cue,) = read(Told(names=scores(NAME_LABELS), cues=CUES, roles=ROLES)).cues
    assert set(cue.choices.source) == {0.0}


def test_a_name_scores_by_its_ends() -> None:
    logits = torch.zeros(4, ROLE_LABELS + CHOICES)
    logits[0, SOURCE], logits[1, SOURCE], logits[2, SOURCE] = 2.0, 9.0, 4.0
    scored = mention_scores(logits, torch.tensor([0, 3]), torch.tensor([2, 3]))
    assert scored.tolist() == [[3.0, 0.0], [0.0, 0.0], [0.0, 0.0]]


def test_no_cue_no_claim_and_no_name_no_tie() -> None:
    window = read(Told(names=scores(NAME_LABELS), cues=scores(CUE_LABELS), roles=ROLES))
    assert window == WindowFindings((), (), ())


def test_a_tie_has_its_direction() -> None:
    role_of = 2 * TIE_TYPES.index("role_of")
    (tie,) = read(Told(names=NAMES, cues=CUES, roles=ROLES, tie=role_of + 1)).ties
    assert (tie.left, tie.right, tie.type, tie.left_is_subject) == ((0, 2), (2, 5), "role_of", False)
    assert tie.confidence > TIE_CHANCE
    (tie,) = read(Told(names=NAMES, cues=CUES, roles=ROLES, tie=role_of)).ties
    assert tie.left_is_subject


def chances(type_: str, forward: float, backward: float) -> Tensor:
    row = torch.zeros(1, TIE_LABELS)
    row[0, 2 * TIE_TYPES.index(type_)], row[0, 2 * TIE_TYPES.index(type_) + 1] = forward, backward
    return row


def test_both_orders_speak_for_a_symmetric_tie() -> None:
    ((number, type_, reverse, chance),) = likely_ties(chances("competes_with", 0.3, 0.5))
    assert (number, type_, reverse) == (0, "competes_with", True)
    assert chance == pytest.approx(0.8)
    ((_, _, _, most),) = likely_ties(chances("cooperates_with", 0.9, 0.9))
    assert most == 1.0


def test_of_the_orders_of_another_tie_the_likelier_counts() -> None:
    ((_, type_, reverse, chance),) = likely_ties(chances("acquires", 0.6, 0.2))
    assert (type_, reverse) == ("acquires", False)
    assert chance == pytest.approx(0.6)
    assert list(likely_ties(chances("acquires", TIE_CHANCE - 0.01, 0.0))) == []


def test_two_names_may_have_several_ties() -> None:
    both = chances("founder", 0.9, 0.0) + chances("role_of", 0.7, 0.0)
    assert {type_ for _, type_, _, _ in likely_ties(both)} == {"founder", "role_of"}


def test_windows_of_a_batch_are_read_apart() -> None:
    logits = torch.cat([CUES, scores(CUE_LABELS, (1, 3, 0))])
    one, two = tagged(logits, transitions(1), [len(TEXT), 2])
    assert [span[:3] for span in one] == [(5, 6, 0)]
    assert [span[:3] for span in two] == [(1, 2, 0)]  # its window ends inside the cue


def test_untrained_heads_give_sound_findings() -> None:
    torch.manual_seed(7)
    heads, h = NewsHeads(16, hidden=8, rank=2).eval(), torch.randn(3, 40, 16) * 3
    mask = torch.arange(40) < torch.tensor([[40], [25], [1]])
    counters = Counters(*[torch.zeros(3, 40, dtype=torch.long)] * 3)
    with torch.no_grad():
        windows = found(predict(h, mask, counters, heads, content_cost=0.0))
    assert any(cue for window in windows for cue in window.cues)
    for window, length in zip(windows, (40, 25, 1), strict=True):
        spans = [(name.start, name.end) for name in window.names]
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
        ends = [span[1] for cue in window.cues for span in ranges(cue)] + [end for _, end in spans]
        assert max(ends, default=0) <= length
        assert all(tie.left in spans and tie.right in spans for tie in window.ties)


def ranges(cue: CueFound) -> list[tuple[int, int]]:
    return [(cue.start, cue.end), *cue.content, *([cue.speaker] if cue.speaker else [])]
