"""What is known of one bearer of a name, and what texts tell of two bearers together."""

from typing import NamedTuple

from msgspec import Struct


class Profile(Struct, frozen=True):
    """One bearer of a name, as far as it is known."""

    name: str  # as written, the commonest form
    type: str | None = None  # an entity type of the schema; None or thing where nothing tells
    titles: frozenset[str] = frozenset()  # held where the name was read: 首席执行官
    firms: frozenset[str] = frozenset()  # keys of the organisations they are tied to there
    context: str = ""  # a sentence in which the name stands, for bare comparison


class Bearer(Struct, frozen=True, kw_only=True):
    """All that is known of one bearer; ``mentions`` are counted.

    A pinned one is a referent that somebody judged: it joins its own name at most. One that is alone is
    called by so little (李总) that it joins nothing by itself.
    """

    id: str
    key: str
    profile: Profile
    mentions: int
    is_pinned: bool = False
    is_alone: bool = False


class Evidence(NamedTuple):
    """What articles tell of two names together."""

    together: int = 0  # articles that hold both
    declared: int = 0  # times a text declares one the other's: 青禾科技（以下简称“青禾”）


NONE = Evidence()
