import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.match.compare import Evidence, Match, Profile, compare, weights
from kg.match.features import NAMES
from kg.match.profile import NONE


def match(left: str, right: str, type_: str | None, evidence: Evidence = NONE) -> Match:
    return compare(Profile(left, type_), Profile(right, type_), evidence)


@pytest.mark.parametrize(
    ("type_", "left", "right"),
    [
        ("company", "华为", "华为技术有限公司"),
        ("company", "智谱", "Zhipu AI"),
        ("company", "英伟达", "NVDA"),
        ("company", "工行", "中国工商银行"),
        ("company", "青禾科技", "北京青禾科技有限公司"),
        ("company", "臺積電", "台积电"),
        ("company", "华为", "Huawei"),
        ("company", "TSMC", "Taiwan Semiconductor Manufacturing Company"),
        ("company", "深度求索", "DeepSeek深度求索"),
        ("company", "ST青禾", "青禾药业"),
        ("company", "顺丰", "顺丰速运"),
        ("company", "盒马", "盒马鲜生"),
        ("company", "青禾科技", "海川市青禾科技有限公司"),
        ("company", "城投)", "城投"),
        ("organisation", "华东师大", "华东师范大学"),
        ("organisation", "国足", "中国国家男子足球队"),
        ("product", "神十三", "神舟十三号"),
        ("organisation", "北大", "北京大学"),
        ("organisation", "清华", "清华大学"),
        ("organisation", "上交所", "上海证券交易所"),
        ("government", "发改委", "国家发展和改革委员会"),
        ("government", "证监会", "中国证券监督管理委员会"),
        ("person", "张鹏CEO", "张鹏"),
        ("person", "美国总统特朗普", "川普"),
        ("person", "张一鸣", "Yiming Zhang"),
        ("person", "奥特曼", "阿尔特曼"),
        ("person", "辛顿", "Hinton"),
        ("product", "GPT-4", "GPT4"),
        ("product", "青禾大脑", "青禾大脑大模型"),
        ("place", "海川", "海川市"),
    ],
)
def test_one_bearer(type_: str, left: str, right: str) -> None:
    assert match(left, right, type_).verdict == "same"


@pytest.mark.parametrize(
    ("type_", "left", "right"),
    [
        ("company", "华为", "华为云"),
        ("company", "百度", "百度网盘"),
        ("company", "360", "360手机卫士"),
        ("company", "京东", "京东方"),
        ("company", "小米", "小米汽车"),
        ("company", "国泰君安", "国泰航空"),
        ("organisation", "国际米兰", "AC米兰"),
        ("organisation", "香港科技大学", "香港科技大学（广州）"),
        ("organisation", "南大", "南开大学"),
        ("media", "自然", "自然·通讯"),
        ("person", "特朗普", "小特朗普"),
        ("product", "嫦娥五号", "嫦娥六号"),
        ("company", "平安银行", "平安保险"),
        ("company", "中国银行", "中国银行业协会"),
        ("company", "上海农商行", "北京农商行"),
        ("company", "中行", "中国工商银行"),
        ("company", "中铁二局", "中铁三局"),
        ("company", "北京青禾科技有限公司", "上海青禾科技有限公司"),
        ("organisation", "OpenAI中国研究院", "OpenAI安全委员会"),
        ("organisation", "DeepSeek深度求索", "DeepSeek量化基金"),
        ("organisation", "第一医院", "第二医院"),
        ("organisation", "北大", "东北大学"),
        ("government", "上交所", "上海期货交易所"),
        ("person", "马云", "马化腾"),
        ("person", "埃隆·马斯克", "金博尔·马斯克"),
        ("person", "特朗普", "拜登"),
        ("person", "张一鸣", "Yiming Li"),
        ("product", "GPT-4", "GPT-3.5"),
        ("product", "iPhone 15", "iPhone 14 Pro"),
        ("event", "2023青禾大会", "2024青禾大会"),
    ],
)
def test_two_bearers(type_: str, left: str, right: str) -> None:
    assert match(left, right, type_).verdict == "different"


@pytest.mark.parametrize(
    ("type_", "left", "right"),
    [
        ("person", "林总", "林晓岚"),
        ("person", "穆勒", "彼得·穆勒"),
        ("government", "司法部", "美国司法部"),
        ("company", "青禾科技", "青禾食品"),
        ("company", "青禾科技集团有限公司", "青禾科技股份有限公司"),
    ],
)
def test_what_names_alone_do_not_tell(type_: str, left: str, right: str) -> None:
    assert match(left, right, type_).verdict == "unsure"


