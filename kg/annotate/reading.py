"""Reading an article through windows: each finding once, and contents followed past a window's end."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import msgspec

from kg.annotate.findings import CueFound, Findings, NameFound, TieFound, WindowFindings
from kg.annotate.tokens import is_sentence_end
from kg.annotate.windows import WINDOW, next_cut, windows

Reader = Callable[[list[list[str]]], list[WindowFindings]]

BATCH = 32  # windows handed to the model at once: bounds the memory of a long article
LEAD = 40  # tokens of a content's beginning that go before the stretch in which it is followed
UNSURE = 60  # tokens before a window's edge in which a stop inside a sentence is not believed
LABEL = 24  # tokens before a cue that go with it: 360集团创始人周鸿祎：
MOST_STRETCHES = 60  # 20,000 characters of one speech


def read_article(forms: Sequence[str], ranges: Sequence[tuple[int, int]], reader: Reader) -> Findings:
    """Names, cues and ties of the token ranges of one article; empty ranges give nothing."""
    names: list[NameFound] = []
    cues: list[CueFound] = []
    ties: list[TieFound] = []
    for start, end in ranges:
        part = _read_range(forms[start:end], reader)
        names += [_moved_name(name, start) for name in part.names]
        cues += [_moved_cue(cue, start) for cue in part.cues]
        ties += [_moved_tie(tie, start) for tie in part.ties]
    return Findings(tuple(names), tuple(cues), tuple(ties))


def _read_range(forms: Sequence[str], reader: Reader) -> Findings:
    cuts = windows(forms)
    found = list(_read(forms, cuts, reader))
    owners = _owners(cuts)
    names: list[NameFound] = []
    cues: list[CueFound] = []
    ties: list[TieFound] = []
    for (start, end), own, window in zip(cuts, owners, found, strict=True):
        for name in (_moved_name(name, start) for name in window.names):
            if own[0] <= name.start < own[1] and (not names or names[-1].end <= name.start):
                names.append(name)
        for cue in (_moved_cue(cue, start) for cue in window.cues):
            if own[0] <= cue.start < own[1] and (not cues or cues[-1].end <= cue.start):
                cues.append(_follow(forms, cue, reader) if _is_open(forms, cue, end) else cue)
        moved = (_moved_tie(tie, start) for tie in window.ties)
        ties += [tie for tie in moved if own[0] <= tie.left[0] < own[1]]
    return Findings(tuple(names), tuple(cues), tuple(ties))


def _read(forms: Sequence[str], cuts: Sequence[tuple[int, int]], reader: Reader) -> Iterator[WindowFindings]:
    for first in range(0, len(cuts), BATCH):
        yield from reader([list(forms[start:end]) for start, end in cuts[first : first + BATCH]])


def _owners(cuts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The part of each window that it answers for: overlaps are halved."""
    borders = [(before[1] + after[0]) // 2 for before, after in pairwise(cuts)]
    starts = [cuts[0][0], *borders] if cuts else []
    ends = [*borders, cuts[-1][1]] if cuts else []
    return list(zip(starts, ends, strict=True))


def _is_open(forms: Sequence[str], cue: CueFound, edge: int) -> bool:
    """Whether a content may go on behind its window's edge: it reaches it, or stops near it in a sentence.

    Far behind its cue the model grows unsure, and stops in the middle of one.
    """
    last = max((end for _, end in cue.content), default=0)
    if edge == len(forms) or last < edge - UNSURE:
        return False
    return last == edge or not (is_sentence_end(forms[last]) or is_sentence_end(forms[last - 1]))


def _follow(forms: Sequence[str], cue: CueFound, reader: Reader) -> CueFound:
    """The cue with its last content followed to its end.

    The model reads the cue with the beginning of its content once more, and right behind it the
    next stretch of text; as long as the content reaches that stretch's end, it goes on.
    """
    last = max(cue.content, key=lambda content: content[1])
    edge = last[1]
    begin = max(0, min(cue.start, last[0]) - LABEL) if cue.start <= last[0] else cue.start
    lead = list(range(begin, min(max(last[0], cue.end) + LEAD, edge)))
    end = edge
    for _ in range(MOST_STRETCHES):
        if end >= len(forms):
            break
        stop = next_cut(forms, end, WINDOW - len(lead))
        window = reader([[forms[index] for index in lead] + list(forms[end:stop])])[0]
        reached = _reached(window, cue.start - begin, len(lead))
        end += reached
        if end < stop:
            break
    content = tuple(span if span != last else (span[0], end) for span in cue.content)
    return msgspec.structs.replace(cue, content=content)


def _reached(window: WindowFindings, cue_start: int, lead: int) -> int:
    """How many tokens behind the lead still belong to the cue's content."""
    for cue in window.cues:
        if cue.start == cue_start:
            return max((end - lead for start, end in cue.content if start <= lead < end), default=0)
    return 0


def _moved_name(name: NameFound, by: int) -> NameFound:
    return msgspec.structs.replace(name, start=name.start + by, end=name.end + by)


def _moved_cue(cue: CueFound, by: int) -> CueFound:
    speaker = (cue.speaker[0] + by, cue.speaker[1] + by) if cue.speaker else None
    content = tuple((start + by, end + by) for start, end in cue.content)
    return msgspec.structs.replace(
        cue, start=cue.start + by, end=cue.end + by, speaker=speaker, content=content, offset=cue.offset + by
    )


def _moved_tie(tie: TieFound, by: int) -> TieFound:
    left, right = (tie.left[0] + by, tie.left[1] + by), (tie.right[0] + by, tie.right[1] + by)
    return msgspec.structs.replace(tie, left=left, right=right)
