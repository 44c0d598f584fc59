"""One name, one extent: a name cut short in one place is whole where the article has it whole."""

from collections.abc import Sequence

from kg.annotate.findings import NameFound
from kg.schema import POSITION

SHORTEST = 2  # tokens
SURE = 0.5  # mean chance of the whole name at its other places

Forms = tuple[str, ...]


def whole_names(forms: Sequence[str], names: Sequence[NameFound]) -> tuple[NameFound, ...]:
    """The names with 林晓|岚 made whole where 林晓岚 stands elsewhere and the model is surer of it there."""
    known: dict[Forms, list[NameFound]] = {}
    for name in names:
        known.setdefault(tuple(forms[name.start : name.end]), []).append(name)
    starts: dict[str, list[int]] = {}
    for index, form in enumerate(forms):
        starts.setdefault(form, []).append(index)
    holder = {index: name for name in names for index in range(name.start, name.end)}
    for words in sorted(known, key=lambda words: (len(words), words)):
        found = known[words]
        sure = sum(name.confidence for name in found) / len(found)
        if len(words) < SHORTEST or found[0].type == POSITION or sure < SURE:
            continue
        for start in starts[words[0]]:
            if tuple(forms[start : start + len(words)]) == words:
                _make_whole(holder, NameFound(start, start + len(words), found[0].type, sure))
    return tuple(sorted(set(holder.values()), key=lambda name: name.start))


def _make_whole(holder: dict[int, NameFound], whole: NameFound) -> None:
    """Put ``whole`` in place of the names it holds, if it holds all that it touches and is surer."""
    touched = {holder[index] for index in range(whole.start, whole.end) if index in holder}
    inside = all(whole.start <= name.start and name.end <= whole.end for name in touched)
    is_same = any((name.start, name.end) == (whole.start, whole.end) for name in touched)
    if not touched or not inside or is_same or max(n.confidence for n in touched) >= whole.confidence:
        return
    holder.update((index, whole) for index in range(whole.start, whole.end))
