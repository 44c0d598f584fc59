"""News in which firms have names in several scripts, and two people are called 张伟."""

from kg.records import Article, Extraction
from kg.store import Store
from tests.factory import art, clm, men, rel
from tests.graph.world import put

SPOKEN_OF = ("智谱", "Zhipu AI", "英伟达", "Nvidia", "星图汽车")


def speech(name: str, record: int) -> tuple[Article, Extraction]:
    """林晓岚 says that a firm comes."""
    article = art(f"林晓岚说，{name}会参加论坛。", source="论坛.jsonl", record=record)
    lin, firm = men(article, "林晓岚", "person"), men(article, name, "company")
    claim = clm(article, lin, "说", f"{name}会参加论坛", about=(firm,))
    return article, Extraction(mentions=(lin, firm), claims=(claim,))


def office(title: str, firm: str, record: int) -> tuple[Article, Extraction]:
    """林晓岚 speaks of the 张伟 who holds this office."""
    article = art(f"{firm}{title}张伟到场。林晓岚说，张伟很忙。", source="张伟.jsonl", record=record)
    lin, zhang = men(article, "林晓岚", "person"), men(article, "张伟", "person")
    again, where = men(article, "张伟", "person", nth=1), men(article, firm, "organisation")
    claim = clm(article, lin, "说", "张伟很忙", about=(again,))
    tie = rel(article, "role_of", zhang, where, f"{firm}{title}张伟", title=title)
    return article, Extraction(mentions=(lin, zhang, again, where), claims=(claim,), relations=(tie,))


def build(store: Store) -> None:
    put(store, *(speech(name, record) for record, name in enumerate(SPOKEN_OF, start=1)))
    put(store, office("律师", "恒信律师事务所", 1))
    put(store, *(office("主教练", "海川足球队", record) for record in (2, 3)))
