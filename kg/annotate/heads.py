"""The heads over one encoder pass: names, cues, for each cue every token's role, and ties of names.

Shapes: B windows, T tokens, R cues and M names of all windows together, H the encoder's width.
"""

import math
from typing import NamedTuple

import torch
from torch import Tensor, nn

from kg.annotate.labels import CUE_LABELS, NAME_LABELS, PARTS, ROLE_LABELS
from kg.annotate.ties import TieHead

DISTANCES = 10  # log2 buckets either side of the cue: 0, 1, 2-3, 4-7, … 256 and more
SENTENCES = 6  # a token six or more sentences away is simply far
PARAGRAPHS = 3
CUES = 4  # other cues between the token and this one
ROLES = 2  # speaker, content
CHOICES = 3  # columns behind the roles, which choose among names:
SOURCE, IMPLICIT, ABOUT = range(ROLE_LABELS, ROLE_LABELS + CHOICES)


class Rows(NamedTuple):
    """The cues of a batch: their window, and their first and last token."""

    window: Tensor  # [R]
    first: Tensor  # [R]
    last: Tensor  # [R]


class Counters(NamedTuple):
    """Running numbers of every token, [B, T] each; ``quoted`` is 1 inside quotation marks."""

    sentence: Tensor
    paragraph: Tensor
    quoted: Tensor


class Roles(NamedTuple):
    """What the role head says of R cues: logits [R, T, ROLE_LABELS + CHOICES], and its last layer."""

    logits: Tensor
    hidden: Tensor  # [R, T, hidden]


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
        self.between = nn.Embedding(2 * CUES + 1, hidden)
        self.quoted = nn.Embedding(2, hidden)
        # neighbours along the text agree on their role: light convolutions a cue, near and wide
        self.smooth = nn.Conv1d(hidden, hidden, 5, padding=2, groups=hidden)
        self.mix = nn.Linear(hidden, hidden)
        self.wide = nn.Conv1d(hidden, hidden, 7, padding=12, dilation=4, groups=hidden)
        self.wide_mix = nn.Linear(hidden, hidden)
        self.out = nn.Linear(hidden, ROLE_LABELS + CHOICES)
        self.left = nn.Linear(size, (ROLES + CHOICES) * rank)
        self.right = nn.Linear(size, (ROLES + CHOICES) * rank)
        self.nobody = nn.Parameter(torch.zeros(2))  # neither source nor implicit subject stands here
        self.polarity = nn.Linear(2 * hidden, 2)
        self.ties = TieHead(size)
        self.rank = rank

    def tag(self, h: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of names [B, T, NAME_LABELS] and cues [B, T, CUE_LABELS]."""
        h = self.dropout(h)
        return self.names(h), self.cues(h)

    def roles(self, h: Tensor, rows: Rows, counters: Counters) -> Roles:
        """Every token's role for every cue."""
        h = self.dropout(h)
        first, last = h[rows.window, rows.first], h[rows.window, rows.last]
        x = self.token(h)[rows.window] + self.cue(torch.cat([first, last], -1)).unsqueeze(1)
        x = x + self.distance(_log_distance(h.size(1), rows))
        x = x + self.sentence(_steps(counters.sentence, rows, SENTENCES))
        x = x + self.paragraph(_steps(counters.paragraph, rows, PARAGRAPHS))
        x = x + self.between(_steps(_cues_before(h, rows), rows, CUES))
        x = x + self.quoted(counters.quoted)[rows.window]
        x = nn.functional.gelu(x)
        near = self.smooth(x.transpose(1, 2)).transpose(1, 2)
        x = x + nn.functional.gelu(self.mix(near))
        wide = self.wide(x.transpose(1, 2)).transpose(1, 2)
        x = self.dropout(x + nn.functional.gelu(self.wide_mix(wide)))
        return Roles(self.out(x) + self._product(h, (first + last) / 2, rows), x)

    def verdicts(self, roles: Roles, content: Tensor) -> Tensor:
        """Logits [R, 2], negated and hedged, of cues whose contents are the mask [R, T]."""
        inside = content.unsqueeze(2)
        mean = (roles.hidden * inside).sum(1) / inside.sum(1).clamp(min=1)
        most = roles.hidden.masked_fill(~inside, -1e4).amax(1).clamp(min=-10)
        logits: Tensor = self.polarity(torch.cat([mean, most], -1))
        return logits

    def _product(self, h: Tensor, cue: Tensor, rows: Rows) -> Tensor:
        """The low-rank product of token and cue, one a role and choice, given to all labels of a role."""
        shape = (ROLES + CHOICES, self.rank)
        right = self.right(cue).unflatten(-1, shape)
        left = self.left(h).unflatten(-1, shape)[rows.window]
        product = torch.einsum("rtld,rld->rtl", left, right) / math.sqrt(self.rank)
        by_role = product[..., :ROLES].repeat_interleave(PARTS, -1)
        outside = product.new_zeros((*product.shape[:2], 1))
        return torch.cat([outside, by_role, product[..., ROLES:]], -1)


def _log_distance(tokens: int, rows: Rows) -> Tensor:
    """Signed log2 distance from the cue, as indices [R, T]; zero on the cue itself."""
    place = torch.arange(tokens, device=rows.first.device).unsqueeze(0)
    before = (rows.first.unsqueeze(1) - place).clamp(min=0)
    after = (place - rows.last.unsqueeze(1)).clamp(min=0)
    far = torch.log2((before + after).clamp(min=1).float()).floor().long() + (before + after > 0).long()
    far = far.clamp(max=DISTANCES)
    return torch.where(before > 0, -far, far) + DISTANCES


def _cues_before(h: Tensor, rows: Rows) -> Tensor:
    """How many cues begin at or before each token, [B, T]."""
    begins = torch.zeros(h.shape[:2], dtype=torch.long, device=h.device)
    begins[rows.window, rows.first] = 1
    return begins.cumsum(1)


def _steps(counter: Tensor, rows: Rows, most: int) -> Tensor:
    """How many sentences (paragraphs, cues) after the cue each token stands, clipped, as indices [R, T]."""
    of_window = counter[rows.window]
    at_cue = of_window.gather(1, rows.first.unsqueeze(1))
    return (of_window - at_cue).clamp(-most, most) + most
