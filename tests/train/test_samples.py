"""Gold articles as windows whose labels say what the article's marks say."""

import json
from pathlib import Path
from typing import Any

from kg.annotate.labels import BEGIN_CONTENT, BEGIN_SPEAKER, name_type
from kg.annotate.viterbi import runs
from kg.train.samples import article_windows, write_windows

TEXT = "青禾科技的林晓岚表示，产量会翻番。\n*她还说，OpenX9要停产。"


def gold() -> dict[str, Any]:
    def span(word: str) -> list[int]:
        return [TEXT.index(word), TEXT.index(word) + len(word)]

    def claim(speaker: str, cue: str, content: str) -> dict[str, Any]:
        return {
            "speaker": span(speaker),
            "cue": span(cue),
            "content": [span(content)],
            "canonical": "林晓岚",
            "canonical_alt": [],
        }

    types = {"青禾科技": "company", "林晓岚": "person", "OpenX9": "product"}
    return {
        "id": "a",
        "text": TEXT,
        "entities": [{"span": span(word), "type": type_} for word, type_ in types.items()],
        "claims": [claim("林晓岚", "表示", "产量会翻番"), claim("她", "说", "OpenX9要停产")],
    }


def words(window: dict[str, Any], row: list[int], begin: int) -> list[str]:
    return ["".join(window["token"][s:e]) for s, e, label in runs(row) if label == begin]


def test_names() -> None:
    (window,) = article_windows(gold())
    found = {"".join(window["token"][s:e]): name_type(b) for s, e, b in runs(window["name_id"])}
    assert found == {"青禾科技": "company", "林晓岚": "person", "OpenX9": "product"}


def test_roles_of_each_cue() -> None:
    (window,) = article_windows(gold())
    assert [words(window, row, BEGIN_SPEAKER) for row in window["roles"]] == [["林晓岚"], ["她"]]
    assert [words(window, row, BEGIN_CONTENT) for row in window["roles"]] == [
        ["产量会翻番"],
        ["OpenX9要停产"],
    ]


def test_the_source_of_a_pronoun_is_the_full_name() -> None:
    (window,) = article_windows(gold())
    marked = "".join(t for t, mark in zip(window["token"], window["source"][1], strict=True) if mark == 1)
    assert marked == "林晓岚"


def test_left_out_forms_move_no_label() -> None:
    (window,) = article_windows(gold(), without={"*", "§"})
    assert "§" not in window["token"]
    assert "*" not in window["token"]
    assert [words(window, row, BEGIN_SPEAKER) for row in window["roles"]] == [["林晓岚"], ["她"]]


def test_every_article_is_cut_twice(tmp_path: Path) -> None:
    assert write_windows([gold()], tmp_path / "w.jsonl") == 2
    assert all(json.loads(line)["token"] for line in (tmp_path / "w.jsonl").read_text().splitlines())
