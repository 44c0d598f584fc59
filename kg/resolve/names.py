"""Who is who, by people: two names made one, a name taken out, all of it said in the ledger and taken back.

A judgement holds for a name wherever it stands, also in articles that are read later, unless the name has
namesakes: then it is made about articles' uses of it.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise, product

from msgspec import Struct

from kg.errors import ConfigError, QueryError
from kg.match.clusters import Apart, Join, Stage, cluster
from kg.names import name_key
from kg.records import MACHINE, PERSON, Entity, Judgement, Verdict
from kg.resolve.chain import path
from kg.resolve.uses import (
    Held,
    Pair,
    as_such,
    entity_of,
    forms,
    held,
    members,
    own_key,
    referents,
    sides_of,
    uses,
)
from kg.store import Store
from kg.store.told import JudgedName, judged_name

PREVENTING_TOLD = 3  # of the judgements that stand against a merge so many are named


class NameDecision(Struct, frozen=True, kw_only=True):
    """What was judged of which names, and the entities that these are now.

    ``left_out`` are entities of names that were one with them before. Not ``is_new`` if it was judged so
    already and nothing was written.
    """

    verdict: Verdict
    pairs: tuple[Pair, ...]
    judgements: tuple[Judgement, ...]
    entities: tuple[Entity, ...]
    left_out: tuple[Entity, ...]
    is_new: bool


def merge(store: Store, left: str, right: str, *, reason: str = "", by: str = PERSON) -> NameDecision:
    """The two are one entity from now on; QueryError if somebody's judgement prevents that."""
    return judge(store, left, right, "same", reason=reason, by=by)


def judge(
    store: Store, left: str, right: str, verdict: Verdict, *, reason: str = "", by: str = PERSON
) -> NameDecision:
    """A verdict on two entities; unsure means seen, and left open. Of what is one, only same can be said."""
    one, other = as_such(store, left), as_such(store, right)
    if one.id != other.id:
        sides = sides_of(store, (one, name_key(left)), (other, name_key(right)), verdict)
    else:
        keys = own_key(store, one, left), own_key(store, one, right)
        sides = uses(store, one, keys[0]), uses(store, one, keys[1])
        if verdict != "same" or keys[0] == keys[1] or not all(sides):
            how = "kg split takes a name out of it" if verdict != "same" else "there is nothing to merge"
            raise QueryError(f"{left} and {right} are one: {one.name} ({one.id}); {how}.")
    return judge_sides(store, *sides, verdict, reason=reason, by=by)


def judge_sides(
    store: Store,
    lefts: Sequence[JudgedName],
    rights: Sequence[JudgedName],
    verdict: Verdict,
    *,
    reason: str = "",
    by: str = PERSON,
) -> NameDecision:
    """A verdict on what stands for two entities; QueryError, and nothing written, if it cannot hold."""
    pairs = list(product(lefts, rights))
    if verdict == "same":
        if {name.key for name in lefts} & {name.key for name in rights}:
            pairs = _ring([*lefts, *rights])
        _check_free(store, pairs)
    return _judge(store, pairs, verdict, reason=reason, by=by)


def split(
    store: Store, name: str, *, article: str | None = None, reason: str = "", by: str = PERSON
) -> NameDecision:
    """Take a name, or one article's use of it, out of the entity that it is part of."""
    if article is None:
        entity = as_such(store, name)
        key = own_key(store, entity, name)
        heres = uses(store, entity, key)
        rest = [use for other in sorted(forms(entity)) if other != key for use in uses(store, entity, other)]
        if not rest:
            raise QueryError(f"{entity.name} has no other name; say in which --article it is another.")
    else:
        here, entity = _use(store, name, article)
        heres, rest = [here], _rest(store, entity, here)
    if not heres:
        raise QueryError(f"{name} is no name of {entity.name} of its own; there is nothing to split.")
    pairs = [*product(heres, rest), *_made_one(store, heres, is_name=article is None)]
    return _judge(store, pairs, "different", reason=reason, by=by)


def undo(store: Store, left: str, right: str, *, reason: str = "", by: str = PERSON) -> NameDecision:
    """Take back what was judged of two names, or of the two that bear them; QueryError if nothing was."""
    keys = sorted((name_key(left), name_key(right)))
    pairs = [one.sides for one in held(store) if sorted(side.key for side in one.sides) == keys]
    try:
        pairs += _between(store, left, right)
    except QueryError:  # a name with namesakes, or in no article now: the ledger may know it all the same
        if not pairs:
            raise
    if not pairs:
        raise QueryError(f"Nobody judged {left} and {right}; kg why tells what makes them one or two.")
    return take_back(store, pairs, reason=reason, by=by)


def take_back(store: Store, pairs: Iterable[Pair], *, reason: str = "", by: str = PERSON) -> NameDecision:
    """The pairs stand as if nobody had judged them; each has a judgement that holds."""
    return _judge(store, list(pairs), "unsure", reason=reason, by=by, is_taken_back=True)


def _between(store: Store, left: str, right: str) -> list[Pair]:
    """What was judged of two entities' names; of one entity's, what people said that makes them one."""
    one, other = as_such(store, left), as_such(store, right)
    if one.id == other.id:
        told = {one.nodes: one.sides for one in held(store) if one.judgement.verdict == "same"}
        joins = path(store, one, own_key(store, one, left), own_key(store, one, right))
        return [told[ends] for join in joins if (ends := frozenset((join.left, join.right))) in told]
    ours, theirs = members(store, one), members(store, other)
    return [
        (here, there)
        for here, there in (one.sides for one in held(store))
        if (here.id in ours and there.id in theirs) or (here.id in theirs and there.id in ours)
    ]


