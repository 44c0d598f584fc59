from kg.graph.dates import dated
from tests.factory import art, clm, men


def test_the_day_it_was_said_goes_before_publication():
    article = art("张三昨天表示，新品已经可用。", published="2024-04-13")
    zhang = men(article, "张三", "person")
    said = clm(article, zhang, "表示", "新品已经可用", said_on="2024-04-12")
    plain = clm(article, zhang, "表示", "新品已经可用")
    assert dated(said, article) == ("2024-04-12", False)
    assert dated(plain, article) == ("2024-04-13", True)
    assert dated(None, article) == ("2024-04-13", True)


def test_no_date_is_no_date():
    assert dated(None, art("张三来了。", published=None)) == (None, False)
