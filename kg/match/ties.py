"""Features of any two bearers: one key, known names, types, what texts and profiles tell beside names."""

from kg.match.profile import Profile
from kg.match.senses import BUSINESS, THING, sense_of
from kg.match.sides import ANY, FIRM, PERSON, Pair, Side
from kg.names.people import fields
from kg.names.titles import clashing, fields_of

Value = tuple[float, str] | None


def same_key(pair: Pair) -> Value:
    """1 for one name in two written forms: 臺積電 / 台积电."""
    key = pair.left.key
    return (1.0, f"the same name: {key}") if key == pair.right.key else None


def known_same(pair: Pair) -> Value:
    """1 for two known names of one entity: 英伟达 / Nvidia."""
    a, b = pair.left.owner, pair.right.owner
    if a is None or b is None or a.id != b.id or pair.left.key == pair.right.key:
        return None
    is_sure = a.kind == PERSON or (a.is_whole and b.is_whole)
    return (1.0, f"both are known names of {a.name}") if is_sure else None


def known_brand(pair: Pair) -> Value:
    """1 where the brand of one is a known name of the other: Zhipu AI / 北京智谱华章科技有限公司."""
    a, b = pair.left.owner, pair.right.owner
    if a is None or b is None or a.id != b.id or pair.left.firm.core == pair.right.firm.core:
        return None
    return 1.0, f"its brand is a known name of {a.name}"


def known_apart(pair: Pair) -> Value:
    """1 for names of two entities that one list knows: 京东 / 京东物流."""
    a, b = pair.left.owner, pair.right.owner
    if a is None or b is None or a.id == b.id or not (a.is_whole and b.is_whole) or a.source != b.source:
        return None
    return 1.0, f"known as two: {a.name} / {b.name}"


def listed_apart(pair: Pair) -> Value:
    """1 for names of two entities of two lists, which may know one firm by two names: 京东 / 京东方."""
    a, b = pair.left.owner, pair.right.owner
    if a is None or b is None or a.id == b.id or not (a.is_whole and b.is_whole) or a.source == b.source:
        return None
    return 1.0, f"known of two lists: {a.name} / {b.name}"


def type_clash(pair: Pair) -> Value:
    """1 for a person and what is none, less for other types that differ: 微信 the product / the company."""
    a, b = pair.left, pair.right
    if a.kind == b.kind or ANY in (a.kind, b.kind):
        return None
    return (1.0 if PERSON in (a.kind, b.kind) else 0.25, f"types differ: {a.type} / {b.type}")


def declared(pair: Pair) -> Value:
    """1 where a text says that one is the other's name: 青禾科技（以下简称“青禾”）."""
    times = pair.evidence.declared
    return (1.0, f"declared one name of the other, {times} times") if times else None


def same_titles(pair: Pair) -> Value:
    """1 for people who hold one title."""
    shared = sorted(pair.profiles[0].titles & pair.profiles[1].titles)
    return (1.0, f"the same title: {shared[0]}") if shared else None


def shared_firms(pair: Pair) -> Value:
    """1 for bearers tied to one organisation, which is not one of the two."""
    shared = sorted((pair.profiles[0].firms & pair.profiles[1].firms) - {pair.left.key, pair.right.key})
    return (1.0, f"tied to one organisation: {shared[0]}") if shared else None


def roles_clash(pair: Pair) -> Value:
    """1 for people whose fields one person hardly joins: 律师 / 足球教练."""
    found = clashing(_fields(pair.left, pair.profiles[0]), _fields(pair.right, pair.profiles[1]))
    return (1.0, f"their fields clash: {found[0]} / {found[1]}") if found else None


def _fields(one: Side, profile: Profile) -> frozenset[str]:
    held = fields_of(profile.titles) | fields_of(one.person.titles)
    return held or fields(sense_of(profile.context, one.name).near)


def senses_differ(pair: Pair) -> Value:
    """1 where two sentences use the names for two things: 苹果 the fruit / 苹果 the firm."""
    a, b = _senses(pair)
    are_things = THING in (a, b) and BUSINESS not in (a, b)  # a thing may be food as well
    if not a or not b or a == b or are_things:
        return None
    return 1.0, f"the sentences speak of two things: {a} / {b}"


def _senses(pair: Pair) -> tuple[str, str]:
    """What each sentence uses its name for; a firm without a sentence is one, as in 小米集团."""
    a, b = (sense_of(profile.context, profile.name).sense for profile in pair.profiles)
    has_left, has_right = (bool(profile.context) for profile in pair.profiles)
    if has_left != has_right and pair.kind == FIRM:
        return (a, BUSINESS) if has_left else (BUSINESS, b)
    return a, b


def senses_agree(pair: Pair) -> Value:
    """1 where two sentences use the names for one kind of thing."""
    a, b = (sense_of(profile.context, profile.name).sense for profile in pair.profiles)
    return (1.0, f"both sentences speak of {a}") if a and a == b else None
