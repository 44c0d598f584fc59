"""What the heads are trained on: every question, and only where the answer is known."""

from typing import Any

import pytest
import torch

from kg.annotate.decode import found, predict
from kg.annotate.findings import WindowFindings
from kg.annotate.heads import Counters, NewsHeads
from kg.annotate.labels import CONTENT, NAME_TYPES, SPEAKER, TIE_LABELS, TIE_TYPES, mark_within
from kg.annotate.losses import IGNORE, News, news_loss
from kg.annotate.task import quoted

SIZE = 24
TEXT = "青禾科技的林晓岚说禾苗不会停产"
SECOND = "她说不会"
ROLE_OF = 2 * TIE_TYPES.index("role_of") + 1  # the later name is the subject


def at(word: str, text: str = TEXT) -> tuple[int, int]:
    return text.index(word), text.index(word) + len(word)


def row(length: int, padded: int, *spans: tuple[int, int, int]) -> list[int]:
    labels = [0] * length
    for span in spans:
        mark_within(labels, *span)
    return labels + [IGNORE] * (padded - length)


def batch(**changes: Any) -> dict[str, Any]:
    """Two windows with a claim each; the second is shorter, and its source stands in no window."""
    names = [(*at("青禾科技"), "company"), (*at("林晓岚"), "person"), (*at("禾苗"), "product")]
    kinds = [(start, end, NAME_TYPES.index(type_)) for start, end, type_ in names]
    full = len(TEXT)
    values: dict[str, Any] = {
        "name_id": torch.tensor([row(full, full, *kinds), row(4, full)]),
        "cue_id": torch.tensor([row(full, full, (*at("说"), 0)), row(4, full, (1, 2, 0))]),
        "names": [names, []],
        "cue_spans": [[at("说")], [(1, 2)]],
        "roles": [
            [[(*at("林晓岚"), SPEAKER), (*at("禾苗不会停产"), CONTENT)]],
            [[(0, 1, SPEAKER), (2, 4, CONTENT)]],
        ],
        "sources": [[[1]], [[]]],
        "implicit": [[[]], [[]]],
        "about": [[[2]], [[]]],
        "polarity": [[(1, 0)], [(0, 0)]],
        "ties": [[(0, 1, ROLE_OF)], []],
        "unsure": [[], []],
    }
    return values | changes


def unread(**changes: Any) -> dict[str, Any]:
    """One window of which nothing but ties is known."""
    length = len(TEXT)
    labels = torch.full((1, length), IGNORE)
    names = [[(*at("青禾科技"), "company"), (*at("禾苗"), "product")]]
    values: dict[str, Any] = {
        "name_id": labels,
        "cue_id": labels,
        "names": names,
        **{key: [[]] for key in ("cue_spans", "roles", "sources", "implicit", "about", "polarity")},
        "ties": [[(0, 1, 2 * TIE_TYPES.index("develops"))]],
        "unsure": [[]],
    }
    return values | changes


def made(windows: int = 2) -> tuple[NewsHeads, torch.Tensor, Counters]:
    """Heads, and what an encoder might say of the windows: every token differs from all others."""
    torch.manual_seed(7)
    heads = NewsHeads(SIZE, hidden=16, rank=4, dropout=0.0)
    h = torch.randn(windows, len(TEXT), SIZE)
    zeros = torch.zeros(windows, len(TEXT), dtype=torch.long)
    marks = torch.tensor([quoted(list(TEXT))] * windows)
    return heads, h, Counters(zeros, zeros, marks)


def loss_of(rows: dict[str, Any]) -> torch.Tensor:
    heads, h, counters = made(len(rows["names"]))
    return news_loss(h, heads.eval(), News.of(rows), counters)


def gradient(rows: dict[str, Any], part: str) -> torch.Tensor | None:
    """How the loss would change one part of the heads; None if it does not look at it."""
    heads, h, counters = made(len(rows["names"]))
    news_loss(h, heads.eval(), News.of(rows), counters).backward()  # type: ignore[no-untyped-call]
    grad: torch.Tensor | None = heads.get_parameter(part).grad
    return grad


