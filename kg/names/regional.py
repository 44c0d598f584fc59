"""The mainland's form of names that Taiwan writes otherwise, from the package opencc: 紐西蘭 is 新西兰."""

from collections.abc import Mapping
from functools import cache

from kg.names.key import name_key
from kg.names.packages import package_file

# the table has each as one country, but the mainland and Hong Kong write others so too: 香港狮子山, 乔治亚州
SHARED = frozenset({"狮子山", "乔治亚", "尼日", "那杜"})


@cache
def regional() -> Mapping[str, str]:
    """The mainland's key for the key of each whole name as Taiwan writes it.

    One that may be written in two ways on the mainland, or that the mainland uses for another thing
    (程序, which is 进程 and 程式), is left out.
    """
    table = package_file("opencc", "dictionary", "TWPhrasesRev.txt")
    rows = (line.split() for line in table.read_text(encoding="utf-8").splitlines())
    pairs = [tuple(map(name_key, row)) for row in rows if len(row) == 2]
    taken = SHARED | {mainland for taiwan, mainland in pairs if taiwan != mainland}
    return {taiwan: mainland for taiwan, mainland in pairs if taiwan != mainland and taiwan not in taken}
