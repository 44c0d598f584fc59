"""The made-up articles as numbers that fit in memory, and their bearers resolved all at once."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from bench.synthetic import Page, Seen
from kg.extract.found import Name
from kg.extract.full_names import full_names
from kg.match.bearers import resolve
from kg.match.known import Known
from kg.match.nearness import components, near_names
from kg.match.profile import Bearer, Profile
from kg.match.readings import Form
from kg.names import name_key
from kg.records import TextSpan
from kg.schema import UNTYPED
from kg.seeds import aliases
from kg.store.bearers import FORM, TIE, TITLE, TYPE, commonest_type, own_form
from kg.store.near import ENOUGH
from kg.store.referents import ALONE, Referent, bearer_id

Numbers = NDArray[np.int64]
Pair = tuple[int, int]

NOWHERE = TextSpan(0, 1)  # made-up articles have no text


class Numbering(dict[str, int]):
    """Numbers strings as they come."""

    def __missing__(self, text: str) -> int:
        self[text] = number = len(self)
        return number


class Corpus:
    """What the articles say, as numbers: referents, bearers of names, and what is counted of each bearer."""

    def __init__(self) -> None:
        self.names, self.bearers, self.values = (Numbering() for _ in range(3))
        self.bearer_names = array("i")
        self.referents, self.truth = array("i"), array("i")
        self.tallies, self.places = array("q"), array("q")
        self.declared: Counter[Pair] = Counter()
        self.articles = 0
        self._of_forms: dict[str, int] = {}

    def add(self, page: Page) -> None:
        """Take in one article; a name that two entities bear in it is the first one's."""
        full = _full(page.seen)
        here: dict[int, list[Seen]] = {}
        for seen in page.seen:
            here.setdefault(self._name(full.get(seen.form, seen.form)), []).append(seen)
        for name, called in here.items():
            whole = full.get(called[0].form, called[0].form)
            self._add(name, whole, [seen for seen in called if seen.entity == called[0].entity])
        for left, right in page.declared:
            low, high = sorted(self._name(full.get(form, form)) for form in (left, right))
            if low != high:
                self.declared[low, high] += 1
        self.articles += 1

    def _add(self, name: int, full: str, called: Sequence[Seen]) -> None:
        """Take in what an article calls one entity by one name and its short forms."""
        titles = frozenset(chain.from_iterable(seen.titles for seen in called))
        types = Counter(seen.type for seen in called if seen.type)
        key = name_key(full)
        id_ = bearer_id(Referent(f"{self.articles} {key}", key, commonest_type(types), titles), ())
        bearer = self.bearers[id_]
        if bearer == len(self.bearer_names):
            self.bearer_names.append(name)
        self.referents.append(bearer)
        self.truth.append(called[0].entity)
        self.places.append(_packed(name, self.articles))
        counted = [(FORM, seen.form) for seen in called] + [(TITLE, title) for title in titles]
        counted += [(TYPE, type_) for type_ in types.elements()]
        counted += [(TIE, name_key(tie)) for tie in {seen.tie for seen in called if seen.tie}]
        self.tallies.extend(_packed(bearer, self.values[text] * 4 + part) for part, text in counted)

    def _name(self, form: str) -> int:
        if form not in self._of_forms:
            self._of_forms[form] = self.names[name_key(form)]
        return self._of_forms[form]


def _full(seen: Iterable[Seen]) -> dict[str, str]:
    """For each short form the whole name that stands in the article, as reading an article finds it."""
    names = [Name(NOWHERE, one.form, one.type or UNTYPED, 1.0) for one in seen]
    found = {short: names[index].text for short, index in full_names(names).items()}
    return {short: found.get(name, name) for short, name in found.items()}


class Index:
    """A corpus sorted: bearers by name, tallies by bearer, articles by name."""

    def __init__(self, corpus: Corpus) -> None:
        self.keys, self.ids, self.values = map(list, (corpus.names, corpus.bearers, corpus.values))
        names = np.asarray(corpus.bearer_names)
        self._names, self._of_names = names, np.argsort(names, kind="stable")
        self._bearer_starts = _starts(names[self._of_names], len(self.keys))
        self._tallies, self._counts = np.unique(np.asarray(corpus.tallies), return_counts=True)
        self._tally_starts = _starts(self._tallies >> 32, len(self.ids))
        self._places = np.sort(np.asarray(corpus.places))
        self._place_starts = _starts(self._places >> 32, len(self.keys))

    def forms(self) -> tuple[list[Form], list[int]]:
        """Every written form of every name, and the name's number beside it."""
        is_form = self._tallies & 3 == FORM
        values = (self._tallies[is_form] & 0xFFFFFFFF) >> 2
        pairs = np.unique(values << 32 | self._names[self._tallies[is_form] >> 32])
        numbers = (pairs & 0xFFFFFFFF).tolist()
        texts = (self.values[value] for value in (pairs >> 32).tolist())
        return [Form(text, self.keys[name]) for text, name in zip(texts, numbers, strict=True)], numbers

    def bearers(self, name: int) -> Iterator[tuple[int, Bearer]]:
        """All bearers of a name with their numbers."""
        for bearer in self._numbers(name):
            yield bearer, self._bearer(name, bearer)

    def _numbers(self, name: int) -> list[int]:
        starts = self._bearer_starts
        return list(self._of_names[starts[name] : starts[name + 1]].tolist())

    def together(self, left: int, right: int) -> int:
        """How many articles hold both names or call one by the other, up to as many as matter."""
        shared = np.intersect1d(self._articles(left), self._articles(right), assume_unique=True)
        return min(ENOUGH, len(shared) + self._called(left, right) + self._called(right, left))

    def _called(self, whole: int, short: int) -> int:
        """How many mentions of the one name are written as the other."""
        forms = [self._parts(bearer)[FORM] for bearer in self._numbers(whole)]
        own = {form for form in set(chain.from_iterable(forms)) if name_key(form) == self.keys[short]}
        return sum(counts.get(form, 0) for counts in forms for form in own)

    def _articles(self, name: int) -> Numbers:
        return self._places[self._place_starts[name] : self._place_starts[name + 1]] & 0xFFFFFFFF

    def _parts(self, bearer: int) -> tuple[dict[str, int], ...]:
        """What is counted of a bearer, by part."""
        parts: tuple[dict[str, int], ...] = ({}, {}, {}, {})
        here = slice(self._tally_starts[bearer], self._tally_starts[bearer + 1])
        for tally, count in zip(self._tallies[here].tolist(), self._counts[here].tolist(), strict=True):
            value, part = divmod(tally & 0xFFFFFFFF, 4)
            parts[part][self.values[value]] = count
        return parts

    def _bearer(self, name: int, bearer: int) -> Bearer:
        parts = self._parts(bearer)
        profile = Profile(
            name=own_form(parts[FORM], self.keys[name]),
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
    index = Index(corpus)
    near = [*near_names(*index.forms()), *corpus.declared, *_known(corpus, known)]
    beside = _beside(near)
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
                for low in names
                for high in beside.get(low, ())
            },
            together=lambda left, right: index.together(corpus.names[left], corpus.names[right]),
            known=known,
        )
        for number, bearer in bearers.items():
            found[number] = clusters[result.clusters.find(bearer.id)]
    return found


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