def test_a_text_that_holds_both_tells() -> None:
    assert match("穆勒", "彼得·穆勒", "person", Evidence(together=1)).verdict == "same"


def test_a_declared_name_is_one() -> None:
    assert match("青禾", "海川青禾智造", "company", Evidence(declared=2)).verdict == "same"


@pytest.mark.parametrize(
    ("left", "right", "type_"),
    [("林晓岚", "Jane Frost", "person"), ("海川青禾开发经营有限责任公司", "海开", "company")],
)
def test_a_declared_name_need_not_be_like(left: str, right: str, type_: str) -> None:
    assert match(left, right, type_, Evidence(declared=1)).verdict == "same"


def test_no_text_declares_a_person_a_firm() -> None:
    left, right = Profile("林晓岚", "person"), Profile("青禾", "company")
    assert compare(left, right, Evidence(declared=1)).verdict == "different"


@pytest.mark.parametrize(
    ("context", "verdict"), [("熬粥用的小米要先泡。", "different"), ("小米公布财报。", "same")]
)
def test_one_sentence_may_tell_a_thing_from_a_firm(context: str, verdict: str) -> None:
    assert (
        compare(Profile("小米", "company", context=context), Profile("小米集团", "company")).verdict
        == verdict
    )


def test_a_person_is_no_firm() -> None:
    assert compare(Profile("李宁", "person"), Profile("李宁", "company")).verdict == "different"


def test_two_people_of_one_name_and_two_callings() -> None:
    left = Profile("张伟", "person", titles=frozenset({"律师"}))
    right = Profile("张伟", "person", titles=frozenset({"足球教练"}))
    found = compare(left, right)
    assert found.verdict == "different"
    assert found.reasons[0].detail == "their fields clash: law / sport"


def test_two_sentences_tell_two_callings() -> None:
    left = Profile("林伟", "person", context="律师林伟认为合同无效。")
    right = Profile("林伟", "person", context="海川队主教练林伟说，球队状态不错。")
    assert compare(left, right).verdict == "different"


def test_a_founder_may_be_a_professor() -> None:
    left = Profile("周见山", "person", titles=frozenset({"教授"}))
    assert compare(left, Profile("周见山", "person", titles=frozenset({"创始人"}))).verdict == "same"


def test_a_fruit_is_no_firm() -> None:
    left = Profile("苹果", "company", context="苹果发布了新款手机，股价上涨。")
    right = Profile("苹果", "company", context="今年苹果丰收，果农每斤卖两元。")
    assert compare(left, right).verdict == "different"


def test_one_organisation_makes_a_last_name_surer() -> None:
    firms = frozenset({"青禾科技"})
    alone = compare(Profile("穆勒", "person"), Profile("彼得·穆勒", "person"))
    tied = compare(Profile("穆勒", "person", firms=firms), Profile("彼得·穆勒", "person", firms=firms))
    assert tied.score > alone.score


def test_a_type_that_is_not_known_is_read_like_the_other() -> None:
    assert compare(Profile("青禾云"), Profile("青禾", "company")).verdict == "different"


def test_reasons_stand_heaviest_first() -> None:
    shares = [abs(reason.score) for reason in match("青禾科技", "北京市青禾食品集团", "company").reasons]
    assert shares == sorted(shares, reverse=True)
    assert len(shares) > 1


def test_the_weights_are_those_of_the_features() -> None:
    assert set(weights().weights) == set(NAMES.values())


LETTERS = "北京市青禾科技集团有限公司云银行第一二大学张鹏马斯克埃隆·总CEOAltman GPT-4.5"
name = st.text(alphabet=LETTERS, min_size=1, max_size=10)
types = st.sampled_from([None, "person", "company", "government", "product", "place", "thing"])


@given(name, name, types, types)
def test_left_and_right_may_change_sides(left: str, right: str, one: str | None, other: str | None) -> None:
    a, b = Profile(left, one), Profile(right, other)
    there, back = compare(a, b), compare(b, a)
    assert (there.verdict, there.score) == (back.verdict, back.score)


@given(name, types)
def test_a_name_is_itself(one: str, type_: str | None) -> None:
    assert match(one, one, type_).verdict == "same"
