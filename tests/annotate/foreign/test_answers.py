"""What HanLP answers, in characters."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from kg.annotate.foreign.answers import entities, labels, on_characters, on_words
from kg.annotate.foreign.component import Labelled


def component(**vocabularies: Sequence[str]) -> Any:
    vocabs = {name: SimpleNamespace(idx_to_token=list(found)) for name, found in vocabularies.items()}
    return SimpleNamespace(vocabs=vocabs)


def test_labels_without_their_parts() -> None:
    assert labels(component(tag=["O", "B-PER", "M-PER", "E-PER", "S-LOC"])) == ["LOC", "PER"]
    assert labels(component(label=["", "PERSON"])) == ["PERSON"]
    assert labels(component(tag=["NN", "VV"])) == []  # parts of speech are no spans
    assert labels(component()) == []


def test_tags_and_names() -> None:
    assert entities(["B-PER", "I-PER", "O", "S-LOC"]) == [Labelled(0, 2, "PER"), Labelled(3, 4, "LOC")]
    assert entities([("张三", "PER", 0, 2)]) == [Labelled(0, 2, "PER")]
    assert entities([]) == []


def test_characters_without_blanks() -> None:
    asked: list[list[str]] = []

    def ask(tokens: Sequence[Sequence[str]]) -> list[list[Labelled]]:
        asked.extend([list(sentence) for sentence in tokens])
        return [[Labelled(0, 2, "PER")] for _ in tokens]

    find = on_characters(ask)
    assert find([" 张　三说", "\u200b", "李四"]) == [[Labelled(1, 4, "PER")], [], [Labelled(0, 2, "PER")]]
    assert asked == [["张", "三", "说"], ["李", "四"]]
    assert find(["\u200b"]) == [[]]


def test_words_are_found_again_in_their_sentence() -> None:
    answer = {
        "tok/fine": [["张三", "在", "北京", "…", "李四"]],
        "ner": [[("张三", "PER", 0, 1), ("北京", "LOC", 2, 3), ("…", "ORG", 3, 4), ("李四", "PER", 4, 5)]],
    }
    find = on_words(lambda sentences: answer, task="ner")
    assert find(["张三 在北京... 李四"]) == [
        [Labelled(0, 2, "PER"), Labelled(4, 6, "LOC"), Labelled(10, 12, "PER")]
    ]
