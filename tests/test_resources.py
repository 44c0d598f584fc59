from pathlib import Path

import pytest

from kg import resources
from kg.errors import ConfigError


def test_the_vocabulary_is_found() -> None:
    assert (resources.schema_dir() / "relations.yaml").is_file()


def test_the_word_lists_are_found() -> None:
    assert (resources.seeds_dir() / "aliases.csv").is_file()


def test_the_model_lies_inside_the_package() -> None:
    assert resources.model_dir().relative_to(resources.PACKAGE) == Path("data/models/news")


def test_a_missing_folder_is_one_sentence() -> None:
    with pytest.raises(
        ConfigError, match=r"^The schema files that come with kg are missing \(schema/x\.yaml\)"
    ):
        resources._find("schema", holding="x.yaml")
