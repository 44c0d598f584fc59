from pathlib import Path

import pytest

from kg import seeds
from kg.errors import ConfigError
from kg.schema import schema
from kg.seeds import Alias, Cue, check_aliases, read_seeds


def read(path: Path, text: str) -> tuple[Cue, ...]:
    path.write_text(text, encoding="utf-8", newline="")
    return read_seeds(path, Cue, key=lambda row: row.word)


def test_rows_are_typed(tmp_path: Path) -> None:
    assert read(tmp_path / "cues.csv", "word,kind\n称,say\n认为,think\n") == (
        Cue("称", "say"),
        Cue("认为", "think"),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", ":1: the header is not word,kind."),
        ("word\n称\n", ":1: the header is not word,kind."),
        ("word,kind\n称,say\n称,think\n", ":3: 称,think repeats line 2."),
        ("word,kind\n称,say\n认为,think\n表示,say\n", ":4: 表示,say is out of order; sort by code point."),
        ("word,kind\n称\n", ":2: not 2 trimmed, filled cells."),
        ("word,kind\n称,\n", ":2: not 2 trimmed, filled cells."),
        ("word,kind\n称, say\n", ":2: not 2 trimmed, filled cells."),
        ("word,kind\n称,say\n\n", ":3: not 2 trimmed, filled cells."),
        ('word,kind\n称,"say\n', ": cannot be read: "),
    ],
)
def test_a_fault_names_file_and_line(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "cues.csv"
    with pytest.raises(ConfigError) as caught:
        read(path, text)
    assert str(caught.value).startswith(f"{path}{sentence}")


def test_a_missing_list_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"cues\.csv: cannot be read"):
        read_seeds(tmp_path / "cues.csv", Cue, key=lambda row: row.word)


def test_bytes_that_are_no_utf_8_are_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "cues.csv").write_bytes("word,kind\n称,say\n".encode("gb18030"))
    with pytest.raises(ConfigError, match=r"cues\.csv: cannot be read"):
        read_seeds(tmp_path / "cues.csv", Cue, key=lambda row: row.word)


def test_one_form_belongs_to_one_entity() -> None:
    rows = (Alias("qinghe", "company", "青禾科技", "青禾"), Alias("qh", "company", "青禾农业", "「青禾」"))
    with pytest.raises(ConfigError, match=r"a\.csv: 「青禾」 belongs to both qinghe and qh"):
        check_aliases(rows, path=Path("a.csv"))


def test_one_entity_has_one_name() -> None:
    rows = (Alias("qinghe", "company", "青禾科技", "青禾"), Alias("qinghe", "company", "青禾", "青禾公司"))
    with pytest.raises(ConfigError, match=r"a\.csv: qinghe has two names or types: 青禾科技, 青禾"):
        check_aliases(rows, path=Path("a.csv"))


def test_our_lists_are_sound() -> None:
    assert {Cue("表示", "say")} <= set(seeds.cues())
    assert "首席执行官" in {row.zh for row in seeds.titles()}
    assert "有限公司" in seeds.legal_forms()
    assert "他" in {row.word for row in seeds.pronouns()}


def test_our_aliases_have_types_with_nodes() -> None:
    assert {schema().node_label(row.type) for row in seeds.aliases()} == {"Company", "Person", "Product"}
