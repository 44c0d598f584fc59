import pytest

from kg.match import brands
from kg.match.features import Feature
from kg.match.profile import Evidence
from tests.match.asked import value


@pytest.mark.parametrize(
    ("feature", "left", "right", "strength"),
    [
        (brands.same_core, "智谱华章", "北京智谱华章科技有限公司", 1.0),
        (brands.same_core, "上海银行", "上海大学", 0.3),
        (brands.same_core, "海川市第四医院", "海川市第四人民医院", 1.0),
        (brands.name_at_end, "雄鹰", "上海雄鹰队", 1.0),
        (brands.core_within, "青禾", "青禾智造", 0.5),
        (brands.name_at_end, "证监局", "国家证监局", 1.0),
        (brands.name_at_end, "星图", "青禾星图", 0.5),
        (brands.other_script_beside, "深度求索", "DeepSeek深度求索", 1.0),
        (brands.other_script_beside, "晚点", "晚点LatePost", 1.0),
        (brands.abbreviation, "工行", "中国工商银行", 1.0),
        (brands.abbreviation, "建行深圳分行", "中国建设银行股份有限公司深圳市分行", 1.0),
        (brands.share_name, "*ST獐岛", "獐子岛", 1.0),
        (brands.share_name, "XD招商银", "招商银行", 1.0),
        (brands.share_name, "獐岛", "獐子岛", None),
        (brands.abbreviation, "工行北京分行", "中国工商银行股份有限公司上海市分行", None),
        (brands.other_script_beside, "国际米兰", "AC米兰", None),
        (brands.other_script_beside, "lululemon", "lululemon抖音", None),
        (brands.brand_sounds_alike, "银泰", "AMD", None),
        (brands.brand_sounds_alike, "三峡", "SMCI", None),
        (brands.brand_sounds_alike, "苹果", "PIMCO", None),
        (brands.brand_sounds_alike, "茶百道", "SPOT", None),
        (brands.name_at_end, "瑞金医院", "上海交通大学医学院附属瑞金医院", 1.0),
        (brands.name_at_end, "第一医院", "北京大学第一医院", 0.5),
        (brands.acronym, "TSMC", "Taiwan Semiconductor Manufacturing Company", 1.0),
        (brands.pinyin_brand, "华为", "Huawei", 1.0),
        (brands.brand_sounds_alike, "纳斯达克", "Nasdaq", 1.0),
        (brands.brands_in_two_scripts, "青禾", "Apple", 1.0),
        (brands.cores_differ, "青禾", "星图", 1.0),
        (brands.cores_differ, "青禾", "海川青禾智造", 0.5),
        (brands.slip, "智谱华章", "智普华章", 1.0),
    ],
)
def test_what_a_feature_says(feature: Feature, left: str, right: str, strength: float | None) -> None:
    assert value(feature, left, right, "company") == (None if strength is None else pytest.approx(strength))


@pytest.mark.parametrize(
    ("feature", "left", "right"),
    [
        (brands.core_within, "北京", "北京大学"),
        (brands.core_within, "青禾食品", "青禾智造"),
        (brands.other_script_beside, "DeepSeek", "DeepSeek量化基金"),
        (brands.abbreviation, "中行", "中国工商银行"),
        (brands.pinyin_brand, "华为", "Huafu"),
        (brands.cores_differ, "青禾", "青禾科技"),
        (brands.slip, "青禾", "清禾"),
        (brands.slip, "国家电网", "国家电网报"),
    ],
)
def test_where_a_feature_is_silent(feature: Feature, left: str, right: str) -> None:
    assert value(feature, left, right, "company") is None


def test_only_an_article_makes_them_stand_together() -> None:
    assert value(brands.short_together, "青禾", "青禾智造", "company", Evidence(together=1)) == 1.0
    assert value(brands.short_together, "青禾", "青禾智造", "company") is None
    assert value(brands.short_together, "青禾", "星图", "company", Evidence(together=1)) is None
