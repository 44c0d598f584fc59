"""The report of the public sets."""

from kg.evaluate.public import PairAnswer, name_scores, pair_scores
from kg.evaluate.published import Published
from kg.evaluate.suite import CommonScore, HeadScore, Suite, lines, names_of

NAMES = name_scores([[(0, 3, "PER")]], [[(0, 3, "PER"), (4, 6, "LOC")]])
PAIRS = pair_scores([PairAnswer(frozenset({"收购"}), "收购", 0.9)])
SEEN = Published("cluener", "dev", "micro F1", "BERT base", 0.8, "its README")
RECALLED = Published("finre", "test", "micro F1", "MG-Lattice", 0.5, "its paper", is_checked=False)


def test_a_set_stands_beside_published_figures() -> None:
    head = HeadScore("cluener", "dev", 1343, names=NAMES, macro_f1=0.25, published=(SEEN,))
    shown = list(lines(Suite((head,), ())))
    assert "\nCLUENER dev: 1,343 sentences" in shown
    assert "  micro F1               F1 0.6667  P 0.5000  R 1.0000   (tp 1, predicted 2, gold 1)" in shown
    assert "  macro F1               F1 0.2500   (mean of labels; a name once a sentence)" in shown
    assert shown[-1] == "  published: micro F1 0.8000 on dev, BERT base (its README)"


def test_what_was_not_checked_says_so() -> None:
    head = HeadScore("finre", "valid", 1, pairs=PAIRS, published=(RECALLED,))
    shown = list(lines(Suite((head,), ())))
    assert "\nFinRE valid: 1 pairs" in shown
    assert shown[-1].endswith("(its paper; from memory)")


def test_our_own_names_have_a_part_of_their_own() -> None:
    shown = list(lines(Suite((), (CommonScore("msra", "dev", 2000, NAMES),))))
    assert shown[1].startswith("\nOur own names as PER, ORG and LOC")
    assert shown[2] == "\nMSRA, a slice of its training file: 2,000 sentences"


def test_names_of_sets() -> None:
    assert names_of(("cluener", "finre")) == "CLUENER, FinRE"
