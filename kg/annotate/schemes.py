"""Which of our types a label of another scheme stands for; what stands for none is left out.

docs/swap-in.md shows the same table.
"""

from collections.abc import Iterator, Mapping

from kg.schema import UNNAMED, UNTYPED, EntityType, schema

# OntoNotes, MSRA, PKU, People's Daily, CLUENER, Weibo, Resume, LAC and BosonNLP, and how Chinese projects
# usually call them. Upper case: schemes write nr and NR, person_name and PERSON_NAME.
LABELS: Mapping[str, tuple[str, ...]] = {
    "person": ("PERSON", "PER", "PER.NAM", "PERSON_NAME", "NR", "NAME", "人名", "人物名", "人物名称"),
    "company": ("COMPANY", "COMPANY_NAME", "CORP", "公司名", "公司名称", "企业", "企业名称"),
    "organisation": (
        "ORG", "ORG.NAM", "ORG_NAME", "ORGANIZATION", "ORGANISATION", "NT", "NORP",
        "机构名", "机构名称", "组织", "组织名", "组织机构", "组织机构名",
    ),
    "government": ("GOVERNMENT", "GOV", "政府", "政府机关"),
    "media": ("MEDIA", "媒体名", "媒体名称"),
    "product": ("PRODUCT", "PRODUCT_NAME", "BRAND", "GAME", "产品名", "产品名称", "品牌", "游戏"),
    "work": ("WORK_OF_ART", "WORK", "BOOK", "MOVIE", "LAW", "NW", "作品名", "作品名称", "书名", "电影"),
    "place": (
        "GPE", "GPE.NAM", "LOC", "LOC.NAM", "LOCATION", "NS", "FAC", "FACILITY", "ADDRESS", "SCENE",
        "地名", "地址", "景点",
    ),
    "position": ("TITLE", "POSITION", "JOB_TITLE", "职务", "职称", "头衔"),
    "event": ("EVENT", "事件名", "事件名称"),
}  # fmt: skip

_TYPES = {label: type_ for type_, labels in LABELS.items() for label in labels}


def type_of(label: str) -> str | None:
    """Our type for a label, whatever its case: our own word for one, else by the table; None if left out."""
    type_ = known_type(label) or _TYPES.get(label.strip().upper())
    return None if type_ == UNTYPED else type_  # 其他 says nothing


def known_type(word: str) -> str | None:
    """The type that is so called in the vocabulary, in either language (person, Person, 人物); else None."""
    wanted = word.strip().casefold()
    for row in _nameable():
        if wanted in (row.name, row.label_en.casefold(), row.label_zh):
            return row.name
    return None


def known_words() -> str:
    """The types that a name may have, for a sentence."""
    return ", ".join(f"{row.name} {row.label_zh}" for row in _nameable())


def _nameable() -> Iterator[EntityType]:
    return (row for row in schema().entities.values() if row.name != UNNAMED)
