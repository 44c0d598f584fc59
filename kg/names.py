"""Names as keys: two written forms of one name give the same key."""

from kg.text import fold

# 《时代》周刊 = 时代周刊, 米拉·穆拉蒂 = 米拉穆拉蒂, “青禾”科技 = 青禾科技
MARKS = frozenset("《》〈〉「」『』“”‘’\"'`·•・‧\u200b\u200c\u200d\ufeff")


def name_key(name: str) -> str:
    """The name folded, without blanks, quotes and middle dots; a name of nothing else is only folded."""
    folded = fold(name)
    kept = "".join(c for c in folded if c not in MARKS and not c.isspace())
    return kept or folded
