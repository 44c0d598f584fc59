"""Public sets as training files."""

import json
from pathlib import Path

import pytest

from kg.annotate.labels import SYMMETRIC, TIE_TYPES
from kg.annotate.tokens import Places, token_spans
from kg.train.auxiliary import (
    FEWFC_TIES,
    FINRE_TIES,
    LONGEST,
    NO_TIE,
    bio,
    pair_sample,
    tie_sheets,
    write_pairs,
    write_tagged,
)
from kg.train.sets import Pair, Tagged
from kg.train.sheet import Sheet, tie_label
from tests.train.small_sets import lines

BACK = {"收购": "被收购", "拟收购": "被拟收购", "拥有": "被拥有", "入股": "被入股", "持股": "被持股"}


def tagged(text: str, *words: tuple[str, str]) -> Tagged:
    spans = [(text.index(word), text.index(word) + len(word), label) for word, label in words]
    return Tagged(text, tuple(sorted(spans)))


def tags(row: Tagged) -> list[str]:
    spans = token_spans(row.text)
    return bio(row, Places(spans), len(spans))


def sheets(folder: Path, *rows: str) -> list[Sheet]:
    """The ties that FinRE's lines tell, with no event beside."""
    lines(folder / "finre" / "train.txt.xz", rows)
    for name in ("train_base", "train_trans"):
        lines(folder / "fewfc" / f"{name}.json.xz", ())
    return list(tie_sheets(folder))


def test_a_run_of_letters_is_one_token() -> None:
    row = tagged("用OpenX9的林晓岚", ("OpenX9", "product"), ("林晓岚", "person"))
    assert tags(row) == ["O", "B-product", "I-product", "O", "B-person", "I-person", "I-person"]


def test_of_two_names_in_one_token_the_first_stays() -> None:
    assert tags(Tagged("用ABCD", ((1, 3, "ORG"), (3, 5, "LOC")))) == ["O", "B-ORG"]


def test_a_file_of_tags(tmp_path: Path) -> None:
    rows = [tagged("海川“大”", ("海川", "LOC")), Tagged("", ()), Tagged("长" * (LONGEST + 1), ())]
    assert write_tagged(rows, tmp_path / "uner") == 1  # nothing to read, and too much
    assert (tmp_path / "uner").read_text(encoding="utf-8") == "海\tB-LOC\n川\tI-LOC\n「\tO\n大\tO\n」\tO\n\n"


def test_a_pair_as_tokens() -> None:
    pair = Pair("青禾科技收购ABC。", "青禾科技", "ABC", "收购")
    assert pair_sample(pair, ["合作", "收购"]) == {
        "token": ["青", "禾", "科", "技", "收", "购", "ABC", "。"],
        "ends": [0, 3, 6, 6],
        "relation": 1,
    }


@pytest.mark.parametrize(
    "pair", [Pair("青禾科技上市。", "青禾科技", "麦田集团", "合作"), Pair("长" * 301, "长", "长", "合作")]
)
def test_a_pair_that_cannot_be_read_is_left_out(pair: Pair, tmp_path: Path) -> None:
    assert pair_sample(pair, ["合作"]) is None
    assert write_pairs([pair], ["合作"], tmp_path / "finre") == 0


def test_a_file_of_pairs(tmp_path: Path) -> None:
    assert write_pairs([Pair("甲与乙合作。", "甲", "乙", "合作")], ["合作"], tmp_path / "finre") == 1
    assert json.loads((tmp_path / "finre").read_text(encoding="utf-8"))["ends"] == [0, 0, 2, 2]


@pytest.mark.parametrize(("one", "other"), BACK.items())
def test_both_orders_of_a_pair_tell_the_same_tie(one: str, other: str, tmp_path: Path) -> None:
    text = "青禾科技与麦田集团谈妥。"
    (first,) = sheets(tmp_path / "1", f"青禾科技\t麦田集团\t{one}\t{text}")
    (second,) = sheets(tmp_path / "2", f"麦田集团\t青禾科技\t{other}\t{text}")
    assert first == second
    type_, left_is_subject = FINRE_TIES[one]
    assert first.ties == ((0, 1, tie_label(type_, left_is_subject=left_is_subject)),)
    assert not first.is_read


def test_the_owner_is_the_object_of_subsidiary_of(tmp_path: Path) -> None:
    (sheet,) = sheets(tmp_path, "青禾科技\t麦田集团\t拥有\t青禾科技的麦田集团。")
    assert sheet.ties == ((0, 1, tie_label("subsidiary_of", left_is_subject=False)),)


def test_a_relation_that_is_none_of_ours_is_surely_no_tie(tmp_path: Path) -> None:
    (sheet,) = sheets(tmp_path, "青禾科技\t麦田集团\tunknown\t青禾科技和麦田集团。")
    assert (sheet.ties, sheet.unsure) == ((), ())
    assert len(sheet.names) == 2


@pytest.mark.parametrize("relation", NO_TIE)
def test_of_some_relations_nothing_is_known(relation: str, tmp_path: Path) -> None:
    text = "青禾科技、麦田集团和ABC。"
    (sheet,) = sheets(tmp_path, f"青禾科技\t麦田集团\t{relation}\t{text}", f"青禾科技\tABC\t合作\t{text}")
    assert [text[name.start : name.end] for name in sheet.names] == ["青禾科技", "ABC"]


def test_pairs_that_nobody_labelled_are_unsure(tmp_path: Path) -> None:
    text = "甲厂、乙厂和丙厂。"
    (sheet,) = sheets(tmp_path, f"甲厂\t乙厂\t合作\t{text}", f"甲厂\t丙厂\tunknown\t{text}")
    assert sheet.unsure == ((1, 2),)


def test_events_tell_ties(tmp_path: Path) -> None:
    text = "麦田集团被青禾科技收购。"
    mentions = [{"role": "obj-org", "span": [0, 4]}, {"role": "sub-org", "span": [5, 9]}]
    others = [{"role": "obj-org", "span": [0, 4]}]
    events = [{"type": "收购", "mentions": mentions}, {"type": "中标", "mentions": others}]
    row = json.dumps({"content": text, "events": events}, ensure_ascii=False)
    lines(tmp_path / "finre" / "train.txt.xz", ())
    lines(tmp_path / "fewfc" / "train_base.json.xz", [row])
    lines(tmp_path / "fewfc" / "train_trans.json.xz", ())
    (sheet,) = tie_sheets(tmp_path)
    assert sheet.ties == ((0, 1, tie_label("acquires", left_is_subject=False)),)


def test_the_tables_name_our_types() -> None:
    types = {type_ for type_, _ in FINRE_TIES.values()} | {type_ for *_, type_ in FEWFC_TIES.values()}
    assert types <= set(TIE_TYPES)
    assert not set(NO_TIE) & set(FINRE_TIES)


def test_what_is_done_and_what_is_suffered_are_opposites() -> None:
    for relation, (type_, forward) in FINRE_TIES.items():
        if f"被{relation}" in FINRE_TIES and type_ not in SYMMETRIC:
            assert FINRE_TIES[f"被{relation}"] == (type_, not forward)