def _ring(names: Sequence[JudgedName]) -> list[Pair]:
    """Pairs that hold all together, also when one of the names is split off later."""
    return [*pairwise(names), *([(names[0], names[-1])] if len(names) > 2 else [])]


def _check_free(store: Store, pairs: Sequence[Pair]) -> None:
    """QueryError if what somebody said of other names keeps the two sides apart."""
    asked = {frozenset(pair) for pair in pairs}
    others = [one for one in held(store) if frozenset(one.sides) not in asked]
    apart = [one for one in others if one.judgement.verdict == "different"]
    joins = [*(one.sides for one in others if one.judgement.verdict == "same"), *pairs]
    told = Stage(
        [Apart(one.left.node, one.right.node, "") for one in apart],
        [Join(left.node, right.node, 1.0, "") for left, right in joins],
    )
    found = cluster([told])
    for left, right in pairs:
        ends = {found.find(left.node), found.find(right.node)}
        if len(ends) == 2:
            against = [one for one in apart if {found.find(side.node) for side in one.sides} == ends]
            raise QueryError(f"{left.name} and {right.name} cannot be one: {_said(against)}.")


def _said(against: Sequence[Held]) -> str:
    """Who judged what, and how to take the first back."""
    said = [f"{one.judgement.judge} judged {one.left.name} and {one.right.name} different" for one in against]
    more = " …" if len(said) > PREVENTING_TOLD else ""
    undo = f"kg undo {against[0].left.name} {against[0].right.name}"
    return f"{', '.join(said[:PREVENTING_TOLD])}{more}; {undo} takes it back"


def _use(store: Store, name: str, article: str) -> tuple[JudgedName, Entity]:
    """One article's use of a name, and the entity it counts as; QueryError if there is not just one."""
    ids = store.find_articles(article)
    if len(ids) != 1:
        raise QueryError(f"{article!r} is the id, url or path of {len(ids)} articles, not of one.")
    here = judged_name(name, ids[0])
    if entity := store.entity(here.id):
        return here, entity
    found = [
        (use, entity)
        for entity in store.entities_named(name_key(name)) or [as_such(store, name)]
        for use in referents(store, entity)
        if use.article == ids[0]
    ]
    if not found:
        raise QueryError(f"{article} does not name {name}.")
    if len(found) > 1:
        raise QueryError(f"{article} names {name} as {', '.join(use.name for use, _ in found)}: say which.")
    return found[0]


def _rest(store: Store, entity: Entity, here: JudgedName) -> list[JudgedName]:
    """What stands for the entity without this use of its name: the name as such, other uses, other names."""
    others = [use for use in referents(store, entity) if use.id != here.id]
    if not others:
        raise QueryError(f"{entity.name} stands in this article alone; there is nothing to split it from.")
    if any(use.key == here.key for use in others):
        return [use for use in uses(store, entity, here.key) if use.id != here.id]
    return [use for key in sorted(forms(entity)) if key != here.key for use in uses(store, entity, key)]


def _made_one(store: Store, heres: Iterable[JudgedName], *, is_name: bool) -> list[Pair]:
    """The pairs that somebody made one with what is split off; of a whole name, those with other names."""
    ids = {here.id for here in heres}
    return [
        one.sides
        for one in held(store)
        if one.judgement.verdict == "same"
        and len(ids & {side.id for side in one.sides}) == 1
        and not (is_name and one.left.key == one.right.key)
    ]


def _judge(
    store: Store,
    pairs: Sequence[Pair],
    verdict: Verdict,
    *,
    reason: str,
    by: str,
    is_taken_back: bool = False,
) -> NameDecision:
    """Write a verdict on each pair, but where it stands so already, and see what came of it."""
    judge, reason = by.strip(), reason.strip()
    if not judge or judge.lower() == MACHINE:
        raise ConfigError(f"A judgement needs the name of who makes it, not {by!r}.")
    distinct = list({frozenset(pair): pair for pair in pairs}.values())
    bearers = _bearers(store, distinct)
    before = {frozenset(one.sides): one.judgement for one in held(store)}
    made, is_new = [], False
    for pair in distinct:
        stood = before.get(frozenset(pair))
        if stood and stood.verdict == verdict and reason in ("", stood.reason) and not is_taken_back:
            made.append(stood)
        else:
            made.append(store.names.judge(*pair, verdict, reason=reason, judge=judge))
            is_new = True
    entities, left_out = _came_of_it(store, distinct, bearers)
    return NameDecision(
        verdict=verdict,
        pairs=tuple(distinct),
        judgements=tuple(made),
        entities=entities,
        left_out=left_out,
        is_new=is_new,
    )


def _bearers(store: Store, pairs: Iterable[Pair]) -> list[str]:
    """All that is one with a judged name so far."""
    found = {entity.id for name in _names(pairs) if (entity := entity_of(store, name))}
    return [bearer for id_ in sorted(found) for bearer in store.names.bearers_of(id_)]


def _came_of_it(
    store: Store, pairs: Sequence[Pair], bearers: Iterable[str]
) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """The entities of the judged names, and those of what was one with them before."""
    judged = {entity.id: entity for name in _names(pairs) if (entity := entity_of(store, name))}
    ids = dict.fromkeys(id_ for bearer in bearers if (id_ := store.names.entity_of(bearer)))
    left_out = (store.entity(id_) for id_ in ids if id_ not in judged)
    return tuple(judged.values()), tuple(entity for entity in left_out if entity)


def _names(pairs: Iterable[Pair]) -> list[JudgedName]:
    return list(dict.fromkeys(name for pair in pairs for name in pair))
