"""The labels that the model's heads know; their order is part of a saved model.

Every kind of span has four labels: B begins it, I goes on, E ends it, S is a span of one token.
"""

from collections.abc import MutableSequence

NAME_TYPES = (
    "person",
    "company",
    "organisation",
    "government",
    "media",
    "product",
    "work",
    "place",
    "position",
    "event",
)
SPEAKER, CONTENT = 0, 1  # the roles that a token can have for one cue

TIE_TYPES = (
    "role_of",
    "founder",
    "invests_in",
    "acquires",
    "subsidiary_of",
    "cooperates_with",
    "competes_with",
    "develops",
)
SYMMETRIC = ("cooperates_with", "competes_with")
TIE_LABELS = 2 * len(TIE_TYPES)  # the earlier name is the subject, or the later one

OUTSIDE = 0
PARTS = 4
BEGIN, INSIDE, END, SINGLE = range(PARTS)


def labels_of(kinds: int) -> int:
    """How many labels there are for so many kinds of spans."""
    return 1 + PARTS * kinds


NAME_LABELS = labels_of(len(NAME_TYPES))
CUE_LABELS = labels_of(1)
ROLE_LABELS = labels_of(2)


def label(kind: int, part: int) -> int:
    """The label of one part of a span."""
    return 1 + PARTS * kind + part


def kind_part(label_: int) -> tuple[int, int]:
    """What a label other than OUTSIDE says: the kind of span, and which part of it."""
    return divmod(label_ - 1, PARTS)


def mark_within(row: MutableSequence[int], start: int, end: int, kind: int) -> None:
    """Write the labels of one span into a row of tokens; the part outside the row is cut off.

    A span that is cut has no B or E where it was cut: it goes on.
    """
    low, high = max(start, 0), min(end, len(row))
    for index in range(low, high):
        row[index] = label(kind, INSIDE)
    if end - start == 1 and low < high:
        row[start] = label(kind, SINGLE)
        return
    if low == start < high:
        row[start] = label(kind, BEGIN)
    if low < end == high:
        row[end - 1] = label(kind, END)
