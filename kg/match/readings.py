"""Written forms of names whose types nothing tells: which of them may be one bearer's in some reading.

Most forms are a name's own. Others are what articles go on to call its bearer (马斯克 of 埃隆·马斯克), and
lead only to the name that is written so: what that is near, it is near itself.
"""

from functools import lru_cache
from typing import NamedTuple

from kg.match.blocking import NAMED, blocks, may_be_foreign
from kg.match.compare import compare
from kg.match.profile import Profile
from kg.match.sides import PERSON, side
from kg.match.things import LONG
from kg.names import name_key
from kg.names.people import person


class Form(NamedTuple):
    """A written form and the key of the name whose bearer is called so."""

    text: str
    key: str

    @property
    def is_own(self) -> bool:
        """Whether it is the name itself."""
        return name_key(self.text) == self.key


def form_blocks(form: Form) -> frozenset[str]:
    """The block keys of a form; of one that is not the name's own that of the name written so.

    Of a surname there is none (李总): it is somebody else's in each article.
    """
    if form.is_own:
        return blocks(form.text)
    who = person(form.text)
    return frozenset(() if who.surname and not who.given else (NAMED + who.key,))


def are_near(left: Form, right: Form) -> bool:
    """Whether the names of two forms that share a block are near each other."""
    if left.is_own and right.is_own:
        return may_be_one(left.text, right.text)
    return (left.is_own or right.is_own) and name_key(left.text) == name_key(right.text)


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
