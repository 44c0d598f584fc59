"""Who bears which name: bearers of names that stand near each other in, clusters and doubts out.

A bearer is all referents of one name between which nothing in their articles differs: 张伟 the lawyer and
张伟 without any office are two bearers of one name, until something joins them. The nodes that are joined
are bearers, names as such (``name:张伟``: the name wherever it stands) and known entities (``seed:…``).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from kg.match.clusters import Apart, Clusters, Join, Stage, cluster
from kg.match.compare import Evidence, Match, compare
from kg.match.heads import join_alike, speaks_against, words
from kg.match.known import Known
from kg.match.profile import Bearer
from kg.names import name_key
from kg.records import Verdict

NAME, SEED = "name:", "seed:"
PERSON, OTHER, UNTYPED = "person", "other", ""
# The annotator takes 艾德普 for a person once where it is a firm ten times: a stray reading, no namesake.
STRAY_MENTIONS, STRAY_SHARE = 2, 0.2


class Told(NamedTuple):
    """What somebody said of two nodes: one, two, or seen and left open."""

    left: str
    right: str
    verdict: Verdict
    reason: str


class Doubt(NamedTuple):
    """Two bearers that may be one or not."""

    left: str
    right: str
    match: Match


class Resolution(NamedTuple):
    """The clusters of all nodes, what kept some of them apart, and what remains unsure."""

    clusters: Clusters
    apart: list[Apart]
    doubts: list[Doubt]


def resolve(
    bearers: Iterable[Bearer],
    *,
    near: Mapping[tuple[str, str], int],
    together: Callable[[str, str], int],
    known: Known,
    told: Sequence[Told] = (),
) -> Resolution:
    """Join bearers of equal names, of known names, and of names that are near each other.

    ``near`` holds pairs of names' keys, and how often a text declares the two one; ``together`` says how
    many articles hold both, and is asked only where that may decide.
    """
    by_key: dict[str, list[Bearer]] = {}
    for bearer in sorted(bearers, key=lambda one: (-one.mentions, one.id)):
        by_key.setdefault(bearer.key, []).append(bearer)
    names, likes, doubts = Stage([], []), Stage([], []), list[Doubt]()
    for owner in sorted({known.owners[key] for key in by_key if key in known.owners}):
        names.joins.extend(_known_names(owner, known))
    judged = {node for one in told if one.verdict == "same" for node in one[:2]}
    for key in sorted(by_key):
        # 李总 is one person wherever it stands only if somebody says so
        crowd = [one for one in by_key[key] if NAME + key in judged or not one.is_alone]
        _one_name(key, crowd, known, names)
    for pair in sorted(near):
        for left, right in _free_pairs(by_key.get(pair[0], ()), by_key.get(pair[1], ())):
            match = compare(left.profile, right.profile, Evidence(declared=near[pair]))
            if match.verdict == "unsure":
                evidence = Evidence(together=together(*pair), declared=near[pair])
                match = compare(left.profile, right.profile, evidence)
            _note(left.id, right.id, match, likes, doubts)
    found = cluster((_by_people(told), names, Stage(likes.apart, [])))
    free = (bearer for crowd in by_key.values() for bearer in _free(crowd))
    apart = [*names.apart, *likes.apart, *join_alike(found, likes.joins, free)]
    return Resolution(found, apart, list(_open(doubts, found, told)))


def _known_names(owner: str, known: Known) -> Iterator[Join]:
    """All names of a known entity, borne or not, its own first: an alias split off leaves it there."""
    head = known.heads[owner]
    own = name_key(head.name)
    for key in (own, *sorted(known.keys[owner] - {own})):
        yield Join(SEED + owner, NAME + key, 1.0, f"a known name of {head.name}")


def _by_people(told: Iterable[Told]) -> Stage:
    apart = [Apart(one.left, one.right, one.reason) for one in told if one.verdict == "different"]
    return Stage(apart, [Join(one.left, one.right, 1.0, one.reason) for one in told if one.verdict == "same"])


def _open(doubts: Iterable[Doubt], found: Clusters, told: Iterable[Told]) -> Iterator[Doubt]:
    """The doubts between two clusters of which nobody has said anything."""
    settled = {frozenset((found.find(one.left), found.find(one.right))) for one in told}
    for doubt in doubts:
        sides = frozenset((found.find(doubt.left), found.find(doubt.right)))
        if len(sides) == 2 and sides not in settled:
            yield doubt


def entity_keys(bearers: Iterable[Bearer], clusters: Clusters, known: Known) -> dict[str, str]:
    """For each bearer's id the key of its entity: the known entity's, else the smallest bearer's id."""
    here = list(bearers)
    members: dict[str, list[str]] = {}
    for bearer in here:
        members.setdefault(clusters.find(bearer.id), []).append(bearer.id)
    seeds: dict[str, str] = {}
    for id_ in sorted({known.owners[one.key] for one in here if one.key in known.owners}):
        seeds.setdefault(clusters.find(SEED + id_), SEED + id_)
    return {id_: seeds.get(root) or min(ids) for root, ids in members.items() for id_ in ids}


