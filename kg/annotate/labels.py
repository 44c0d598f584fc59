"""The labels that the model's heads know; their order is part of a saved model."""

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
OUTSIDE = 0
BEGIN_CUE, INSIDE_CUE = 1, 2
# roles of a character for one cue
BEGIN_SPEAKER, INSIDE_SPEAKER, BEGIN_CONTENT, INSIDE_CONTENT = 1, 2, 3, 4

NAME_LABELS = 1 + 2 * len(NAME_TYPES)
CUE_LABELS = 3
ROLE_LABELS = 5


def begin_name(type_: str) -> int:
    """The label of a name's first token; the label after it continues the name."""
    return 1 + 2 * NAME_TYPES.index(type_)


def name_type(label: int) -> str:
    """The type behind a B or I label."""
    return NAME_TYPES[(label - 1) // 2]