def trained(rows: dict[str, Any], *, steps: int) -> tuple[list[float], list[WindowFindings]]:
    """The losses of some steps on one batch, and what the heads find in it after."""
    heads, h, counters = made()
    optimizer = torch.optim.AdamW(heads.parameters(), lr=1e-2)
    losses = []
    for _ in range(steps):
        loss = news_loss(h, heads.train(), News.of(rows), counters)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        losses.append(loss.item())
    mask = rows["cue_id"] != IGNORE
    with torch.no_grad():
        return losses, found(predict(h, mask, counters, heads.eval(), content_cost=2.0))


def test_heads_learn_what_one_batch_says() -> None:
    losses, (first, second) = trained(batch(), steps=80)
    assert losses[-1] < losses[40] < losses[0] / 3
    assert [(TEXT[n.start : n.end], n.type) for n in first.names] == [
        ("青禾科技", "company"),
        ("林晓岚", "person"),
        ("禾苗", "product"),
    ]
    (cue,), (other,) = first.cues, second.cues
    assert (cue.speaker, cue.content) == (at("林晓岚"), (at("禾苗不会停产"),))
    assert (other.speaker, other.content) == ((0, 1), ((2, 4),))
    assert cue.source_chance(*at("林晓岚")) > 0.5 > cue.source_chance(*at("青禾科技"))
    assert cue.about_chance(*at("禾苗")) > 0.5
    assert cue.negated > 0.5 > other.negated
    (tie,) = (tie for tie in first.ties if tie.confidence > 0.5)
    assert (tie.left, tie.right, tie.type) == (at("青禾科技"), at("林晓岚"), "role_of")
    assert not tie.left_is_subject


@pytest.mark.parametrize(
    "rows",
    [
        batch(),
        unread(),
        unread(ties=[[]], unsure=[[(0, 1)]]),
        unread(names=[[]], ties=[[]]),
        batch(names=[[], []], sources=[[[]], [[]]], about=[[[]], [[]]], ties=[[], []]),
        batch(roles=[[[]], [[]]], about=[[[]], [[]]]),
    ],
    ids=["all", "ties alone", "nothing sure", "nothing", "no names", "cues alone"],
)
def test_the_loss_is_finite(rows: dict[str, Any]) -> None:
    loss = loss_of(rows)
    assert loss.isfinite()
    assert loss.requires_grad  # a batch without answers must not stop the training


def test_where_nobody_looked_names_and_cues_learn_nothing() -> None:
    for part in ("names.weight", "cues.weight"):
        grad = gradient(unread(), part)
        assert grad is None or not grad.any()
    ties = gradient(unread(), "ties.out.weight")
    assert ties is not None
    assert ties.any()


def test_unsure_pairs_count_neither_way() -> None:
    tied, free = batch(unsure=[[(0, 1)], []]), batch(unsure=[[(0, 1)], []], ties=[[], []])
    assert loss_of(tied) == loss_of(free)
    assert loss_of(batch()) != loss_of(batch(ties=[[], []]))


def test_a_content_goes_on_behind_its_window_and_not_into_the_padding() -> None:
    first = batch()["roles"][0]
    near, far, ended = (
        loss_of(batch(roles=[first, [[(0, 1, SPEAKER), (2, end, CONTENT)]]])) for end in (5, 99, 4)
    )
    assert near == far != ended


def test_nobody_is_the_source_where_none_is_named() -> None:
    named, nobody = gradient(batch(), "nobody"), gradient(batch(sources=[[[]], [[]]]), "nobody")
    assert named is not None
    assert nobody is not None
    assert nobody[0] < 0 < named[0]


def test_any_of_several_sources_will_do() -> None:
    both = loss_of(batch(sources=[[[0, 1]], [[]]]))
    assert both < loss_of(batch(sources=[[[0]], [[]]]))
    assert both < loss_of(batch(sources=[[[1]], [[]]]))


def test_about_asks_only_for_names_inside_the_content() -> None:
    assert loss_of(batch(about=[[[0, 2]], [[]]])) == loss_of(batch())
    assert loss_of(batch(about=[[[]], [[]]])) != loss_of(batch())


def test_a_tie_too_far_to_be_a_candidate_is_left_out() -> None:
    far = [(0, 1, "company"), (len(TEXT) - 1, len(TEXT), "event")]  # no tie joins these types
    rows = unread(names=[far], ties=[[(0, 1, TIE_LABELS - 1)]])
    assert loss_of(rows) == loss_of(unread(names=[far], ties=[[]]))
