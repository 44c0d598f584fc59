"""Other names in the same sentences: the model shall read a name by its place, not know it by heart."""

import random
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from kg.train.sheet import Sheet, SheetClaim, SheetName

SWAPPABLE = ("person", "company", "organisation", "government", "media", "product", "place")
CHANCE = 0.5  # of every name that can be swapped


def pools(sheets: Iterable[Sheet], lists: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Names to draw from by type: those of all sheets, and those of ``lists``; sorted, none twice."""
    found: dict[str, set[str]] = {type_: set(lists.get(type_, ())) for type_ in SWAPPABLE}
    for sheet in sheets:
        for name in sheet.names:
            if name.type in found:
                found[name.type].add(sheet.text[name.start : name.end])
    return {type_: sorted(names) for type_, names in found.items()}


def swapped(sheet: Sheet, pools: Mapping[str, Sequence[str]], rng: random.Random) -> Sheet:
    """The sheet with some of its names replaced by others of their type and script, everywhere alike.

    A name that is part of another name of the sheet stays (张鹏 beside 张鹏飞), or aliases would part.
    """
    chosen: dict[str, str] = {}
    for written, type_ in _free(sheet).items():
        pool = pools.get(type_, ())
        if pool and rng.random() < CHANCE:
            other = pool[rng.randrange(len(pool))]
            if _alike(written, other):
                chosen[written] = other
    return _replaced(sheet, chosen) if chosen else sheet


def _free(sheet: Sheet) -> dict[str, str]:
    """The names, with their types, that share no text with another name of the sheet."""
    types = {sheet.text[name.start : name.end]: name.type for name in sheet.names}
    return {
        written: type_
        for written, type_ in types.items()
        if type_ in SWAPPABLE
        and len(written) > 1
        and not any(written != other and (written in other or other in written) for other in types)
    }


def _alike(name: str, other: str) -> bool:
    """Whether both are Latin, or both are not and of a similar length."""
    return name.isascii() == other.isascii() and abs(len(name) - len(other)) <= 6


def _replaced(sheet: Sheet, chosen: Mapping[str, str]) -> Sheet:
    """The sheet with new names in place and every offset moved along."""
    text: list[str] = []
    edges, moved = [0], [0]  # old offsets behind each change, and where they are now
    done = shift = 0
    for name in sheet.names:
        old = sheet.text[name.start : name.end]
        if old not in chosen or name.start < done:
            continue
        text += [sheet.text[done : name.start], chosen[old]]
        done = name.end
        shift += len(chosen[old]) - len(old)
        edges += [name.start + 1, name.end]
        moved += [name.start + shift + len(old) - len(chosen[old]), name.end + shift]
    text.append(sheet.text[done:])

    def place(offset: int) -> int:
        index = bisect_right(edges, offset) - 1
        if index % 2:  # inside a changed name: at its beginning
            return moved[index]
        return moved[index] + offset - edges[index]

    return msgspec.structs.replace(
        sheet,
        text="".join(text),
        names=tuple(SheetName(place(name.start), place(name.end), name.type) for name in sheet.names),
        claims=tuple(_moved(claim, place) for claim in sheet.claims),
    )


def _moved(claim: SheetClaim, place: Callable[[int], int]) -> SheetClaim:
    return msgspec.structs.replace(
        claim,
        cue=(place(claim.cue[0]), place(claim.cue[1])),
        roles=tuple((place(start), place(end), kind) for start, end, kind in claim.roles),
    )
