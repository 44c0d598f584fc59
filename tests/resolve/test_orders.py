"""Whatever is read, retracted, judged, taken back and imported, and when: the graph equals one built anew."""

from io import StringIO
from typing import NamedTuple

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.names import name_key
from kg.records import Article, Extraction, Verdict
from kg.resolve.exchange import export_judgements, import_judgements
from kg.resolve.names import judge, split, undo
from kg.store import Store
from kg.store.verify import verify
from tests.factory import art, clm, men, rel
from tests.resolve.namesakes import KNOWN, put

TEXTS = (
    ("海川律师事务所律师张伟说，青禾科技没有上市。", ("张伟", "海川律师事务所", "青禾科技"), "律师"),
    ("东山队主教练张伟很高兴，张教练称会赢球。", ("张伟", "东山队", "张教练"), "主教练"),
    ("青禾科技（以下简称“青禾”）与星图汽车合作。", ("青禾科技", "青禾", "星图汽车"), None),
    ("星图与青禾、青禾农业谈判，张伟到会。", ("张伟", "星图", "青禾", "青禾农业"), None),
    ("索恩说，阿尔玛·索恩就是张伟律师。", ("张伟", "索恩", "阿尔玛·索恩"), "律师"),
)
NAMES = sorted({name for _, names, _ in TEXTS for name in names} | {"Xingtu Auto"})
PEOPLE = ("张伟", "张教练", "索恩", "阿尔玛·索恩")
ARTICLES = [art(text, source=f"{number}.txt") for number, (text, _, _) in enumerate(TEXTS)]


def variant(number: int, nth: int) -> Extraction:
    """What four models find in an article: all, names alone, two of the names, all with wrong types."""
    article, (text, names, title) = ARTICLES[number], TEXTS[number]
    kept = names if nth != 2 else names[:2]
    types = {name: "company" if (name in PEOPLE) == (nth == 3) else "person" for name in names}
    found = [men(article, name, types[name]) for name in kept]
    if nth in (1, 2):
        return Extraction(mentions=tuple(found))
    said = text.rpartition("，")[2].rstrip("。")
    claims = (clm(article, found[0], None, said, about=(found[-1],)),)
    ties = (rel(article, "role_of", found[0], found[1], text, title=title),) if title else ()
    return Extraction(mentions=tuple(found), claims=claims, relations=ties)


class Read(NamedTuple):
    article: int
    variant: int


class Retract(NamedTuple):
    article: int


class Say(NamedTuple):
    """A verdict on two names, or on the entities that then stand at these places."""

    left: str | int
    right: str | int
    verdict: Verdict


class Split(NamedTuple):
    name: str | int
    article: int | None


class Undo(NamedTuple):
    """What was said of the names of one of the judgements so far, taken back."""

    nth: int


class Mark(NamedTuple):
    """A verdict on one of the records that are there or were judged."""

    nth: int
    verdict: Verdict


class Bring(NamedTuple):
    """The ledger of another database, that was made of these steps."""

    steps: "tuple[Step, ...]"


Step = Read | Retract | Say | Split | Undo | Mark | Bring

refs = st.one_of(st.sampled_from(NAMES), st.integers(0, 20))
numbers = st.integers(0, len(TEXTS) - 1)
verdicts: st.SearchStrategy[Verdict] = st.sampled_from(("same", "same", "different", "unsure"))
reads = st.builds(Read, numbers, st.integers(0, 3))
plain = st.one_of(
    reads,
    st.builds(Say, refs, refs, verdicts),
    st.builds(Split, refs, st.one_of(st.none(), numbers)),
    st.builds(Undo, st.integers(0, 10)),
    st.builds(Mark, st.integers(0, 40), verdicts),
    st.builds(Retract, numbers),
)
first = st.lists(reads, min_size=3, max_size=6)
elsewhere = st.builds(lambda read, later: Bring((*read, *later)), first, st.lists(plain, max_size=5))
histories = st.builds(
    lambda read, later: [*read, *later], first, st.lists(st.one_of(plain, plain, elsewhere), max_size=12)
)


