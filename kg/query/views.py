"""The views that ``show`` gives: what is known of an entity, a record, an article."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from kg.errors import QueryError
from kg.query.desk import Desk
from kg.query.passage import Passage, passage
from kg.query.rows import ArticleRow, RelationRow, SaidRow
from kg.records import Claim, Entity, Mention, Relation, TextSpan


class EntityView(Struct, frozen=True, kw_only=True, tag="entity", tag_field="view"):
    """An entity: its names, its types with how often each was found, what it said and what is said of it."""

    id: str
    name: str
    type: str
    aliases: tuple[str, ...]
    types: dict[str, int]
    said: tuple[SaidRow, ...]
    said_of: tuple[SaidRow, ...]
    relations: tuple[RelationRow, ...]
    articles: tuple[ArticleRow, ...]


class RecordView(Struct, frozen=True, kw_only=True, tag="record", tag_field="view"):
    """A mention, claim or relation in its paragraph; ``said`` for a claim, ``relation`` for a tie."""

    kind: str
    id: str
    entity: str | None
    article: ArticleRow
    passage: Passage
    said: SaidRow | None
    relation: RelationRow | None


class ArticleView(Struct, frozen=True, kw_only=True, tag="article", tag_field="view"):
    """An article: whom it names, how often, and what it says."""

    article: ArticleRow
    entities: dict[str, int]
    said: tuple[SaidRow, ...]
    relations: tuple[RelationRow, ...]


View = EntityView | RecordView | ArticleView


def entity_view(desk: Desk, entity: Entity) -> EntityView:
    """The view of an entity; its rows are those that pass the filters."""
    store, ids = desk.store, [entity.id]
    mentions = list(store.mentions_of(entity.id))
    return EntityView(
        id=entity.id,
        name=entity.name,
        type=entity.type,
        aliases=entity.aliases,
        types=_counts(mention.type or "" for mention in mentions if mention.type),
        said=tuple(desk.said(store.claims_by(ids))),
        said_of=tuple(desk.said(store.claims_about(ids))),
        relations=tuple(desk.relations(store.relations_of(ids))),
        articles=tuple(desk.articles(mentions)),
    )


def article_view(desk: Desk, id_: str) -> ArticleView:
    """The view of an article; one that is gone is a QueryError."""
    store, article = desk.store, desk.article(id_)
    mentions = list(store.mentions(id_))
    named = (desk.keep.entity(mention.id, id_) for mention in mentions if desk.keep.mention(mention, article))
    return ArticleView(
        article=desk.article_row(article, store.exact.count_mentions(id_)),
        entities=_counts(entity.name for it in named if it and (entity := desk.keep.entities.get(it))),
        said=tuple(desk.said(store.claims(id_))),
        relations=tuple(desk.relations(store.relations(id_))),
    )


def record_view(desk: Desk, kind: str, id_: str, *, context: int = 0) -> RecordView:
    """A mention, claim or relation in its paragraph; one that is gone is a QueryError."""
    store = desk.store
    record = {"mention": store.mention, "claim": store.claim, "relation": store.relation}[kind](id_)
    if record is None:
        raise QueryError(f"The {kind} {id_} is not in the database any more.")
    article = desk.article(record.article)
    spans = _spans(record)
    return RecordView(
        kind=kind,
        id=id_,
        entity=_entity_name(desk, record),
        article=desk.article_row(article, store.exact.count_mentions(article.id)),
        passage=passage(store.exact.text(article.id), spans, context=context),
        said=desk.said_row(record) if isinstance(record, Claim) else None,
        relation=desk.relation_row(record) if isinstance(record, Relation) else None,
    )


def _spans(record: Mention | Claim | Relation) -> tuple[TextSpan, ...]:
    """What is marked in the paragraph: the name, the pieces of the content, the evidence."""
    if isinstance(record, Claim):
        return record.content
    return (record.span if isinstance(record, Mention) else record.evidence,)


def _entity_name(desk: Desk, record: Mention | Claim | Relation) -> str | None:
    """Whom the record tells of: the entity named, the speaker, the subject."""
    if isinstance(record, Mention):
        mention: str | None = record.id
    else:
        mention = record.speaker if isinstance(record, Claim) else record.subject
    entity = desk.keep.entities.of(mention, record.article)
    return entity.name if entity else None


def _counts(words: Iterable[str]) -> dict[str, int]:
    """How often each word comes, the most frequent first, equals in alphabetical order."""
    return dict(sorted(Counter(words).items(), key=lambda item: (-item[1], item[0])))
