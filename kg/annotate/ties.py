"""Pairs of names that stand near each other, and the head that says which tie the text states."""

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn

from kg.annotate.labels import NAME_TYPES, TIE_LABELS

REACH = 60  # tokens between two names: 97 % of the ties in the training texts
WIDTHS = 8  # log2 buckets of that distance
FIRMS = {"company", "organisation", "government", "media"}
OTHERS = {"person", "product", "work", "place"}


class Named(NamedTuple):
    """A name of one window: its token range and its type."""

    start: int
    end: int
    type: str


class Pairs(NamedTuple):
    """Candidate pairs of a batch: their window, and of both names first and last token and type."""

    window: Tensor  # [P]
    tokens: Tensor  # [P, 4]: first and last of the earlier name, first and last of the later one
    types: Tensor  # [P, 2]


def candidates(names: Sequence[Named]) -> list[tuple[int, int]]:
    """Pairs of names, as indices, that may be tied: near each other and of types that can be."""
    found = []
    for left, name in enumerate(names):
        for right in range(left + 1, len(names)):
            if names[right].start - name.end > REACH:
                break
            if may_tie(name.type, names[right].type):
                found.append((left, right))
    return found


def may_tie(left: str, right: str) -> bool:
    """Whether some type of tie holds between names of these types."""
    pair = {left, right}
    return pair <= FIRMS | OTHERS and (bool(pair & FIRMS) or ("person" in pair and len(pair) == 2))


def pairs(windows: Sequence[Sequence[Named]], chosen: Sequence[Sequence[tuple[int, int]]]) -> Pairs:
    """The chosen pairs of all windows as tensors."""
    rows = [
        (number, names[left], names[right])
        for number, (names, indices) in enumerate(zip(windows, chosen, strict=True))
        for left, right in indices
    ]
    tokens = [(a.start, a.end - 1, b.start, b.end - 1) for _, a, b in rows]
    types = [(NAME_TYPES.index(a.type), NAME_TYPES.index(b.type)) for _, a, b in rows]
    return Pairs(
        torch.tensor([number for number, _, _ in rows], dtype=torch.long),
        torch.tensor(tokens, dtype=torch.long).reshape(-1, 4),
        torch.tensor(types, dtype=torch.long).reshape(-1, 2),
    )


class TieHead(nn.Module):
    """Both names, their types, the words between and around them, through one hidden layer."""

    def __init__(self, size: int, *, hidden: int = 192, dropout: float = 0.3) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.ends = nn.Linear(4 * size, hidden)
        self.words = nn.Linear(size, hidden)
        self.left_type = nn.Embedding(len(NAME_TYPES), hidden)
        self.right_type = nn.Embedding(len(NAME_TYPES), hidden)
        self.width = nn.Embedding(WIDTHS, hidden)
        self.between = nn.Linear(3 * hidden, hidden)
        self.out = nn.Linear(hidden, TIE_LABELS)

    def forward(self, h: Tensor, pairs: Pairs) -> Tensor:
        """Logits [P, TIE_LABELS]; several may hold (founder and role_of)."""
        h = self.dropout(h)
        window, (a, b, c, d) = pairs.window, pairs.tokens.unbind(1)
        ends = torch.cat([h[window, place] for place in (a, b, c, d)], -1)
        x = self.ends(ends) + self.left_type(pairs.types[:, 0]) + self.right_type(pairs.types[:, 1])
        gap = (c - b - 1).clamp(min=0)
        x = x + self.width((gap + 1).float().log2().long().clamp(max=WIDTHS - 1))
        x = nn.functional.gelu(x + self.between(self._context(h, window, a, b, c, d)))
        logits: Tensor = self.out(self.dropout(x))
        return logits

    def _context(self, h: Tensor, window: Tensor, a: Tensor, b: Tensor, c: Tensor, d: Tensor) -> Tensor:
        """Means of the words between the names, of those just before, and of those just behind them."""
        sums = nn.functional.pad(nn.functional.gelu(self.words(h)).cumsum(1), (0, 0, 1, 0))
        size = h.size(1)
        near = 12  # tokens: 、首席执行官 and 宣布完成对…的收购 fit
        spans = [
            (b + 1, torch.maximum(c, b + 1)),
            ((a - near).clamp(min=0), a),
            (d + 1, (d + 1 + near).clamp(max=size)),
        ]
        means = [
            (sums[window, end] - sums[window, start]) / (end - start).clamp(min=1).unsqueeze(1)
            for start, end in spans
        ]
        return torch.cat(means, -1)
