import pytest

from kg.match import things
from kg.match.features import Feature
from tests.match.asked import value


@pytest.mark.parametrize(
    ("feature", "left", "right", "type_", "strength"),
    [
        (things.same_product, "GPT-4", "GPT 4", "product", 1.0),
        (things.same_product, "iPhone-15 Pro", "iPhone 15Pro", "product", 1.0),
        (things.version_differs, "GPT-4", "GPT-3.5", "product", 1.0),
        (things.version_differs, "2023青禾大会", "2024青禾大会", "event", 1.0),
        (things.version_added, "GPT", "GPT-4", "product", 1.0),
        (things.kind_added, "青禾大脑", "青禾大脑模型", "product", 1.0),
        (things.kind_added, "公司法", "中华人民共和国公司法", "work", 1.0),
        (things.maker_added, "Sora", "OpenAI Sora", "product", 1.0),
        (things.place_named_fully, "北京", "北京市", "place", 1.0),
        (things.place_named_fully, "首都机场", "北京首都国际机场", "place", 1.0),
        (things.maker_added, "华为P60", "P60", "product", 1.0),
        (things.place_named_fully, "雄安", "河北雄安新区", "place", 1.0),
        (things.same_product, "嫦娥6号", "嫦娥六号", "product", 1.0),
        (things.same_product, "青禾记2", "青禾记二", "work", 1.0),
        (things.same_product, "青禾记Ⅱ", "青禾记2", "work", 1.0),
        (things.same_product, "你好，青禾", "你好青禾", "work", 1.0),
        (things.version_differs, "嫦娥五号", "嫦娥六号", "product", 1.0),
        (things.short_family, "神十三", "神舟十三号", "product", 1.0),
        (things.short_family, "长五", "长征五号", "product", 1.0),
        (things.short_family, "复联4", "复仇者联盟4：终局之战", "work", 1.0),
        (things.short_title, "个保法", "个人信息保护法", "work", 1.0),
        (things.short_title, "进博会", "中国国际进口博览会", "event", 1.0),
        (things.spelled_family, "青禾", "Qinghe", "product", 1.0),
        (things.spelled_family, "青禾2", "Qinghe 2", "product", 1.0),
        (things.subtitle, "青禾传", "山海·青禾传", "work", 1.0),
        (things.capitals, "PS5", "PlayStation 5", "product", 1.0),
        (things.kind_added, "蛟龙", "蛟龙号", "product", 1.0),
        (things.family_within, "豆包", "豆包手机助手", "product", 1.0),
        (things.families_differ, "文心一言", "通义千问", "product", 1.0),
        (things.families_differ, "青禾手机", "青禾汽车", "product", 0.8),
    ],
)
def test_what_a_feature_says(feature: Feature, left: str, right: str, type_: str, strength: float) -> None:
    assert value(feature, left, right, type_) == pytest.approx(strength)


@pytest.mark.parametrize(
    ("feature", "left", "right", "type_"),
    [
        (things.version_differs, "iPhone 15Pro", "iPhone 15 Pro", "product"),
        (things.maker_added, "Sora", "青禾Sora", "product"),
        (things.maker_added, "iPhone 15", "苹果iPhone 14", "product"),
        (things.place_named_fully, "吉林省", "吉林市", "place"),
        (things.families_differ, "Sora", "Sora模型", "product"),
        (things.families_differ, "青禾大模型", "青禾平台", "product"),
        (things.place_named_fully, "虹桥机场", "上海浦东国际机场", "place"),
        (things.short_family, "神十三", "神舟十四号", "product"),
        (things.short_family, "长七", "长征五号", "product"),
        (things.short_family, "小米14", "小米手环14", "product"),
        (things.short_title, "刑法", "刑事诉讼法", "work"),
        (things.short_title, "劳动法", "劳动合同法", "work"),
        (things.place_named_fully, "海南", "海南州", "place"),
        (things.maker_added, "青禾P60", "P60", "product"),
        (things.short_title, "冬奥会", "冬季残疾人奥林匹克运动会", "event"),
        (things.short_title, "第五届进博会", "第六届中国国际进口博览会", "event"),
        (things.capitals, "PS4", "PlayStation 5", "product"),
    ],
)
def test_where_a_feature_is_silent(feature: Feature, left: str, right: str, type_: str) -> None:
    assert value(feature, left, right, type_) is None
