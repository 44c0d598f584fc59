"""The pairs of entities that may be one or two, the weightiest first, and what is known of each side."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from kg.errors import QueryError
from kg.match.bearers import NAME, Resolution
from kg.match.compare import Match, Reason
from kg.match.profile import Bearer
from kg.records import Entity, Mention, TextSpan
from kg.resolve.uses import Held, forms, held, members
from kg.store import Store
from kg.text import sentences

LEFT, RIGHT = "⟦", "⟧"


class Size(NamedTuple):
    """How much of the graph hangs on an entity."""

    mentions: int
    claims: int
    relations: int


class Pair(NamedTuple):
    """Two bearers of names whose entities may be one; ``change`` is what the smaller one brings."""

    left: str
    right: str
    match: Match
    change: int


class Context(Struct, frozen=True, kw_only=True):
    """A sentence with a name from ``start`` to ``end`` of it, and the article it is from."""

    sentence: str
    start: int
    end: int
    article: str
    source: str
    title: str | None
    outlet: str | None
    published: str | None

    def marked(self) -> str:
        """The sentence with the name between two marks."""
        name = self.sentence[self.start : self.end]
        return f"{self.sentence[: self.start]}{LEFT}{name}{RIGHT}{self.sentence[self.end :]}"


class Side(Struct, frozen=True, kw_only=True):
    """One of the two: the name that is doubted, and what is known of the entity that has it."""

    name: str
    bearer: str
    entity: str
    id: str
    type: str
    aliases: tuple[str, ...]
    titles: tuple[str, ...]
    firms: tuple[str, ...]
    mentions: int
    claims: int
    relations: int
    context: Context | None


class Question(Struct, frozen=True, kw_only=True):
    """Are the two one? ``change`` counts the claims, relations and mentions that a merge would move."""

    left: Side
    right: Side
    score: float
    reasons: tuple[Reason, ...]
    change: int


class Sizes:
    """How much hangs on each entity, each counted once."""

    def __init__(self, store: Store) -> None:
        self._store, self._found = store, dict[str, Size]()

    def of(self, entity_id: str) -> Size:
        """The entity's mentions, the claims by or about it, its relations."""
        if entity_id not in self._found:
            self._found[entity_id] = self._count(entity_id)
        return self._found[entity_id]

    def _count(self, entity_id: str) -> Size:
        store, ids = self._store, [entity_id]
        claims = {claim.id for it in (store.claims_by(ids), store.claims_about(ids)) for claim in it}
        return Size(
            mentions=sum(1 for _ in store.mentions_of(entity_id)),
            claims=len(claims),
            relations=sum(1 for _ in store.relations_of(ids)),
        )


def doubts(store: Store) -> list[Pair]:
    """The pairs of entities that the program is not sure of and nobody has judged, the weightiest first."""
    sizes, best = Sizes(store), dict[frozenset[str], Pair]()
    with store.snapshot():
        for left, right, match in _doubts(store):
            ids = [store.names.entity_of(bearer) for bearer in (left, right)]
            sides = frozenset(id_ for id_ in ids if id_)
            if len(sides) == 2 and (sides not in best or best[sides].match.score < match.score):
                change = min(sum(sizes.of(id_)) for id_ in sides)
                best[sides] = Pair(left, right, match, change)
        holding = held(store)
        found = [pair for pair in best.values() if is_open(store, pair, holding)]
    return sorted(found, key=lambda pair: (-pair.change, -pair.match.score, pair.left, pair.right))


def _doubts(store: Store) -> Iterator[tuple[str, str, Match]]:
    """What the program is unsure of, names that are resolved together once."""
    seen: set[str] = set()
    for key in store.names.doubtful_keys():
        if key not in seen:
            resolved = store.names.resolution([key])
            seen |= _keys(resolved)
            yield from ((doubt.left, doubt.right, doubt.match) for doubt in resolved.doubts)


def _keys(resolved: Resolution) -> set[str]:
    """The keys of the names that were resolved: each is joined to a bearer of it."""
    ends = (end for join in resolved.clusters.joined for end in (join.left, join.right))
    return {end.removeprefix(NAME) for end in ends if end.startswith(NAME)}


def is_open(store: Store, pair: Pair, holding: Sequence[Held]) -> bool:
    """Whether the two are still two, and nothing that holds is said of them."""
    one, other = _entity(store, pair.left), _entity(store, pair.right)
    if one is None or other is None or one.id == other.id:
        return False
    keys = forms(one).keys() | forms(other).keys()
    judged = [{side.id for side in it.sides} for it in holding if {it.left.key, it.right.key} <= keys]
    if not judged:
        return True
    ours, theirs = members(store, one), members(store, other)
    return not any(sides & ours and sides & theirs for sides in judged)


def question(store: Store, pair: Pair) -> Question:
    """The pair with what is known of both sides; QueryError if it is no pair any more."""
    sizes = Sizes(store)
    return Question(
        left=_side(store, sizes, pair.left),
        right=_side(store, sizes, pair.right),
        score=pair.match.score,
        reasons=pair.match.reasons,
        change=pair.change,
    )


def _side(store: Store, sizes: Sizes, bearer_id: str) -> Side:
    entity = _entity(store, bearer_id)
    bearer = bearer_of(store, entity, bearer_id) if entity else None
    if entity is None or bearer is None:
        raise QueryError(f"The name {bearer_id} is in no article any more.")
    size = sizes.of(entity.id)
    return Side(
        name=bearer.profile.name,
        bearer=bearer.id,
        entity=entity.name,
        id=entity.id,
        type=bearer.profile.type or entity.type,
        aliases=entity.aliases,
        titles=tuple(sorted(bearer.profile.titles)),
        firms=tuple(sorted(bearer.profile.firms)),
        mentions=size.mentions,
        claims=size.claims,
        relations=size.relations,
        context=_context(store, entity, bearer.profile.name),
    )


def _entity(store: Store, bearer_id: str) -> Entity | None:
    id_ = store.names.entity_of(bearer_id)
    return store.entity(id_) if id_ else None


def bearer_of(store: Store, entity: Entity, bearer_id: str) -> Bearer | None:
    """The bearer with this id among those of the entity's names."""
    found = (bearer for key in forms(entity) for bearer in store.names.bearers(key))
    return next((bearer for bearer in found if bearer.id == bearer_id), None)


def _context(store: Store, entity: Entity, name: str) -> Context | None:
    """The first sentence with the name, of a mention written so."""
    mention = next((one for one in store.mentions_of(entity.id) if one.name == name), None)
    article = store.article(mention.article) if mention else None
    if mention is None or article is None:
        return None
    sentence = _sentence(article.text, mention)
    return Context(
        sentence=sentence.of(article.text),
        start=mention.span.start - sentence.start,
        end=mention.span.end - sentence.start,
        article=article.id,
        source=article.source,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
    )


def _sentence(text: str, mention: Mention) -> TextSpan:
    """The sentence that holds the mention, or the mention itself if it runs over two."""
    whole = TextSpan(0, len(text))
    holding = (
        one
        for one in sentences(text, whole)
        if one.start <= mention.span.start and mention.span.end <= one.end
    )
    return next(holding, mention.span)
