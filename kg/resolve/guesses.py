"""Names that may be meant by one that nobody bears: of the same sound, a slip away, or begun so."""

from collections.abc import Iterator
from itertools import chain

from kg.names import name_key
from kg.names.firms import HAN
from kg.resolve.spelled import plain, same_sound, spelled_longer
from kg.store.asked import Names

# As many slips as a name of so many characters may have, longest first. In shorter ones they say nothing:
# 百度 and 百合 are one character apart, IBM and NBA two.
SLIPS_CHINESE = ((6, 2), (3, 1))  # 深度求锁 / 深度求索
SLIPS_LATIN = ((8, 2), (4, 1))  # Nvidea / Nvidia
SHORTEST_BEGINNING = 2  # 青禾 begins 青禾科技
SHORTEST_SPELLING = 4  # letters, about as much in pinyin: qinghe


def guesses(store: Names, text: str) -> Iterator[str]:
    """Keys of names that may have been meant, likeliest first, each once; not the name's own."""
    key = name_key(text)
    found = chain(
        same_sound(store, key) if HAN.search(key) else (),
        _slips(store, key),
        store.name_keys([key]) if len(key) >= SHORTEST_BEGINNING else (),
        spelled_longer(store, text) if len(plain(text)) >= SHORTEST_SPELLING else (),
    )
    return (one for one in dict.fromkeys(found) if one != key)


def _slips(store: Names, key: str) -> list[str]:
    """The names that a few letters left out, put in, changed or swapped make of this one; nearest first."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract_iter

    most = _most_slips(key)
    if not most:
        return []
    names = store.name_keys(lengths=range(len(key) - most, len(key) + most + 1))
    near = extract_iter(key, names, scorer=OSA.distance, score_cutoff=most)
    return [one for _, one in sorted((slips, one) for one, slips, _ in near)]


def _most_slips(key: str) -> int:
    allowed = SLIPS_CHINESE if HAN.search(key) else SLIPS_LATIN
    return next((slips for length, slips in allowed if len(key) >= length), 0)
