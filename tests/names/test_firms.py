import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.names.firms import take_apart


@pytest.mark.parametrize(
    ("name", "places", "core", "trade", "form"),
    [
        ("北京智谱华章科技有限公司", ("北京",), "智谱华章", "科技", "有限公司"),
        ("深圳市大疆创新科技有限公司", ("深圳",), "大疆", "创新科技", "有限公司"),
        ("恒为科技（上海）股份有限公司", ("上海",), "恒为", "科技", "股份有限公司"),
        ("小米集团", (), "小米", "", "集团"),
        ("智谱AI", (), "智谱", "ai", ""),
        ("青禾智造Co., Ltd.", (), "青禾智造", "", ""),
        ("阿里巴巴-SW", (), "阿里巴巴", "", ""),
        ("Apple Inc.", (), "apple", "", "inc"),
        ("苹果公司方面", (), "苹果", "", "公司"),
    ],
)
def test_a_firm(name: str, places: tuple[str, ...], core: str, trade: str, form: str) -> None:
    found = take_apart(name)
    assert (found.places, found.core, found.trade, found.form) == (places, core, trade, form)


@pytest.mark.parametrize(
    ("name", "core", "body", "unit", "number"),
    [
        ("中国工商银行股份有限公司北京市分行", "工商", "银行", "北京分行", ""),
        ("中国工商银行北京市分行", "工商", "银行", "北京分行", ""),
        ("北京第一医院", "北京", "医院", "", "一"),
        ("中铁二局", "中铁", "局", "", "二"),
        ("华为云", "华为", "", "云", ""),
        ("百度网盘", "百度", "", "网盘", ""),
        ("OpenAI安全委员会", "openai安全", "委员会", "", ""),
        ("索尼中国", "索尼", "", "中国", ""),
        ("清华大学附属中学", "清华", "大学", "附中", ""),
        ("建行深圳分行", "建行", "", "深圳分行", ""),
        ("香港科技大学（广州）", "香港科技", "大学", "广州", ""),
        ("国际米兰", "国际米兰", "", "", ""),
        ("*ST青禾", "青禾", "", "", ""),
        ("N青禾", "青禾", "", "", ""),
        ("STM青禾", "stm青禾", "", "", ""),
        ("北京大学", "北京", "大学", "", ""),
        ("上海农村商业银行", "上海", "农商行", "", ""),
    ],
)
def test_a_body_or_a_part(name: str, core: str, body: str, unit: str, number: str) -> None:
    found = take_apart(name)
    assert (found.core, found.body, found.unit, found.number) == (core, body, unit, number)


@pytest.mark.parametrize("name", ["集团", "银行", "云", "科技", "中国", "AI", "OpenAI", "x.ai", "360"])
def test_a_name_without_other_parts_is_its_core(name: str) -> None:
    assert take_apart(name).core == take_apart(name).key.replace(".", "")


def test_a_registered_firm_does_what_would_else_be_a_part() -> None:
    assert take_apart("青禾体育").unit == "体育"
    assert take_apart("青禾体育有限公司").trade == "体育"


def test_what_is_named_after_its_place() -> None:
    assert take_apart("上海农商行").is_named_after_place
    assert not take_apart("上海青禾农业").is_named_after_place


@given(st.text(alphabet="中国北京市青禾科技第一二医院银行集团有限公司()云AIInc.& -", min_size=1))
def test_a_name_always_has_a_core(name: str) -> None:
    assert take_apart(name).core
