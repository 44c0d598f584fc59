"""Names cut short made whole."""

from kg.annotate.findings import NameFound
from kg.annotate.whole_names import whole_names

TEXT = list("林晓岚来了。林晓岚走了，林晓岚又来了。")


def spans(names: list[NameFound]) -> list[tuple[int, int, str]]:
    return [(name.start, name.end, name.type) for name in whole_names(TEXT, names)]


def test_cut_short_here_and_whole_elsewhere() -> None:
    found = [NameFound(0, 3, "person", 0.9), NameFound(6, 8, "place", 0.6), NameFound(12, 15, "person", 0.9)]
    assert spans(found) == [(0, 3, "person"), (6, 9, "person"), (12, 15, "person")]


def test_what_the_model_is_surer_of_stays() -> None:
    found = [NameFound(0, 3, "person", 0.7), NameFound(6, 8, "place", 0.8)]
    assert spans(found) == [(0, 3, "person"), (6, 8, "place")]


def test_a_name_that_reaches_further_stays() -> None:
    found = [NameFound(0, 3, "person", 0.9), NameFound(8, 11, "company", 0.3)]
    assert spans(found) == [(0, 3, "person"), (8, 11, "company")]


def test_where_nothing_was_found_nothing_is_added() -> None:
    assert spans([NameFound(0, 3, "person", 0.9)]) == [(0, 3, "person")]
