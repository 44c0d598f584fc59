"""Four short articles about a made-up firm: a report, an opinion, an undated leak, a reprint."""

from kg.records import Article, Extraction
from kg.store import Store
from tests.factory import TEXT, art, clm, ext, men, rel

REPORT = art()
OPINION = art(
    "王五认为，禾苗还要三年才能成熟。\n青禾科技由王五在2019年创办。",
    source="乙报/0502.txt",
    title="冷静看禾苗",
    outlet="乙报",
    published="2024-05-03",
)
LEAK = art(
    "知情人士称，“禾苗”将在年底前停售。",
    source="传闻.txt",
    title=None,
    outlet=None,
    published=None,
)
REPRINT = art("本报讯\n" + TEXT, source="丙报/0414.txt", outlet="丙报", published="2024-04-14")


def opinion() -> Extraction:
    wang, product = men(OPINION, "王五", "person"), men(OPINION, "禾苗", "product")
    firm, again = men(OPINION, "青禾科技", "company"), men(OPINION, "王五", "person", nth=1)
    claim = clm(OPINION, wang, "认为", "禾苗还要三年才能成熟", about=(product,), said_on="2024-05-02")
    tie = rel(OPINION, "founder", again, firm, "青禾科技由王五在2019年创办", date="2019")
    return Extraction(mentions=(wang, product, firm, again), claims=(claim,), relations=(tie,))


def leak() -> Extraction:
    source, product = men(LEAK, "知情人士", kind="unnamed"), men(LEAK, "禾苗", "product")
    claim = clm(LEAK, source, "称", "“禾苗”将在年底前停售", about=(product,), mode="direct", confidence=0.3)
    return Extraction(mentions=(source, product), claims=(claim,))


def put(store: Store, *news: tuple[Article, Extraction]) -> None:
    run = store.begin_run(model="test", model_hash="0", extractor=1, options="")
    for article, extraction in news:
        store.put(article, extraction, run=run)


def build(store: Store) -> None:
    put(store, (REPORT, ext(REPORT)), (OPINION, opinion()), (LEAK, leak()), (REPRINT, ext(REPRINT)))
