"""One side of a comparison: a profile, and what its name says, worked out once a name."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from kg.match.known import Known
from kg.match.profile import Evidence, Profile
from kg.names import name_key
from kg.names.endings import LIGHT_TRADES
from kg.names.firms import Firm, take_apart
from kg.names.key import trim
from kg.names.listed import listed
from kg.names.people import Person, person
from kg.names.products import Product, product
from kg.names.regional import regional
from kg.seeds import aliases

PERSON, FIRM, PRODUCT, OTHER, ANY = "person", "firm", "product", "other", "any"
KINDS: Mapping[str | None, str] = {
    None: ANY,
    "thing": ANY,
    "person": PERSON,
    "company": FIRM,
    "organisation": FIRM,
    "government": FIRM,
    "media": FIRM,
    "product": PRODUCT,
    "work": PRODUCT,
}
NAMES_KEPT = 1 << 17  # two kilobytes each
SHORTEST_KNOWN = 2  # characters of a core that may stand for its firm


class Owner(NamedTuple):
    """The known entity that a name belongs to; ``is_whole`` unless only the name's core is known."""

    id: str
    name: str
    kind: str
    is_whole: bool = True
    source: str = "seeds"  # seeds, or the market whose list names it: one firm is listed by two names in two


class Side(NamedTuple):
    """What a name says. ``kind`` is one of the five above; parts are read for every kind but other."""

    name: str
    type: str | None
    key: str
    kind: str
    person: Person
    firm: Firm
    product: Product
    owner: Owner | None


class Pair(NamedTuple):
    """Two sides, how to read them, and all that is known beside their names."""

    left: Side
    right: Side
    kind: str
    profiles: tuple[Profile, Profile]
    evidence: Evidence


def pair_of(left: Profile, right: Profile, evidence: Evidence) -> Pair:
    """Both sides; where one has no type it is read like the other."""
    a, b = side(left.name, left.type), side(right.name, right.type)
    return Pair(a, b, _joint(a, b), (left, right), evidence)


def _joint(left: Side, right: Side) -> str:
    """person, firm, product or other; two names without any type are people's if both read like that."""
    kinds = {left.kind, right.kind} - {ANY}
    if not kinds:
        are_people = all(one.person.is_chinese or len(one.person.parts) > 1 for one in (left, right))
        return PERSON if are_people else FIRM
    if len(kinds) == 1:
        return kinds.pop()
    return FIRM if FIRM in kinds else OTHER


@lru_cache(maxsize=NAMES_KEPT)
def side(name: str, type_: str | None) -> Side:
    """A name with its parts; the last ones are remembered."""
    kind, name = KINDS.get(type_, OTHER), trim(name)
    who, what = person(name), take_apart(name)
    return Side(name, type_, name_key(name), kind, who, what, product(name), _owner(kind, who, what))


def _owner(kind: str, who: Person, what: Firm) -> Owner | None:
    """The known entity of the whole name, else of the name without titles, or of a firm's bare core."""
    known = owners()
    if found := _fitting(known.get(what.key), kind):
        return found
    if kind in (PERSON, ANY) and who.titles and (found := _fitting(known.get(who.name), PERSON)):
        return found._replace(is_whole=False)
    is_light = not what.trade or what.trade.endswith(LIGHT_TRADES)
    is_firm = bool(what.form) or not (
        what.places or what.trade
    )  # 广东省发改委 is no 发改委, 京东科技 no 京东
    is_bare = (
        is_firm
        and is_light
        and not (what.unit or what.body or what.number or len(what.core) < SHORTEST_KNOWN)
    )
    if kind in (FIRM, ANY) and is_bare and (found := _fitting(known.get(what.core), FIRM)):
        return found._replace(is_whole=False)
    return None


def _fitting(owner: Owner | None, kind: str) -> Owner | None:
    """The owner, unless one of the two is a person and the other is not."""
    if owner is None or (kind != ANY and (owner.kind == PERSON) != (kind == PERSON)):
        return None
    return owner


@cache
def owners() -> dict[str, Owner]:
    """Who owns the key of each known name: the seeds, what Taiwan writes otherwise, the listed companies."""
    seeds = Known(aliases())
    heads = {id_: Owner(id_, row.name, KINDS.get(row.type, OTHER)) for id_, row in seeds.heads.items()}
    found = {key: heads[id_] for key, id_ in seeds.owners.items()}
    for key, mainland in regional().items():  # 紐西蘭 is whoever 新西兰 is
        owner = found.setdefault(mainland, Owner(f"regional:{mainland}", mainland, OTHER, source="regional"))
        found.setdefault(key, owner)
    shares = listed()
    company = {shares[key]: owner for key, owner in found.items() if key in shares and owner.kind == FIRM}
    for key, id_ in shares.items():
        found.setdefault(key, company.get(id_) or Owner(f"listed:{id_}", key, FIRM, source=id_[:1]))
    return found
