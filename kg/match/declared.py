"""Names that a text itself declares one: 青禾科技（海川）有限公司（以下简称“青禾”）, 英伟达（Nvidia）."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.records import Mention

_KEYWORDS = "以下简称|下称|简称|英文名称?|英文简称|中文名|原名|曾用名|又名|也叫|全称|前身为?"
_OPENING = re.compile(
    rf"\s*[（(]\s*(?P<word>(?:以下|下文)?(?:统称|{_KEYWORDS})(?:为|是|[:：])?)?\s*[“「『\"‘]?"
)
_CLOSING = re.compile(r"(?:公司|集团)?[”」』\"’]?(?:公司|集团)?\s*[)）,，;；、]")


def declared(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of name mentions of one type where brackets behind the one hold the other.

    Without a word such as 简称 the two must be of different scripts: 青禾科技（海川） names a place.
    """
    names = sorted((mention for mention in mentions if mention.kind == "name"), key=lambda m: m.span)
    for left, right in pairwise(names):
        if left.type == right.type and _declares(text, left, right):
            yield left, right


def _declares(text: str, left: Mention, right: Mention) -> bool:
    if left.span.end > right.span.start or not _CLOSING.match(text, right.span.end):
        return False
    opening = _OPENING.fullmatch(text, left.span.end, right.span.start)
    return opening is not None and (bool(opening["word"]) or left.name.isascii() != right.name.isascii())
