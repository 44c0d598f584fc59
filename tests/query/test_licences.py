import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from kg.query import licences as query
from kg.query.licences import ModelUse, licences, own_licence, stated
from kg.store import Store
from tests.factory import art, ext

OURS = "0123456789abcdef"
FREE = ("MIT", "Apache-2.0", "CC BY-SA 4.0")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "kg.db", known=()) as opened:
        yield opened


def read_by(store: Store, reader: str, hash_: str, *records: int, **options: str) -> None:
    """Articles that a model read."""
    run = store.begin_run(
        model=reader, model_hash=hash_, extractor=1, options=json.dumps(options) if options else ""
    )
    for record in records:
        article = art(record=record)
        store.put(article, ext(article), run=run)


def models(store: Store) -> list[ModelUse]:
    return list(licences(store, ours=OURS).models)


def test_our_model_comes_with_all_that_it_learned_from(store: Store) -> None:
    read_by(store, "news", OURS, 1, 2)
    result = licences(store, ours=OURS)
    (model,) = result.models
    assert (model.name, model.hash, model.articles, model.is_ours) == ("news", OURS, 2, True)
    assert result.parts == stated().parts


def test_of_another_model_nothing_is_known(store: Store) -> None:
    read_by(store, "news", "fedcba9876543210", 1)
    result = licences(store, ours=OURS)
    (model,) = result.models
    assert (model.is_ours, model.licence, model.note) == (False, None, query.UNKNOWN)
    assert {part.role for part in result.parts} == {"seeds", "software"}


def test_a_pipeline_that_lends_its_names_states_its_own_licence(store: Store, tmp_path: Path) -> None:
    pipeline = tmp_path / "人名"
    pipeline.mkdir()
    (pipeline / "meta.json").write_text('{"lang": "zh", "license": "CC BY-SA 4.0"}', encoding="utf-8")
    read_by(store, "news+人名", f"{OURS}+aaaa", 1, model=str(pipeline))
    assert [(use.name, use.is_ours, use.licence) for use in models(store)] == [
        ("news", True, stated().model.licence),
        ("人名", False, "CC BY-SA 4.0"),
    ]


def test_a_users_list_of_names_is_told(store: Store) -> None:
    read_by(store, "news", f"{OURS}+bbbb", 1, names="名单 一.csv bbbb")
    ours, names = models(store)
    assert (ours.hash, names.name, names.hash, names.note) == (OURS, "名单 一.csv", "bbbb", query.USERS)


def test_the_runs_of_one_model_are_counted_together(store: Store) -> None:
    read_by(store, "news", OURS, 1, 2)
    read_by(store, "news", OURS, 3, outlet="甲报")
    read_by(store, "news", "fedcba9876543210", 4)
    assert [use.articles for use in models(store)] == [3, 1]


def test_a_database_that_nobody_read_into_has_no_models(store: Store) -> None:
    assert models(store) == []


@pytest.mark.parametrize(
    ("file", "text", "licence"),
    [
        ("meta.json", '{"license": "MIT"}', "MIT"),
        ("config.json", '{"licence": "Apache-2.0"}', "Apache-2.0"),
        ("meta.json", '{"license": ""}', None),
        ("meta.json", '["MIT"]', None),
        ("meta.json", "MIT", None),
        ("README.md", "MIT", None),
    ],
)
def test_the_field_of_a_model_folder(tmp_path: Path, file: str, text: str, licence: str | None) -> None:
    (tmp_path / file).write_text(text, encoding="utf-8")
    assert own_licence(str(tmp_path)) == licence


@pytest.mark.parametrize("model", ["没有", "MSRA_NER_ELECTRA_SMALL_ZH", "a.b", ""])
def test_a_model_that_lies_nowhere_states_nothing(model: str) -> None:
    assert own_licence(model) is None


def test_every_training_set_states_its_terms() -> None:
    parts = stated().parts
    assert len({part.name for part in parts}) == len(parts)
    assert {part.role for part in parts} == {"encoder", "training", "seeds", "software"}
    for part in parts:
        assert part.free == (part.licence in FREE), part.name
        assert part.note.endswith("."), part.name


def test_the_result_is_plain_data(store: Store) -> None:
    read_by(store, "news", OURS, 1)
    result = licences(store, ours=OURS)
    assert msgspec.json.decode(msgspec.json.encode(result), type=query.LicencesResult) == result
