"""Names as keys: two written forms of one name give the same key."""

from collections.abc import Iterator
from functools import cache

from kg.names.packages import package_file
from kg.text import fold, normalise_char

# 《时代》周刊 = 时代周刊, 米拉·穆拉蒂 = 米拉穆拉蒂, “青禾”科技 = 青禾科技
MARKS = frozenset("《》〈〉「」『』“”‘’\"'`·•・‧\u200b\u200c\u200d\ufeff")
EDGES = " ，,。、；;：:"  # what a name neither begins nor ends with
BRACKETS = tuple(zip("([（【「“《‘", ")]）】」”》’", strict=True))
FIRST_HAN = "\u2e80"  # below it nothing has a traditional form: Latin names never wait for the table


def name_key(name: str) -> str:
    """The name folded, in simplified characters, without blanks, quotes and middle dots.

    A name of nothing else is only folded, so that no key is empty.
    """
    return name.translate(_KEYS) or fold(name)


def trim(name: str) -> str:
    """The name without what was cut off with it: 城投 for 城投), 青禾科技 for “青禾科技，."""
    text = name.strip(EDGES) or name
    for opening, closing in BRACKETS:
        if text.endswith(closing) and opening not in text:
            text = text.removesuffix(closing)
        if text.startswith(opening) and closing not in text:
            text = text.removeprefix(opening)
    return text or name


def simplify(text: str) -> str:
    """The text with every traditional character as a simplified one: 祖克柏 stays, 臺積電 gives 台积电."""
    return text.translate(_SIMPLER)


@cache
def _simplified() -> dict[int, str]:
    """The simplified character of each traditional one, OpenCC's first: 衛 and Hong Kong's 衞 give 卫."""
    found = {ord(old): new for old, new in _rows("TSCharacters.txt")}
    forms = ((form, found.get(ord(usual))) for form, usual in _rows("HKVariantsRev.txt"))
    return {ord(form): new for form, new in forms if new} | found


def _rows(table: str) -> Iterator[tuple[str, str]]:
    """The rows of one of OpenCC's tables of single characters: each with the first of those it may become."""
    text = package_file("opencc", "dictionary", table).read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines())
    return ((row[0], row[1]) for row in rows if len(row) > 1 and len(row[0]) == len(row[1]) == 1)


class _Simplifying(dict[int, str]):
    """The table of ``simplify``, filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = found = char if char < FIRST_HAN else _simplified().get(code, char)
        return found


class _Keying(dict[int, str]):
    """The table of ``name_key``, filled as characters turn up; what a key leaves out is empty in it."""

    def __missing__(self, code: int) -> str:
        char = normalise_char(chr(code))
        self[code] = found = "" if char in MARKS or char.isspace() else simplify(char)
        return found


_SIMPLER = _Simplifying()
_KEYS = _Keying()
