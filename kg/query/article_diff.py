"""What one article says in two databases: its claims and ties, matched by their ids and words."""

from collections.abc import Callable, Hashable, Iterator

from msgspec import Struct

from kg.graph.article_edges import article_edges
from kg.graph.filters import KEEP_ALL
from kg.graph.stream import Selection
from kg.query.changes import ArticleChange, Change, ClaimChange, Facts, TieChange, What, changed_fields
from kg.query.desk import Desk
from kg.query.facts import article_facts, claim_facts, tie_facts
from kg.records import Article, Claim, Relation

# what makes it the same claim or tie where an edited text has moved it
WORDS = ("content", "cue", "speaker", "type", "subject", "object", "evidence")


class Told(Struct, frozen=True):
    """A claim or a tie with what is compared of it."""

    record: Claim | Relation
    facts: Facts

    @property
    def words(self) -> tuple[object, ...]:
        """What it says, wherever it stands."""
        return tuple(self.facts.get(name) for name in WORDS)


Pair = tuple[Told | None, Told | None]


class Side:
    """One of the two databases: what passes its filters, and how that looks in a row."""

    def __init__(self, selection: Selection) -> None:
        self.selection, self.store = selection, selection.store
        self.desk = Desk(selection.store, KEEP_ALL)

    def told(self, article: Article | None) -> list[Told] | None:
        """The claims and ties of an article that pass; None if it is not there, or nothing of it passes."""
        if article is None:
            return None
        edges = list(article_edges(self.store, article, self.selection.keep))
        if not edges and self.selection.filters != KEEP_ALL:
            return None
        passing = {id_ for edge in edges for id_ in (edge.source, edge.target, edge.id)}
        mentions = {mention.id: mention for mention in self.store.mentions(article.id)}
        claims = [one for one in self.store.claims(article.id) if one.id in passing]
        ties = [one for one in self.store.relations(article.id) if f"relation:{one.id}" in passing]
        return [
            *(Told(claim, claim_facts(claim, article, mentions)) for claim in claims),
            *(Told(tie, tie_facts(tie, article, mentions)) for tie in ties),
        ]

    def change(self, what: What, told: Told, *, was: Told | None = None) -> Iterator[Change]:
        """The change of a claim or tie, with its row."""
        fields = changed_fields(was.facts, told.facts) if was else ()
        if isinstance(told.record, Claim):
            yield ClaimChange(change=what, claim=self.desk.said_row(told.record), fields=fields)
        elif row := self.desk.relation_row(told.record):
            yield TieChange(change=what, tie=row, fields=fields)

    def article_change(self, what: What, article: Article, *, was: Article | None = None) -> ArticleChange:
        """The change of the article itself, with its row."""
        fields = changed_fields(article_facts(was), article_facts(article)) if was else ()
        row = self.desk.article_row(article, len(self.store.mentions(article.id)))
        return ArticleChange(change=what, article=row, fields=fields)


def article_changes(old: Side, new: Side, before: Article | None, after: Article | None) -> Iterator[Change]:
    """The article if it differs, then its claims and ties: as they are now, then those that are gone."""
    left, right = old.told(before), new.told(after)
    if before and after and left is not None and right is not None:
        if article_facts(before) != article_facts(after):
            yield new.article_change("changed", after, was=before)
    elif after and right is not None:
        yield new.article_change("new", after)
    elif before and left is not None:
        yield old.article_change("gone", before)
    for was, is_ in matched(left or [], right or []):
        if is_ is None:
            yield from old.change("gone", was) if was else ()
        elif was is None:
            yield from new.change("new", is_)
        elif was.facts != is_.facts:
            yield from new.change("changed", is_, was=was)


def matched(left: list[Told], right: list[Told]) -> Iterator[Pair]:
    """Each of ``right`` with what it was: of the same id and words, else the same words, else the same id.

    Then those of ``left`` that are left over.
    """
    found: dict[int, Told] = {}
    rest = left
    for key in (lambda one: (one.record.id, one.words), lambda one: one.words, lambda one: one.record.id):
        rest = _match(rest, right, key, found)
    yield from ((found.get(number), told) for number, told in enumerate(right))
    yield from ((told, None) for told in rest)


def _match(
    left: list[Told], right: list[Told], key: Callable[[Told], Hashable], found: dict[int, Told]
) -> list[Told]:
    """Put into ``found`` what each of ``right`` was that has none yet; what is left over of ``left``."""
    open_: dict[Hashable, list[int]] = {}
    for number, told in enumerate(right):
        if number not in found:
            open_.setdefault(key(told), []).append(number)
    rest = []
    for told in left:
        if numbers := open_.get(key(told)):
            found[numbers.pop(0)] = told
        else:
            rest.append(told)
    return rest
