"""What a mention refers to, and as what its article shows it: the referent, and the bearer of the name.

Pure: records in, keys out. A referent is all mentions of one name in one article. Referents whose
articles show them alike (same kind, a person's offices in the same fields) are one bearer from the
start; which bearers are one entity is another matter.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from kg.match.bearers import PERSON, kind_of
from kg.names import name_key
from kg.names.people import person
from kg.names.titles import fields_of
from kg.records import Mention, Relation, referent_id
from kg.schema import POSITION

# bearers of one referent: a nameless source, one that was judged, one called by a surname (李总)
UNNAMED, PINNED, ALONE = "unnamed:", "ref:", "alone:"
OFFICES = ("role_of", "founder")


class Referent(Struct, frozen=True):
    """All mentions of one name, or of one nameless source, in one article.

    ``key`` is the name's, "" for a nameless source. ``titles`` are the offices that the article gives it,
    ``ties`` the keys of the names it is tied to there.
    """

    id: str
    key: str
    type: str | None = None
    titles: frozenset[str] = frozenset()
    ties: frozenset[str] = frozenset()


def bearer_id(referent: Referent, pinned: Collection[str]) -> str:
    """The id of the bearer that a referent belongs to; one that somebody judged stands alone."""
    if not referent.key:
        return UNNAMED + referent.id
    if referent.id in pinned:
        return PINNED + referent.id
    kind = kind_of(referent.type)
    if kind == PERSON and is_surname(referent.key):
        return ALONE + referent.id
    shown = sorted(fields_of(referent.titles)) if kind == PERSON else ()
    return "|".join((referent.key, kind, "+".join(shown)))


def is_surname(key: str) -> bool:
    """Whether a person is called by a surname alone (李总, 王某): each article means somebody else."""
    parts = person(key)
    return bool(parts.surname) and not parts.given


def referents(mentions: Iterable[Mention], relations: Iterable[Relation] = ()) -> dict[str, Referent]:
    """The referent of each mention by its id; titles have none, nor has what stands for a title."""
    by_id = {mention.id: mention for mention in mentions}
    roots = {mention.id: root for mention in by_id.values() if (root := _referring(mention, by_id))}
    keys = {id_: name_key(root.name) if root.kind == "name" else "" for id_, root in roots.items()}
    ids = {id_: _id(root, keys[id_]) for id_, root in roots.items()}
    types = _types(by_id, ids)
    titles, ties = _shown(relations, ids, keys)
    found = {
        ref: Referent(
            ref, keys[id_], types.get(ref), frozenset(titles.get(ref, ())), frozenset(ties.get(ref, ()))
        )
        for id_, ref in ids.items()
    }
    return {id_: found[ref] for id_, ref in ids.items()}


def _referring(mention: Mention, by_id: Mapping[str, Mention]) -> Mention | None:
    """The mention at the end of the antecedents; None if a title stands at either end."""
    root = mention
    while root.antecedent:
        root = by_id[root.antecedent]
    return None if _is_title(mention) or _is_title(root) else root


def _is_title(mention: Mention) -> bool:
    return mention.kind == "name" and mention.type == POSITION


def _id(root: Mention, key: str) -> str:
    return referent_id(root.article, key or UNNAMED + name_key(root.name))


def _types(by_id: Mapping[str, Mention], ids: Mapping[str, str]) -> dict[str, str]:
    """For each referent the type that most of its names have, of equals the first by alphabet."""
    votes: dict[str, Counter[str]] = {}
    for id_, ref in ids.items():
        mention = by_id[id_]
        if mention.kind == "name" and mention.type:
            votes.setdefault(ref, Counter())[mention.type] += 1
    return {ref: min(count, key=lambda type_: (-count[type_], type_)) for ref, count in votes.items()}


def _shown(
    relations: Iterable[Relation], ids: Mapping[str, str], keys: Mapping[str, str]
) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The offices that each referent holds, and the keys of the names that it is tied to."""
    titles: dict[str, set[str]] = {}
    ties: dict[str, set[str]] = {}
    for tie in relations:
        if tie.type in OFFICES and tie.title and tie.subject in ids:
            titles.setdefault(ids[tie.subject], set()).add(tie.title)
        for here, there in ((tie.subject, tie.object), (tie.object, tie.subject)):
            if here in ids and keys.get(there):
                ties.setdefault(ids[here], set()).add(keys[there])
    return titles, ties
