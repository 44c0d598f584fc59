from kg.errors import KgError
from kg.readers.problem import Problem, Unreadable


def test_a_problem_is_one_sentence_with_its_place():
    assert str(Problem("news/a.jsonl", 7, "is no valid JSON")) == "news/a.jsonl:7: is no valid JSON"
    assert str(Problem("a.txt", None, "is empty")) == "a.txt: is empty"


def test_an_error_that_knows_its_line_keeps_it():
    assert Unreadable("is broken", 3).at("a.csv", 9) == Problem("a.csv", 3, "is broken")
    assert Unreadable("is broken").at("a.csv", 9) == Problem("a.csv", 9, "is broken")
    assert isinstance(Unreadable("is broken"), KgError)
