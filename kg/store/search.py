"""Search in what was said, by pairs of characters: 测试题 is found by 测试 and 试题, ai by ai.

FTS5's own trigrams cannot see words of two characters, which most Chinese words are.
"""

import re
from collections.abc import Iterable

from kg.text import fold

RUN = re.compile(r"[^\W_]+")  # letters, digits, characters; what lies between runs is left to the last check


def grams(texts: Iterable[str]) -> str:
    """All pairs inside runs, and each run's last character, as one line for the index; each once."""
    found = {pair for text in texts for run in RUN.findall(fold(text)) for pair in (*_pairs(run), run[-1])}
    return " ".join(sorted(found))


def expression(words: str) -> str:
    """The index's question for texts that may hold the words; empty if they have neither letter nor digit."""
    terms = dict.fromkeys(term for run in RUN.findall(fold(words)) for term in _terms(run))
    return " AND ".join(terms)


def holds(texts: Iterable[str], words: str) -> bool:
    """Whether one of the texts has the words in it, case and width aside."""
    wanted = fold(words)
    return any(wanted in fold(text) for text in texts)


def _terms(run: str) -> Iterable[str]:
    # a lone character is the start of some pair, or the last of its run
    return (f'"{pair}"' for pair in _pairs(run)) if len(run) > 1 else (f'"{run}"*',)


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)]
