"""The Cypher of all questions: fixed texts with names of the schema; what users ask comes in as parameters.

What ``kg load`` wrote has the property ``kg``; nodes and relationships that others added are passed over.
"""

from collections.abc import Iterator
from functools import cache

from kg.schema import schema

SEARCHED = ("kg_keys", "kg_pairs")  # full-text indexes: keys of names as a whole, pairs of characters said
INDEXES = "SHOW INDEXES YIELD name, state"
AWAIT = "CALL db.awaitIndex($name, 600)"  # seconds

ENTITY = "e {.id, .name, .aliases, .titles, .firms, labels: labels(e)} AS entity"
# what there are many of comes as lists in this order, which takes half the time of maps
ARTICLE_FIELDS = (
    *("id", "source", "record", "title", "url", "outlet", "published", "text_sha256", "fingerprint"),
    "mentions",
)
CLAIM_FIELDS = (
    *("id", "article", "content", "spans", "mode", "speaker", "speaker_by", "cue", "date"),
    *("date_is_published", "negated", "hedged", "origin", "confidence", "via_ids", "asserts"),
)
MENTION_FIELDS = ("id", "start", "end", "exact", "kind", "entity_type", "origin", "confidence")


def _list(variable: str, fields: tuple[str, ...]) -> str:
    return f"[{', '.join(f'{variable}.{field}' for field in fields)}]"


ARTICLE = f"{_list('a', ARTICLE_FIELDS)} AS article"
CLAIM = f"""
OPTIONAL MATCH (a:Article {{id: c.article}})
RETURN {_list("c", CLAIM_FIELDS)} AS claim, {ARTICLE},
    [(e:Entity)-[r:SAID]->(c) WHERE r.kg IS NOT NULL | e.id] AS speakers,
    [(c)-[r:ABOUT]->(e:Entity) WHERE r.kg IS NOT NULL | [r.implicit, r.place, e.id]] AS about"""
MENTION = _list("r", MENTION_FIELDS)

# whom and what there is

ENTITIES = f"MATCH (e:Entity) WHERE e.id IN $ids AND e.kg IS NOT NULL RETURN {ENTITY}"
ENTITIES_NAMED = f"""CALL db.index.fulltext.queryNodes('kg_keys', $query) YIELD node AS e
WITH e, [key IN e.keys WHERE key IN $keys] AS keys WHERE size(keys) > 0 RETURN keys, {ENTITY}"""
KEYS = "MATCH (e:Entity) UNWIND e.keys AS key RETURN collect(DISTINCT key) AS keys"
ARTICLES = f"MATCH (a:Article) WHERE a.id IN $ids RETURN {ARTICLE}"
ARTICLES_FROM = """MATCH (a:Article) WHERE a.kg IS NOT NULL AND (a.source = $ref OR a.url = $ref)
RETURN a.id AS id"""
TEXTS = "MATCH (a:Article) WHERE a.id IN $ids RETURN a.id AS id, a.text AS text"

# claims

CLAIMS = f"MATCH (c:Claim) WHERE c.id IN $ids AND c.kg IS NOT NULL{CLAIM}"
CLAIMS_IN = f"""MATCH (:Article {{id: $id}})<-[r:APPEARS_IN]-(c:Claim) WHERE r.kg IS NOT NULL
WITH DISTINCT c{CLAIM}"""
CLAIMS_ABOUT = f"""MATCH (x:Entity)<-[r:ABOUT]-(c:Claim) WHERE x.id IN $ids AND r.kg IS NOT NULL
WITH DISTINCT c{CLAIM}"""
# In the order of the rows of an answer; what comes after the day of the last of them need not be sorted.
NEWEST_ABOUT = f"""MATCH (x:Entity)<-[r:ABOUT]-(c:Claim) WHERE x.id IN $ids AND r.kg IS NOT NULL
WITH DISTINCT c, coalesce(c.date, '') AS date ORDER BY date DESC LIMIT $limit
WITH min(date) AS last
MATCH (x:Entity)<-[r:ABOUT]-(c:Claim) WHERE x.id IN $ids AND r.kg IS NOT NULL AND coalesce(c.date, '') >= last
WITH DISTINCT c MATCH (a:Article {{id: c.article}})
WITH c, coalesce(c.date, '') AS date, a.source AS source,
    reduce(least = null, piece IN split(c.spans, ' ') |
        CASE WHEN toInteger(split(piece, '-')[0]) >= least THEN least
        ELSE toInteger(split(piece, '-')[0]) END) AS start
ORDER BY date DESC, source, start, c.id LIMIT $limit{CLAIM} ORDER BY date DESC, source, start, c.id"""
CLAIMS_BY = f"""MATCH (x:Entity)-[r:SAID]->(c:Claim) WHERE x.id IN $ids AND r.kg IS NOT NULL
WITH DISTINCT c{CLAIM}"""
SAID_BY = """MATCH (e:Entity)-[r:SAID]->(c:Claim) WHERE e.id IN $ids AND r.kg IS NOT NULL
MATCH (a:Article {id: c.article}) RETURN e.id AS entity, collect([c.content, a.fingerprint]) AS found"""
CLAIMS_WITH = f"CALL db.index.fulltext.queryNodes('kg_pairs', $query) YIELD node AS c{CLAIM}"
CONTENTS = (
    """MATCH (c:Claim) WHERE c.kg IS NOT NULL RETURN c.id AS id, c.content AS content, c.spans AS spans"""
)
COUNTS_ABOUT = """MATCH (e:Entity)<-[r:ABOUT]-(c:Claim) WHERE e.id IN $ids AND r.kg IS NOT NULL
RETURN e.id AS entity, count(DISTINCT c) AS claims"""
COUNT_ANY = """MATCH (e:Entity)<-[r:ABOUT]-(c:Claim) WHERE e.id IN $ids AND r.kg IS NOT NULL
RETURN count(DISTINCT c) AS claims"""

