"""The benchmark of names counts right, on pairs of its own."""

from pathlib import Path

import pytest

from bench.names import Pair, best, errors, judge, main, read, scores

SAME = Pair("青禾", "青禾科技", "company", "same", "", "", "")
APART = Pair("青禾", "青禾云", "company", "different", "", "", "")
HEADER = "left,right,type,verdict,left_context,right_context,why\n"


def test_precision_recall_and_f1() -> None:
    assert scores([True, True], [SAME, APART]) == pytest.approx((0.5, 1.0, 2 / 3))


def test_nothing_said() -> None:
    assert scores([False, False], [SAME, APART]) == (0, 0, 0)


def test_the_best_threshold() -> None:
    limit, found = best([0.9, 0.4], [SAME, APART])
    assert (limit, found.f1) == (0.9, pytest.approx(1.0))


def test_sentences_are_read() -> None:
    fruit = Pair("苹果", "苹果", "company", "different", "苹果发布新手机。", "果农的苹果很甜。", "")
    assert judge(fruit).verdict == "different"


def test_a_wrong_merge_is_told_before_a_missed_one() -> None:
    wrong = [SAME._replace(right="青禾云"), APART._replace(right="青禾科技")]
    told = [line.split(":")[0] for line in errors(wrong, [judge(pair) for pair in wrong])]
    assert told == ["wrong merge", "missed"]


def test_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pairs.csv"
    rows = "青禾,青禾科技,company,same,,,\n青禾,青禾云,company,different,,,\n"
    path.write_text(HEADER + rows, encoding="utf-8")
    assert read(path) == [SAME, APART]
    main([str(path), "--no-peer", "--errors"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("2 pairs, 1 same, 1 different")
    assert lines[2].split() == ["kg", "compare", "1.000", "1.000", "1.000"]
    assert not any("nomenklatura" in line for line in lines)