def _one_name(key: str, bearers: Sequence[Bearer], known: Known, stage: Stage) -> None:
    """Bearers of one name are one but where something tells them apart; the most frequent ones go first."""
    name = NAME + key
    if owner := known.owners.get(key):
        _one_owner(owner, bearers, known, stage)
    stage.joins.extend(Join(name, bearer.id, 1.0, "the same name") for bearer in bearers)
    for left, right in combinations(bearers, 2):
        if difference := _difference(left, right):
            stage.apart.append(Apart(left.id, right.id, difference))
        elif left.profile.titles and right.profile.titles:
            stage.joins.append(Join(left.id, right.id, 0.99, "the same name, and no offices that clash"))


def _one_owner(owner: str, bearers: Sequence[Bearer], known: Known, stage: Stage) -> None:
    """A known entity's name is not its own where a person bears a firm's name, or a firm a person's."""
    head = known.heads[owner]
    for bearer in bearers:
        kinds = {kind_of(head.type), kind_of(bearer.profile.type)}
        if kinds == {PERSON, OTHER} and not _is_stray(bearer, bearers):
            stage.apart.append(Apart(SEED + owner, bearer.id, f"{head.name} is known as a {head.type}"))


def _difference(left: Bearer, right: Bearer) -> str:
    """What tells two bearers of one name apart, "" if nothing does."""
    kinds = {kind_of(left.profile.type), kind_of(right.profile.type)}
    if kinds == {PERSON, OTHER}:
        stray = _is_stray(left, (left, right)) or _is_stray(right, (left, right))
        return "" if stray else f"{left.profile.type} and {right.profile.type} of one name"
    if kinds == {PERSON}:
        match = compare(left.profile, right.profile)
        return words(match) if match.verdict == "different" else ""
    return ""


def _is_stray(bearer: Bearer, others: Sequence[Bearer]) -> bool:
    """Whether so little speaks for this bearer that its type is more likely misread."""
    most = max(one.mentions for one in others)
    return bearer.mentions <= STRAY_MENTIONS and bearer.mentions <= STRAY_SHARE * most


def _note(left: str, right: str, match: Match, stage: Stage, doubts: list[Doubt]) -> None:
    if match.verdict == "same":
        stage.joins.append(Join(left, right, match.score, words(match)))
    elif speaks_against(match):
        stage.apart.append(Apart(left, right, words(match)))
    elif match.verdict == "unsure":
        doubts.append(Doubt(left, right, match))


def _free_pairs(lefts: Sequence[Bearer], rights: Sequence[Bearer]) -> Iterator[tuple[Bearer, Bearer]]:
    """All pairs of bearers that may join another name."""
    for left in _free(lefts):
        for right in _free(rights):
            yield left, right


def _free(bearers: Sequence[Bearer]) -> list[Bearer]:
    """Not those that were judged, nor those alone, nor what is misread: 林晓岚 the firm."""
    kinds = {kind_of(bearers[0].profile.type), UNTYPED} if bearers else set()
    return [
        bearer
        for bearer in bearers
        if not (bearer.is_pinned or bearer.is_alone)
        and (kind_of(bearer.profile.type) in kinds or not _is_stray(bearer, bearers))
    ]


def kind_of(type_: str | None) -> str:
    """person, other, or "" for a name whose type nothing tells."""
    return UNTYPED if type_ is None else PERSON if type_ == PERSON else OTHER


def _words(match: Match) -> str:
    return "; ".join(reason.detail for reason in match.reasons)