# mentions

MENTIONS_OF = f"""MATCH (:Entity {{id: $id}})-[r:APPEARS_IN]->(a:Article) WHERE r.kg IS NOT NULL
RETURN a.id AS article, collect({MENTION}) AS mentions"""
MENTIONS_IN = f"""MATCH (e:Entity)-[r:APPEARS_IN]->(:Article {{id: $id}}) WHERE r.kg IS NOT NULL
RETURN e.id AS entity, {MENTION} AS mention"""
MENTION_WITH = f"""MATCH (e:Entity)-[r:APPEARS_IN {{id: $id}}]->(a:Article)
RETURN e.id AS entity, a.id AS article, {MENTION} AS mention"""
ARTICLES_NAMING = """MATCH (e:Entity)-[r:APPEARS_IN]->(a:Article) WHERE e.id IN $ids AND r.kg IS NOT NULL
WITH DISTINCT e, a RETURN e.id AS entity, collect([a.id, a.fingerprint]) AS found"""


@cache
def relations_of() -> str:
    """The ties of the entities ``$ids``, one that ties two of them twice."""
    return _ties("s.id IN $ids AND r.kg IS NOT NULL", "o.id IN $ids AND r.kg IS NOT NULL")


@cache
def relations_in() -> str:
    """The ties that the article ``$id`` states, once for each time it names their subject."""
    return f"""MATCH (:Article {{id: $id}})<-[:APPEARS_IN]-(s:Entity) WITH DISTINCT s
MATCH (s)-[r:{_types()}]->(o:Entity) WHERE r.article = $id AND r.kg IS NOT NULL {_TIE}"""


@cache
def relation_with() -> str:
    """The tie with the edge id ``$id``."""
    return "\nUNION ALL ".join(
        f"MATCH (s:Entity)-[r:{type_} {{id: $id}}]->(o:Entity) {_TIE}" for type_ in ties()
    )


@cache
def ids_beginning() -> str:
    """Kind and id of everything whose id begins with ``$digits``; ``$mention``, ``$tie``: those of edges."""
    nodes = (
        f"MATCH (n:{kind.capitalize()}) WHERE n.id STARTS WITH $digits AND n.kg IS NOT NULL"
        f" RETURN '{kind}' AS kind, n.id AS id"
        for kind in ("entity", *schema().records)
    )
    mentions = """MATCH (:Entity)-[r:APPEARS_IN]->() WHERE r.id STARTS WITH $mention
RETURN 'mention' AS kind, r.id AS id"""
    edges = (
        f"MATCH ()-[r:{type_}]->() WHERE r.id STARTS WITH $tie RETURN 'relation' AS kind, r.id AS id"
        for type_ in ties()
    )
    return "\nUNION ALL ".join((*nodes, mentions, *edges))


def ties() -> Iterator[str]:
    """The relationship types of ties between entities: FOUNDER, ROLE_OF …"""
    return map(str.upper, schema().relations)


_TIE = """RETURN s.id AS subject, o.id AS object, type(r) AS type, r {.id, .article, .start, .end, .exact,
    .status, .title, .amount, .date, .claim, .origin, .confidence} AS tie"""


def _ties(*wheres: str) -> str:
    return "\nUNION ALL ".join(
        f"MATCH (s:Entity)-[r:{_types()}]->(o:Entity) WHERE {where} {_TIE}" for where in wheres
    )


def _types() -> str:
    return "|".join(ties())
