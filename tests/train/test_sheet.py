"""Gold rows as sheets: everything refers to names by their place."""

from typing import Any

from kg.annotate.labels import CONTENT, SPEAKER, TIE_LABELS, TIE_TYPES
from kg.train.sheet import SheetName, sheet, tie_label

TEXT = "青禾科技首席执行官林晓岚否认，禾苗会停产。林晓岚还说，青禾科技与麦田集团合作。"


def span(word: str, nth: int = 0) -> list[int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(word, start + 1)
    return [start, start + len(word)]


def claim(cue: str | None, **fields: Any) -> dict[str, Any]:
    values = {
        "cue": span(cue) if cue else None,
        "speaker": None,
        "content": [span("禾苗会停产")],
        "canonical": "",
        "canonical_alt": [],
        "about": [],
        "about_implicit": [],
        "negated": False,
        "hedged": False,
    }
    return values | fields


def gold(*claims: dict[str, Any], relations: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    names = [
        (span("林晓岚", 1), "person"),  # in any order
        (span("青禾科技"), "company"),
        (span("首席执行官"), "position"),
        (span("林晓岚"), "person"),
        (span("禾苗"), "product"),
        (span("青禾科技", 1), "company"),
        (span("麦田集团"), "company"),
    ]
    entities = [{"span": place, "type": type_} for place, type_ in names]
    return {
        "id": "a",
        "text": TEXT,
        "entities": entities,
        "claims": list(claims),
        "relations": list(relations),
    }


def words(names: tuple[SheetName, ...]) -> list[str]:
    return [TEXT[name.start : name.end] for name in names]


def relation(type_: str, subject: list[int], object_: list[int]) -> dict[str, Any]:
    return {"type": type_, "subject": subject, "object": object_, "title": None}


def test_names_come_in_reading_order() -> None:
    assert words(sheet(gold()).names) == [
        "青禾科技", "首席执行官", "林晓岚", "禾苗", "林晓岚", "青禾科技", "麦田集团",
    ]  # fmt: skip


def test_a_claim_refers_to_every_place_of_a_name() -> None:
    row = gold(claim("否认", canonical="林晓岚", about=["禾苗"], about_implicit=["青禾科技"]))
    (found,) = sheet(row).claims
    assert found.sources == (2, 4)
    assert found.about == (3,)
    assert found.implicit == (0, 5)


def test_other_right_names_of_the_source_count_too() -> None:
    (found,) = sheet(gold(claim("否认", canonical="小林", canonical_alt=["林晓岚"]))).claims
    assert found.sources == (2, 4)
    (found,) = sheet(gold(claim("否认", canonical="小林"))).claims
    assert found.sources == ()


def test_roles_and_polarity() -> None:
    row = gold(
        claim("否认", speaker=span("林晓岚"), negated=True),
        claim("还说", content=[[0, 4], [5, 9]], hedged=True),
    )
    first, second = sheet(row).claims
    assert first.roles == ((*span("禾苗会停产"), CONTENT), (*span("林晓岚"), SPEAKER))
    assert second.roles == ((0, 4, CONTENT), (5, 9, CONTENT))
    assert (first.negated, first.hedged) == (True, False)
    assert (second.negated, second.hedged) == (False, True)


def test_a_claim_without_a_cue_is_left_out() -> None:
    assert [found.cue for found in sheet(gold(claim(None), claim("还说"))).claims] == [tuple(span("还说"))]


def test_ties_know_their_direction() -> None:
    role = relation("role-of", span("林晓岚"), span("青禾科技"))
    together = relation("cooperates_with", span("麦田集团"), span("青禾科技", 1))
    assert sheet(gold(relations=(role, together))).ties == (
        (0, 2, tie_label("role_of", left_is_subject=False)),
        (5, 6, tie_label("cooperates_with", left_is_subject=False)),
    )


def test_the_same_names_elsewhere_are_unsure() -> None:
    role = relation("role-of", span("林晓岚"), span("青禾科技"))
    assert sheet(gold(relations=(role,))).unsure == ((0, 4), (2, 5), (4, 5))


def test_a_relation_of_something_else_than_names_is_left_out() -> None:
    for subject in (span("青禾"), span("禾苗")):
        assert sheet(gold(relations=(relation("acquires", subject, span("禾苗")),))).ties == ()


def test_a_row_without_relations() -> None:
    row = gold()
    del row["relations"]
    assert sheet(row).ties == ()
    assert sheet(row).is_read


def test_every_tie_has_a_label_in_each_order() -> None:
    labels = [tie_label(type_, left_is_subject=left) for type_ in TIE_TYPES for left in (True, False)]
    assert labels == list(range(TIE_LABELS))


def test_a_row_of_which_little_is_known() -> None:
    found = sheet({"text": TEXT, "claims": [{"cue": span("否认"), "content": []}]})
    assert (found.names, found.ties) == ((), ())
    assert [(claim.roles, claim.sources, claim.negated) for claim in found.claims] == [((), (), False)]
