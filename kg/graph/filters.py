"""The filters that every query, export and picture takes, as one frozen record.

``type`` names kinds of entities (person, company …): a claim counts by its speaker, an edge by both
of its ends. ``relation`` names kinds of edges (founder, SAID …); a question for claims takes it as
"claims that assert such a relation". ``mode`` concerns claims alone. ``min_support`` asks for so many
independent articles, reprints counted once. ``around`` names an entity: kept are those at most ``hops``
steps from it, where a step leads along a tie or a claim. ``top`` keeps so many entities, those in the most
independent articles; of rows, the first so many.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TypedDict, get_args

from msgspec import Struct

from kg.errors import ConfigError
from kg.names import name_key
from kg.records import Mode
from kg.schema import schema

ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class FilterOptions(TypedDict, total=False):
    """What ``filters`` takes; one value or several where several make sense."""

    since: str | None
    until: str | None
    type: str | Iterable[str] | None
    relation: str | Iterable[str] | None
    outlet: str | Iterable[str] | None
    mode: str | Iterable[str] | None
    min_confidence: float
    min_support: int
    around: str | None
    hops: int | None
    top: int | None


class Filters(Struct, frozen=True, kw_only=True):
    """What to keep; empty fields keep everything. Make one with ``filters``, which checks the words."""

    since: str | None = None
    until: str | None = None
    type: frozenset[str] = frozenset()
    relation: frozenset[str] = frozenset()
    outlet: frozenset[str] = frozenset()
    mode: frozenset[str] = frozenset()
    min_confidence: float = 0.0
    min_support: int = 1
    around: str | None = None
    hops: int = 1
    top: int | None = None

    def dates(self, date: str | None) -> bool:
        """Is the date inside; as precise as the less precise of two (2024-02 takes 2024-02-15, and 2024).

        An undated record is left out by ``since`` alone.
        """
        if date is None:
            return self.since is None
        return not (_before(date, self.since) or _before(self.until, date))

    def outlets(self, outlet: str | None) -> bool:
        """Is the outlet one of those asked for; an article without one is left out when any is."""
        return not self.outlet or (outlet is not None and name_key(outlet) in self.outlet)

    def types(self, type_: str | None) -> bool:
        """Is the entity's type one of those asked for; None (no entity) only when none is."""
        return not self.type or type_ in self.type

    def edges(self, kind: str) -> bool:
        """Is the kind of edge (founder, SAID) one of those asked for."""
        return not self.relation or kind.lower() in self.relation

    def modes(self, mode: str) -> bool:
        """Is the claim's mode one of those asked for."""
        return not self.mode or mode in self.mode


KEEP_ALL = Filters()


def filters(
    *,
    since: str | None = None,
    until: str | None = None,
    type: str | Iterable[str] | None = None,
    relation: str | Iterable[str] | None = None,
    outlet: str | Iterable[str] | None = None,
    mode: str | Iterable[str] | None = None,
    min_confidence: float = 0.0,
    min_support: int = 1,
    around: str | None = None,
    hops: int | None = None,
    top: int | None = None,
) -> Filters:
    """Checked filters; a date that is no ISO date, or a word the schema does not know, is a ConfigError."""
    _check_dates(since, until)
    _check_numbers(min_confidence, {"min-support": min_support, "hops": hops, "top": top})
    _check_around(around, hops)
    words = schema()
    return Filters(
        since=since,
        until=until,
        type=_known("type", type, (name for name, kind in words.entities.items() if kind.node)),
        relation=_known("relation", relation, (*words.relations, *map(str.lower, words.edges))),
        outlet=frozenset(name_key(name) for name in _several(outlet)),
        mode=_known("mode", mode, get_args(Mode)),
        min_confidence=min_confidence,
        min_support=min_support,
        around=around,
        hops=hops or 1,
        top=top,
    )


def _check_dates(since: str | None, until: str | None) -> None:
    for option, date in (("since", since), ("until", until)):
        if date is not None and not ISO_DATE.fullmatch(date):
            raise ConfigError(
                f"--{option} wants an ISO date such as 2024, 2024-02 or 2024-02-15, not {date!r}."
            )
    if since and until and _before(until, since):
        raise ConfigError(f"--since {since} is later than --until {until}.")


def _check_numbers(min_confidence: float, counts: Mapping[str, int | None]) -> None:
    if not 0.0 <= min_confidence <= 1.0:
        raise ConfigError(f"--min-confidence wants a number from 0 to 1, not {min_confidence}.")
    for option, count in counts.items():
        if count is not None and count < 1:
            raise ConfigError(f"--{option} wants 1 or more, not {count}.")


def _check_around(around: str | None, hops: int | None) -> None:
    if around is None and hops is not None:
        raise ConfigError("--hops says how far from --around, which is missing.")
    if around is not None and not around.strip():
        raise ConfigError("--around wants the name of an entity.")


def _before(left: str | None, right: str | None) -> bool:
    """Is ``left`` surely earlier; an open end (None) and dates that may be the same are not."""
    if left is None or right is None:
        return False
    shared = min(len(left), len(right))
    return left[:shared] < right[:shared]


def _several(value: str | Iterable[str] | None) -> Iterable[str]:
    return (value,) if isinstance(value, str) else value or ()


def _known(option: str, value: str | Iterable[str] | None, known: Iterable[str]) -> frozenset[str]:
    """The words in the schema's spelling (Role-Of is role_of); an unknown one is a ConfigError."""
    words = frozenset(word.strip().lower().replace("-", "_") for word in _several(value))
    choices = sorted(known)
    for word in sorted(words - set(choices)):
        raise ConfigError(f"--{option} does not know {word!r}; it takes {', '.join(choices)}.")
    return words