def ref(store: Store, given: str | int) -> str:
    """The name, or the id of the entity at that place."""
    entities = [entity.id for entity in store.entities()]
    return given if isinstance(given, str) else entities[given % len(entities)] if entities else "张伟"


def mark(store: Store, step: Mark) -> None:
    there = sorted(store.ledger.judged())
    for article in store.articles():
        there += [one.id for it in (store.mentions, store.claims, store.relations) for one in it(article.id)]
    if there:
        store.ledger.judge(there[step.nth % len(there)], step.verdict, reason="", judge="编辑")


def take(store: Store, step: Step) -> None:
    """Take one step; what cannot be judged is refused in a sentence, and changes nothing."""
    if isinstance(step, Read):
        put(store, (ARTICLES[step.article], variant(step.article, step.variant)))
    elif isinstance(step, Retract):
        store.retract(ARTICLES[step.article].id)
    elif isinstance(step, Mark):
        mark(store, step)
    elif isinstance(step, Bring):
        with Store.open(":memory:", known=KNOWN) as other:
            for one in step.steps:
                take(other, one)
            import_judgements(store, StringIO(ledger(other)), source="ledger.csv")
    else:
        before = ledger(store)
        try:
            say(store, step)
        except QueryError:
            assert ledger(store) == before


def say(store: Store, step: Say | Split | Undo) -> None:
    if isinstance(step, Say):
        judge(store, ref(store, step.left), ref(store, step.right), step.verdict, by="编辑")
    elif isinstance(step, Split):
        article = None if step.article is None else ARTICLES[step.article].source
        split(store, ref(store, step.name), article=article, by="编辑")
    elif judgements := store.names.judgements():
        names, judgement = store.names.judged(), judgements[step.nth % len(judgements)]
        undo(store, names[judgement.left].name, names[judgement.right].name, by="编辑")


def ledger(store: Store) -> str:
    stream = StringIO(newline="")
    export_judgements(store, stream)
    return stream.getvalue()


def view(store: Store) -> object:
    """All that is computed: entities, what finds them, whose each mention is, and what counts."""
    found = {name: [entity.id for entity in store.entities_named(name_key(name))] for name in NAMES}
    records = [
        (article.id, store.entities_in(article.id), store.claims(article.id), store.relations(article.id))
        for article in store.articles()
    ]
    return list(store.entities()), found, records


def extractions(store: Store, steps: list[Step]) -> list[tuple[Article, Extraction]]:
    """The articles that are there, as they were read last."""
    last = {step.article: variant(*step) for step in steps if isinstance(step, Read)}
    there = {article.id for article in store.articles()}
    return [(ARTICLES[number], found) for number, found in last.items() if ARTICLES[number].id in there]


# the entity of 青禾, 张教练 and 青禾科技 falls apart when the article that names 青禾 goes
FALLING_APART = [
    *(Read(article, 0) for article in (0, 1, 3)),
    Say("张教练", "青禾", "same"),
    Retract(3),
]


@settings(max_examples=60)
@given(histories)
@example(FALLING_APART)
def test_every_order_leaves_the_graph_of_a_rebuild(steps: list[Step]) -> None:
    with Store.open(":memory:", known=KNOWN) as store:
        for step in steps:
            take(store, step)
        kept = view(store)
        assert list(verify(store)) == []
        store.rebuild_entities()
        assert view(store) == kept


@settings(max_examples=60)
@given(histories)
def test_every_order_leaves_the_graph_of_a_fresh_database_with_the_ledger(steps: list[Step]) -> None:
    with (
        Store.open(":memory:", known=KNOWN) as store,
        Store.open(":memory:", known=KNOWN) as before,
        Store.open(":memory:", known=KNOWN) as after,
    ):
        for step in steps:
            take(store, step)
        articles, said = extractions(store, steps), ledger(store)
        import_judgements(before, StringIO(said), source="ledger.csv")
        put(before, *reversed(articles))
        put(after, *articles)
        import_judgements(after, StringIO(said), source="ledger.csv")
        assert view(before) == view(after) == view(store)
        assert ledger(before) == ledger(after) == said
        found = import_judgements(after, StringIO(said), source="ledger.csv")
        assert (found.new, ledger(after)) == (0, said)
