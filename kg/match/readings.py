"""Two written forms of names whose types nothing tells: whether they may be one bearer's in some reading."""

from functools import lru_cache

from kg.match.blocking import may_be_foreign
from kg.match.compare import compare
from kg.match.profile import Profile
from kg.match.sides import PERSON, side
from kg.match.things import LONG


def may_be_one(left: str, right: str) -> bool:
    """Whether two written forms may name one bearer: not different in one way of reading both at least.

    奥特曼 and 阿尔特曼 are near as people, not as firms.
    """
    ways = sorted(_readings(left) & _readings(right))
    found = (compare(Profile(left, way), Profile(right, way)) for way in ways)
    return any(match.verdict != "different" for match in found)


@lru_cache(maxsize=1 << 16)
def _readings(form: str) -> frozenset[str]:
    """The types as which a form may be read: a firm always, for so may be even 伯克希尔·哈撒韦."""
    one = side(form, None)
    who, what = one.person, one.firm
    is_known = one.owner is not None and one.owner.kind == PERSON
    is_like = who.is_chinese or len(who.parts) > 1 or may_be_foreign(who)
    is_person = is_known or who.titles or (is_like and not (what.form or what.trade or one.product.version))
    is_product = one.product.version or len(one.key) >= LONG
    return frozenset(("company", *(("person",) if is_person else ()), *(("product",) if is_product else ())))
