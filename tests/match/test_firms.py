import pytest

from kg.match import firms
from kg.match.features import Feature
from tests.match.asked import value


@pytest.mark.parametrize(
    ("feature", "left", "right", "strength"),
    [
        (firms.place_differs, "上海农商行", "北京农商行", 1.0),
        (firms.place_added, "司法部", "美国司法部", 1.0),
        (firms.place_added, "青禾", "上海青禾", 0.5),
        (firms.place_added, "青禾科技", "北京青禾科技有限公司", 0.2),
        (firms.number_differs, "第一医院", "第二医院", 1.0),
        (firms.number_added, "青禾医院", "青禾第三医院", 1.0),
        (firms.body_differs, "青禾银行", "青禾保险", 1.0),
        (firms.body_added, "青禾", "青禾银行", 1.0),
        (firms.body_added, "青禾", "青禾大学", 1.0),
        (firms.unit_added, "青禾", "青禾云", 1.0),
        (firms.business_added, "青禾", "青禾汽车", 1.0),
        (firms.business_added, "曹操", "曹操出行", 0.2),
        (firms.business_added, "青禾出行", "青禾地产", None),
        (firms.place_added, "贵州茅台", "茅台集团", 1.0),
        (firms.place_differs, "朝阳法院", "北京市朝阳区人民法院", None),
        (firms.body_added, "北大", "北大医院", 1.0),
        (firms.place_added, "中国五矿", "五矿集团", 0.2),
        (firms.unit_added, "青禾科技大学", "青禾科技大学（广州）", 1.0),
        (firms.trade_added, "青禾", "青禾速运", 0.1),
        (firms.trade_added, "*ST青禾", "青禾汽车股份有限公司", 0.1),
        (firms.form_differs, "青禾集团", "青禾股份公司", 1.0),
        (firms.form_differs, "青禾集团", "青禾股份", 0.2),
        (firms.unit_differs, "青禾研究院", "青禾实验室", 1.0),
        (firms.trade_differs, "青禾科技", "青禾食品", 1.0),
        (firms.trade_differs, "青禾智能科技有限公司", "青禾智能装备有限公司", 0.5),
        (firms.trade_differs, "青禾信息", "青禾软件", 0.3),
        (firms.trade_differs, "青禾金属", "青禾金融资产", 1.0),
        (firms.trade_differs, "青禾药业", "青禾医药", None),
        (firms.trade_differs, "青禾石化", "青禾石油化工", None),
        (firms.trade_differs, "青禾数科", "青禾科技", None),
        (firms.trade_added, "青禾", "青禾科技", 0.1),
        (firms.trade_added, "青禾", "青禾食品", 0.3),
        (firms.trade_added, "青禾", "青禾资产管理有限公司", 1.0),
        (firms.form_differs, "青禾集团有限公司", "青禾股份有限公司", 1.0),
        (firms.form_differs, "青禾集团", "青禾有限公司", 0.2),
    ],
)
def test_what_a_feature_says(feature: Feature, left: str, right: str, strength: float | None) -> None:
    assert value(feature, left, right, "company") == (None if strength is None else pytest.approx(strength))


@pytest.mark.parametrize(
    ("feature", "left", "right"),
    [
        (firms.place_differs, "北京市青禾", "北京青禾"),
        (firms.place_added, "青禾", "Qinghe"),
        (firms.body_differs, "青禾农商行", "青禾农村商业银行"),
        (firms.unit_added, "青禾动漫", "青禾动漫科技有限公司"),
        (firms.trade_differs, "青禾科技", "青禾信息科技"),
        (firms.form_differs, "青禾公司", "青禾有限公司"),
    ],
)
def test_where_a_feature_is_silent(feature: Feature, left: str, right: str) -> None:
    assert value(feature, left, right, "company") is None


def test_a_short_name_leaves_the_university_out() -> None:
    assert value(firms.body_added, "清华", "清华大学", "organisation") == pytest.approx(0.2)


def test_a_trade_behind_a_known_brand_may_be_another_firm() -> None:
    light = value(firms.trade_added, "青禾", "青禾科技", "company")
    known = value(firms.trade_added, "英伟达", "英伟达科技", "company")
    assert light is not None
    assert known is not None
    assert known > light
