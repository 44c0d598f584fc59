import pytest

from kg.match.senses import sense_of


@pytest.mark.parametrize(
    ("name", "context", "sense"),
    [
        ("苹果", "苹果公司公布财报。", "business"),
        ("苹果", "这种苹果很甜，每斤三元。", "food and farming"),
        ("亚马逊", "亚马逊雨林的河流里物种很多。", "nature"),
        ("小米", "小米。", ""),
        ("红旗", "墙边有一面红旗。", "a thing"),
        ("贝壳", "孩子捡了贝壳。", "nature"),
        ("苹果", "一个苹果手机，售价不低。", "business"),
        ("小米", "", ""),
    ],
)
def test_what_a_sentence_uses_a_name_for(name: str, context: str, sense: str) -> None:
    assert sense_of(context, name).sense == sense


def test_what_stands_near_a_name() -> None:
    assert "律师" in sense_of("海川的律师林伟说，合同无效。", "林伟").near


def test_a_name_does_not_speak_for_itself() -> None:
    assert sense_of("长城汽车。", "长城汽车").sense == ""
