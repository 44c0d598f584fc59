"""The made-up articles as numbers that fit in memory, and their bearers resolved all at once."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from bench.synthetic import Page, Seen
from kg.match.bearers import Bearer, resolve
from kg.match.known import Known
from kg.match.nearness import components, near_names
from kg.match.profile import Profile
from kg.names import name_key
from kg.seeds import aliases
from kg.store.bearers import FORM, TIE, TITLE, TYPE, commonest_form, commonest_type
from kg.store.near import ENOUGH, EVERY_PAIR
from kg.store.referents import ALONE, Referent, bearer_id

Numbers = NDArray[np.int64]
Pair = tuple[int, int]


class Numbering(dict[str, int]):
    """Numbers strings as they come."""

    def __missing__(self, text: str) -> int:
        self[text] = number = len(self)
        return number


class Corpus:
    """What the articles say, as numbers: referents, bearers of names, and what is counted of each bearer."""

    def __init__(self) -> None:
        self.names, self.forms, self.bearers, self.values = (Numbering() for _ in range(4))
        self.form_names, self.bearer_names = array("i"), array("i")
        self.referents, self.truth = array("i"), array("i")
        self.tallies, self.places = array("q"), array("q")
        self.declared: Counter[Pair] = Counter()
        self.articles = 0

    def add(self, page: Page) -> None:
        """Take in one article; a name that two entities bear in it is the first one's."""
        here: dict[int, Seen] = {}
        for seen in page.seen:
            here.setdefault(self._name(seen.form), seen)
        for name, seen in here.items():
            self._add(name, seen)
        for left, right in page.declared:
            low, high = sorted((self._name(left), self._name(right)))
            if low != high:
                self.declared[low, high] += 1
        self.articles += 1

    def _add(self, name: int, seen: Seen) -> None:
        titles = frozenset(seen.titles)
        key = name_key(seen.form)
        id_ = bearer_id(Referent(f"{self.articles} {key}", key, seen.type, titles), ())
        bearer = self.bearers[id_]
        if bearer == len(self.bearer_names):
            self.bearer_names.append(name)
        self.referents.append(bearer)
        self.truth.append(seen.entity)
        self.places.append(_packed(name, self.articles))
        counted = [(FORM, seen.form), *((TITLE, title) for title in titles)]
        counted += [(TYPE, seen.type)] if seen.type else []
        counted += [(TIE, name_key(seen.tie))] if seen.tie else []
        self.tallies.extend(_packed(bearer, self.values[text] * 4 + part) for part, text in counted)

    def _name(self, form: str) -> int:
        if form not in self.forms:
            self.forms[form] = len(self.forms)
            self.form_names.append(self.names[name_key(form)])
        return self.form_names[self.forms[form]]


class Index:
    """A corpus sorted: bearers by name, tallies by bearer, articles by name."""

    def __init__(self, corpus: Corpus) -> None:
        self.keys, self.ids, self.values = map(list, (corpus.names, corpus.bearers, corpus.values))
        names = np.asarray(corpus.bearer_names)
        self._of_names = np.argsort(names, kind="stable")
        self._bearer_starts = _starts(names[self._of_names], len(self.keys))
        self._tallies, self._counts = np.unique(np.asarray(corpus.tallies), return_counts=True)
        self._tally_starts = _starts(self._tallies >> 32, len(self.ids))
        self._places = np.sort(np.asarray(corpus.places))
        self._place_starts = _starts(self._places >> 32, len(self.keys))

    def bearers(self, name: int) -> Iterator[tuple[int, Bearer]]:
        """All bearers of a name with their numbers."""
        for bearer in self._of_names[self._bearer_starts[name] : self._bearer_starts[name + 1]].tolist():
            yield bearer, self._bearer(name, bearer)

    def together(self, left: int, right: int) -> int:
        """How many articles hold both names, up to as many as matter."""
        shared = np.intersect1d(self._articles(left), self._articles(right), assume_unique=True)
        return min(ENOUGH, len(shared))

    def _articles(self, name: int) -> Numbers:
        return self._places[self._place_starts[name] : self._place_starts[name + 1]] & 0xFFFFFFFF

    def _bearer(self, name: int, bearer: int) -> Bearer:
        parts: tuple[dict[str, int], ...] = ({}, {}, {}, {})
        here = slice(self._tally_starts[bearer], self._tally_starts[bearer + 1])
        for tally, count in zip(self._tallies[here].tolist(), self._counts[here].tolist(), strict=True):
            value, part = divmod(tally & 0xFFFFFFFF, 4)
            parts[part][self.values[value]] = count
        profile = Profile(
            name=commonest_form(parts[FORM]),
            type=commonest_type(parts[TYPE]),
            titles=frozenset(parts[TITLE]),
            firms=frozenset(parts[TIE]),
        )
        return Bearer(
            id=self.ids[bearer],
            key=self.keys[name],
            profile=profile,
            mentions=sum(parts[FORM].values()),
            is_alone=self.ids[bearer].startswith(ALONE),
        )


def _packed(high: int, low: int) -> int:
    return high << 32 | low


def _starts(sorted_numbers: Numbers, count: int) -> Numbers:
    """Where each number below ``count`` starts in the sorted ones, and where the last one ends."""
    return np.searchsorted(sorted_numbers, np.arange(count + 1))


def resolved(corpus: Corpus) -> Sequence[int]:
    """The cluster of each bearer."""
    known = Known(aliases())
    near = [*near_names(list(corpus.forms), corpus.form_names), *corpus.declared, *_known(corpus, known)]
    index, beside = Index(corpus), _beside(near)
    found = array("i", [0]) * len(index.ids)
    clusters = Numbering()
    for names in components(len(index.keys), near):
        bearers = dict(one for name in names for one in index.bearers(name))
        if len(bearers) == 1:
            found[next(iter(bearers))] = clusters[next(iter(bearers.values())).id]
            continue
        result = resolve(
            bearers.values(),
            near={
                _sorted(index.keys[low], index.keys[high]): corpus.declared[low, high]
                for low, high in _compared(names, beside)
            },
            together=lambda left, right: index.together(corpus.names[left], corpus.names[right]),
            known=known,
        )
        for number, bearer in bearers.items():
            found[number] = clusters[result.clusters.find(bearer.id)]
    return found


def _compared(names: Sequence[int], beside: Mapping[int, set[int]]) -> Iterable[Pair]:
    """The pairs of a set of names that the store compares: all of a small set, of a large one those near."""
    if len(names) <= EVERY_PAIR:
        return combinations(names, 2)
    return ((low, high) for low in names for high in beside.get(low, ()))


def _sorted(left: str, right: str) -> tuple[str, str]:
    return (left, right) if left < right else (right, left)


def _known(corpus: Corpus, known: Known) -> Iterator[Pair]:
    """The names of one known entity, each with the next."""
    for keys in known.keys.values():
        here = sorted(corpus.names[key] for key in keys if key in corpus.names)
        yield from pairwise(here)


def _beside(near: Iterable[Pair]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for low, high in near:
        found.setdefault(low, set()).add(high)
    return found
