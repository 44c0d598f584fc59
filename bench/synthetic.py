"""Made-up articles with names of made-up firms, people and products, and who bears each of them.

One seed, one stream; bench/rates.py says how often what happens.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from random import Random
from typing import NamedTuple, TypeVar

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from opencc import OpenCC  # type: ignore[import-untyped]

from bench.rates import (
    ADDRESSES,
    BRACKETED,
    BRAND,
    CHINESE,
    CHINESE_FORMS,
    CORE_LENGTHS,
    DECLARED,
    FIELDS,
    FIRM_FORMS,
    FIRMS,
    FIRST_NAMES,
    FOREIGN_FORMS,
    FORMS,
    GIVEN,
    GROUP,
    KIND_ADDED,
    KINDS,
    LAST_NAMES,
    MISREAD,
    MODELS,
    NAMESAKE,
    OFFSET,
    ONE_GIVEN,
    PEOPLE,
    PER_ARTICLE,
    PLACES,
    PRODUCT_FORMS,
    SLIP,
    SURNAMES,
    SYLLABLES,
    THEN_BRAND,
    THEN_LAST,
    THEN_TITLED,
    TIED,
    TITLED,
    TRADES,
    TRADITIONAL,
    UNTYPED,
    VERSIONS,
    WELL_KNOWN,
    WIDE,
    WIDER,
    WITH_ENGLISH,
    WITH_TRADE,
    ZIPF,
)
from kg.names.firms import HAN, take_apart
from kg.names.latin import syllables
from kg.names.listed import listed
from kg.names.surnames import READINGS

T = TypeVar("T")


class Seen(Struct, frozen=True, gc=False):
    """One referent: a name in one article, as what the article shows it, and the entity that it is."""

    form: str
    type: str | None
    entity: int
    titles: tuple[str, ...] = ()
    tie: str = ""  # the name of the organisation that it is tied to


class Page(NamedTuple):
    """The referents of one article, and the pairs of forms that it declares one."""

    seen: list[Seen]
    declared: list[tuple[str, str]]


class Firm(NamedTuple):
    """A made-up firm's forms, in the order of FIRM_FORMS; not all have one in Latin letters."""

    forms: tuple[str, ...]


class Chinese(NamedTuple):
    """A made-up Chinese person."""

    surname: str
    given: str
    titles: tuple[str, ...]
    firm: int


class Foreign(NamedTuple):
    """A made-up foreign person: first and last name as places in SYLLABLES."""

    first: tuple[int, ...]
    last: tuple[int, ...]
    titles: tuple[str, ...]
    firm: int


class Product(NamedTuple):
    """A made-up product: family and version; the version may be missing."""

    family: str
    version: str


Entity = Firm | Chinese | Foreign | Product


