"""The heads over one encoder pass: names, cues, and for each cue every token's role.

Shapes: B windows, T tokens, R cues of all windows together, H the encoder's width.
"""

import math
from typing import NamedTuple

import torch
from torch import Tensor, nn

from kg.annotate.labels import CUE_LABELS, NAME_LABELS, ROLE_LABELS

DISTANCES = 10  # log2 buckets either side of the cue: 0, 1, 2-3, 4-7, … 256 and more
SENTENCES = 6  # a token six or more sentences away is simply far
PARAGRAPHS = 3


class Rows(NamedTuple):
    """The cues of a batch: their window, and their first and last token."""

    window: Tensor  # [R]
    first: Tensor  # [R]
    last: Tensor  # [R]


class NewsHeads(nn.Module):
    """Names and cues are linear; roles come from a token, a cue and where they stand to each other."""

    def __init__(self, size: int, *, hidden: int = 256, rank: int = 48, dropout: float = 0.2) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.names = nn.Linear(size, NAME_LABELS)
        self.cues = nn.Linear(size, CUE_LABELS)
        self.token = nn.Linear(size, hidden)
        self.cue = nn.Linear(2 * size, hidden)
        self.distance = nn.Embedding(2 * DISTANCES + 1, hidden)
        self.sentence = nn.Embedding(2 * SENTENCES + 1, hidden)
        self.paragraph = nn.Embedding(2 * PARAGRAPHS + 1, hidden)
        # neighbours along the text agree on their role: one light convolution a cue
        self.smooth = nn.Conv1d(hidden, hidden, 5, padding=2, groups=hidden)
        self.mix = nn.Linear(hidden, hidden)
        self.out = nn.Linear(hidden, ROLE_LABELS + 1)
        self.left = nn.Linear(size, (ROLE_LABELS + 1) * rank)
        self.right = nn.Linear(size, (ROLE_LABELS + 1) * rank)
        self.rank = rank

    def tag(self, h: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of names [B, T, NAME_LABELS] and cues [B, T, CUE_LABELS]."""
        h = self.dropout(h)
        return self.names(h), self.cues(h)

    def roles(self, h: Tensor, rows: Rows, sentence: Tensor, paragraph: Tensor) -> Tensor:
        """Logits [R, T, ROLE_LABELS + 1]; the last column says: part of the source's own name."""
        h = self.dropout(h)
        first, last = h[rows.window, rows.first], h[rows.window, rows.last]
        x = self.token(h)[rows.window] + self.cue(torch.cat([first, last], -1)).unsqueeze(1)
        x = x + self.distance(_log_distance(h.size(1), rows))
        x = x + self.sentence(_steps(sentence, rows, SENTENCES))
        x = x + self.paragraph(_steps(paragraph, rows, PARAGRAPHS))
        x = nn.functional.gelu(x)
        near = self.smooth(x.transpose(1, 2)).transpose(1, 2)
        x = self.dropout(x + nn.functional.gelu(self.mix(near)))
        logits: Tensor = self.out(x)
        return logits + self._product(h, (first + last) / 2, rows)

    def _product(self, h: Tensor, cue: Tensor, rows: Rows) -> Tensor:
        """The low-rank product of token and cue, one a role."""
        left = self.left(h)[rows.window].unflatten(-1, (ROLE_LABELS + 1, self.rank))
        right = self.right(cue).unflatten(-1, (ROLE_LABELS + 1, self.rank))
        product: Tensor = torch.einsum("rtld,rld->rtl", left, right)
        return product / math.sqrt(self.rank)


def _log_distance(tokens: int, rows: Rows) -> Tensor:
    """Signed log2 distance from the cue, as indices [R, T]; zero on the cue itself."""
    place = torch.arange(tokens, device=rows.first.device).unsqueeze(0)
    before = (rows.first.unsqueeze(1) - place).clamp(min=0)
    after = (place - rows.last.unsqueeze(1)).clamp(min=0)
    far = torch.log2((before + after).clamp(min=1).float()).floor().long() + (before + after > 0).long()
    far = far.clamp(max=DISTANCES)
    return torch.where(before > 0, -far, far) + DISTANCES


def _steps(counter: Tensor, rows: Rows, most: int) -> Tensor:
    """How many sentences (or paragraphs) after the cue each token stands, clipped, as indices [R, T]."""
    of_window = counter[rows.window]
    at_cue = of_window.gather(1, rows.first.unsqueeze(1))
    return (of_window - at_cue).clamp(-most, most) + most
