"""News with everything that a server could lose: split words, who passed them on, asserted ties."""

from kg.records import Article, Extraction
from kg.resolve import ledger, names
from kg.store import Store
from tests.factory import art, clm, men, rel
from tests.graph import world
from tests.query import who

News = tuple[Article, Extraction]


def split_round_its_cue() -> News:
    article = art(
        "据晨星社消息，“青禾科技 … 会改名”，周见山说，“ＡＩ部门也会”。星图汽车没有评论。",
        source="晨报/0601.txt",
        outlet="晨报",
        published="2024-06",
    )
    agency, zhou = men(article, "晨星社", "media"), men(article, "周见山", "person")
    firm, silent = men(article, "青禾科技", "company"), men(article, "星图汽车", "company")
    claim = clm(
        article,
        zhou,
        "说",
        "青禾科技 … 会改名",
        "ＡＩ部门也会",
        mode="direct",
        about=(firm,),
        about_implicit=(silent, agency),
        via=(agency,),
    )
    return article, Extraction(mentions=(agency, zhou, firm, silent), claims=(claim,))


def a_tie_that_somebody_asserts() -> News:
    article = art(
        "林晓岚透露，周见山曾经创办星图汽车，对方董事长否认，称它由集体创办。",
        source="晨报/0602.txt",
        outlet="晨报",
        published="2024-06-02",
        url="https://chenbao.example/0602",
    )
    lin, zhou = men(article, "林晓岚", "person"), men(article, "周见山", "person")
    firm, chair = men(article, "星图汽车", "company"), men(article, "董事长", "position")
    it = men(article, "它", kind="pronoun", antecedent=firm)
    group = men(article, "集体", "position")
    claim = clm(article, lin, "透露", "周见山曾经创办星图汽车", about=(zhou, firm), said_on="2024-05-30")
    denial = clm(article, chair, "称", "它由集体创办", about=(it,), negated=True)
    tie = rel(
        article, "founder", zhou, firm, "周见山曾经创办星图汽车", claim=claim, status="former", date="2016"
    )
    loose = rel(article, "founder", group, it, "它由集体创办", claim=denial)
    mentions = (lin, zhou, firm, chair, it, group)
    return article, Extraction(mentions=mentions, claims=(claim, denial), relations=(tie, loose))


def rejected() -> News:
    article = art("王五说，星图汽车会破产。", source="丁报/0603.txt", outlet="丁报", published="2024-06-03")
    wang, firm = men(article, "王五", "person"), men(article, "星图汽车", "company")
    claim = clm(article, wang, "说", "星图汽车会破产", about=(firm,))
    return article, Extraction(mentions=(wang, firm), claims=(claim,))


SPLIT, ASSERTED, REJECTED = split_round_its_cue(), a_tie_that_somebody_asserts(), rejected()


def build(store: Store) -> None:
    """All of it, with a merge, a split and a rejected claim."""
    world.build(store)
    who.build(store)
    world.put(store, SPLIT, ASSERTED, REJECTED)
    ledger.reject(store, REJECTED[1].claims[0].id)
    names.merge(store, "禾苗", "恒信律师事务所")  # nonsense, but somebody's judgement
    names.split(store, "智谱")