class World:
    """All entities of a seed; ``pages`` streams the articles that name them."""

    def __init__(self, entities: int, seed: int) -> None:
        self.random = Random(f"{seed} {entities}")  # noqa: S311 - the same each time
        self.firms = range(round(entities * FIRMS))
        people = round(entities * PEOPLE)
        lasts = [self._foreign_word() for _ in range(LAST_NAMES)]
        firsts = [self._foreign_word() for _ in range(FIRST_NAMES)]
        self.entities: list[Entity] = [self._firm() for _ in self.firms]
        self.entities += [self._person(firsts, lasts) for _ in range(people)]
        while len(self.entities) < entities:
            self.entities += self._family(entities - len(self.entities))

    def pages(self, appearances: int) -> Iterator[Page]:
        """Articles in which entities appear so often in all; who is named often is drawn by lot."""
        order = self._appearances(appearances)
        self._introduce(np.bincount(order))
        for at in range(0, appearances, PER_ARTICLE):
            yield self._page(order[at : at + PER_ARTICLE].tolist())

    def _introduce(self, named: NDArray[np.int64]) -> None:
        """Note who is well known, and whose each brand and last name is: the best known one's."""
        self.fame = (named >= WELL_KNOWN).astype(int)
        self.owners: dict[object, int] = {}
        for number in np.argsort(-named, kind="stable").tolist():
            match self.entities[number]:
                case Firm(forms):
                    self.owners.setdefault(forms[BRAND], number)
                case Foreign(_, last):
                    self.owners.setdefault(last, number)

    def _appearances(self, referents: int) -> NDArray[np.int32]:
        """Every entity once, and the rest by Zipf's law, shuffled."""
        count = len(self.entities)
        numbers = np.random.default_rng(self.random.getrandbits(64))
        weights = (np.arange(count) + 1.0 + OFFSET) ** -ZIPF
        ranked = numbers.permutation(count)
        more = ranked[numbers.choice(count, referents - count, p=weights / weights.sum())]
        order = np.concatenate((np.arange(count), more)).astype(np.int32)
        numbers.shuffle(order)
        return order

    def _page(self, entities: Sequence[int]) -> Page:
        page = Page([], [])
        for number in dict.fromkeys(entities):
            match self.entities[number]:
                case Firm() as firm:
                    self._name_firm(page, number, firm)
                case Chinese() as who:
                    self._name_chinese(page, number, who)
                case Foreign() as who:
                    self._name_foreign(page, number, who)
                case Product() as what:
                    self._add(page, number, self._product_form(what), "product")
        return self._set(page)

    def _name_firm(self, page: Page, number: int, firm: Firm) -> None:
        kind = self._pick(FIRM_FORMS[self.fame[number]])
        if kind == BRAND and self._is_taken(number, firm.forms[BRAND]):
            kind = WITH_TRADE
        form = firm.forms[min(kind, len(firm.forms) - 1)]
        self._add(page, number, form, "company")
        brand = firm.forms[BRAND]
        if form != brand and self._luck(THEN_BRAND):
            self._add(page, number, brand, "company")
            if self._luck(DECLARED):
                page.declared.append((form, brand))

    def _name_chinese(self, page: Page, number: int, who: Chinese) -> None:
        name, title = who.surname + who.given, self.random.choice(who.titles)
        surname = (READINGS.get(who.surname) or syllables(who.surname)[0]).capitalize()
        given = "".join(syllables(who.given)).capitalize()
        forms = {
            "name": name,
            "title behind": name + title,
            "title before": title + name,
            "pinyin": f"{surname} {given}",
            "pinyin turned": f"{given} {surname}",
        }
        self._add_person(page, number, who, forms[self._pick(CHINESE_FORMS)])
        if self._luck(THEN_TITLED):
            self._add_person(page, number, who, who.surname + self.random.choice(ADDRESSES))

    def _name_foreign(self, page: Page, number: int, who: Foreign) -> None:
        first, last = self._in_chinese(who.first), self._in_chinese(who.last)
        latin = ["".join(SYLLABLES[one][1] for one in word).capitalize() for word in (who.first, who.last)]
        kind = self._pick(FOREIGN_FORMS[self.fame[number]])
        if "last" in kind and self._is_taken(number, who.last):
            kind = "whole" if kind == "last" else "latin"
        forms = {
            "last": last,
            "whole": f"{first}·{last}",
            "latin": " ".join(latin),
            "latin last": latin[1],
            "initial": f"{latin[0][0]}·{last}",
            "another spelling": f"{first}·{self._in_chinese(who.last, self.random)}",
        }
        self._add_person(page, number, who, forms[kind])
        if "last" not in kind and self._luck(THEN_LAST):
            self._add_person(page, number, who, latin[1] if kind == "latin" else forms[kind].split("·")[1])

    def _is_taken(self, number: int, short: object) -> bool:
        """Whether a better known one goes by the short name, so that this one is named in full now."""
        return self.owners[short] != number and not self._luck(NAMESAKE)

    def _in_chinese(self, word: Sequence[int], random: Random | None = None) -> str:
        """The word as it is commonly spelled; with a random source as somebody may spell it."""
        spellings = (SYLLABLES[one][0] for one in word)
        return "".join(random.choice(found) if random else found[0] for found in spellings)

    def _product_form(self, what: Product) -> str:
        if not what.version:
            return what.family + (self.random.choice(KINDS) if self._luck(KIND_ADDED) else "")
        kind = self._pick(PRODUCT_FORMS)
        usual = "-" if what.family.isascii() else ""
        between = {"as is": usual, "blank": " ", "hyphen": "-", "joined": ""}
        return what.family + between[kind] + what.version

    def _add_person(self, page: Page, number: int, who: Chinese | Foreign, form: str) -> None:
        titles = (self.random.choice(who.titles),) if self._luck(TITLED) else ()
        firm = self.entities[who.firm]
        tie = firm.forms[self.random.choice((BRAND, WITH_TRADE))] if isinstance(firm, Firm) else ""
        self._add(page, number, form, "person", titles, tie if self._luck(TIED) else "")

    def _add(
        self, page: Page, number: int, form: str, type_: str, titles: tuple[str, ...] = (), tie: str = ""
    ) -> None:
        """Note the form, seldom with a slip or with the wrong type."""
        if len(form) > 2 and self._luck(SLIP):
            at = self.random.randrange(1, len(form))
            form = form[:at] + self.random.choice(("", self._char())) + form[at + 1 :]
        if self._luck(MISREAD):
            type_ = self.random.choice(("person", "company", "organisation", "product"))
        page.seen.append(Seen(form, None if self._luck(UNTYPED) else type_, number, titles, tie))

    def _set(self, page: Page) -> Page:
        """The page in traditional characters or full-width letters, if it is one of those."""
        change = _traditional if self._luck(TRADITIONAL) else _wide if self._luck(WIDE) else None
        if change is None:
            return page
        seen = [msgspec.structs.replace(one, form=change(one.form), tie=change(one.tie)) for one in page.seen]
        return Page(seen, [(change(left), change(right)) for left, right in page.declared])

    def _firm(self) -> Firm:
        core = "".join(self._char() for _ in range(self._pick(CORE_LENGTHS)))
        place, trade = self.random.choice(PLACES), self.random.choice(TRADES)
        form = ("集团" if self._luck(GROUP) else "") + self._pick(FORMS)
        city = place + self.random.choice(("", "市"))
        whole = f"{core}{trade}（{place}）{form}" if self._luck(BRACKETED) else city + core + trade + form
        group = core + self.random.choice(("集团", "公司"))
        forms = (core, core + trade, group, core + trade + form, place + core + trade, whole)
        english = "".join(syllables(core)).capitalize()
        return Firm((*forms, english) if self._luck(WITH_ENGLISH) else forms)

    def _person(
        self, firsts: Sequence[tuple[int, ...]], lasts: Sequence[tuple[int, ...]]
    ) -> Chinese | Foreign:
        titles, firm = self._pick(FIELDS), self.random.choice(self.firms)
        if not self._luck(CHINESE):
            last = lasts[int(len(lasts) * self.random.random() ** 2)]  # some last names are many people's
            return Foreign(self.random.choice(firsts), last, titles, firm)
        given = self.random.choices(GIVEN, k=1 if self._luck(ONE_GIVEN) else 2)
        return Chinese(self._pick(SURNAMES), "".join(given), titles, firm)

    def _foreign_word(self) -> tuple[int, ...]:
        return tuple(self.random.choices(range(len(SYLLABLES)), k=self.random.choice((2, 3, 3, 4))))

    def _family(self, most: int) -> list[Entity]:
        """A product's family with up to four members, or a product without versions."""
        core = "".join(self._char() for _ in range(self._pick(CORE_LENGTHS)))
        family = "".join(syllables(core)).capitalize() if self._luck(0.5) else core
        if self._luck(0.3):
            return [Product(family, "")]
        members = self.random.sample([v + m for v in VERSIONS for m in MODELS], 4)
        return [Product(family, version) for version in members[: min(most, self.random.randint(1, 4))]]

    def _luck(self, share: float) -> bool:
        return self.random.random() < share

    def _char(self) -> str:
        chars, weights = _characters()
        return self.random.choices(chars, cum_weights=weights)[0]

    def _pick(self, shares: Mapping[T, float]) -> T:
        return self.random.choices(tuple(shares), tuple(shares.values()))[0]


@cache
def _characters() -> tuple[list[str], list[int]]:
    """The characters of listed companies' brands, with their counts summed up."""
    cores = {take_apart(name).core for name in listed()}
    brands = sorted(core for core in cores if len(core) in CORE_LENGTHS and all(map(HAN.match, core)))
    counts = Counter(char for name in brands for char in name)
    return list(counts), list(accumulate(counts.values()))


def _traditional(text: str) -> str:
    return str(_converter().convert(text))


def _wide(text: str) -> str:
    """Full-width letters and digits, as old systems write them: ＧＰＴ－４."""
    return "".join(chr(ord(char) + WIDER) if "!" <= char <= "~" else char for char in text)


@cache
def _converter() -> OpenCC:
    return OpenCC("s2t")
