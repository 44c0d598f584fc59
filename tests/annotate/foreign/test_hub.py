"""HanLP's hub: known by name, and one sentence when it cannot be reached."""

from pathlib import Path

import hanlp
import pytest

from kg.annotate.foreign.hub import fetched, is_hub_name
from kg.errors import ModelError

NAME = "MSRA_NER_ELECTRA_SMALL_ZH"


def test_names_of_the_hub() -> None:
    assert is_hub_name(NAME)
    assert not is_hub_name("zh_core_web_sm")


def test_no_network_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    # a port of this machine at which nobody listens
    monkeypatch.setitem(hanlp.pretrained.ALL, NAME, "http://127.0.0.1:9/ner/nobody_20220215.zip")
    with pytest.raises(ModelError, match=rf"^{NAME}: HanLP's hub has it but cannot be reached \(.+\)\.$"):
        fetched(NAME)


def test_what_was_downloaded_needs_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "ner" / Path(hanlp.pretrained.ALL[NAME]).stem
    folder.mkdir(parents=True)
    monkeypatch.setenv("HANLP_HOME", str(tmp_path))
    assert fetched(NAME) == folder
