from kg.evaluate.tally import Overlap, Tally


def test_ratios_of_nothing_are_0() -> None:
    assert Overlap().ratios() == {"p": 0.0, "r": 0.0, "f1": 0.0, "tp": 0, "pred": 0, "gold": 0}


def test_counts_add_up_over_articles() -> None:
    overlap = Overlap()
    overlap.add_sets(predicted={"张三", "李四"}, gold={"张三"})
    overlap.add_sets(predicted={"王五"}, gold={"王五", "赵六", "孙七"})
    ratios = overlap.ratios()
    assert (ratios["tp"], ratios["p"], ratios["r"]) == (2, 2 / 3, 0.5)


def test_share_without_a_match_is_0() -> None:
    assert Tally().share(0) == 0.0
