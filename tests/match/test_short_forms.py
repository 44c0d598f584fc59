import pytest

from kg.match.short_forms import abbreviates, initials_of
from kg.names.firms import take_apart


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("工行", "中国工商银行"),
        ("北大", "北京大学"),
        ("发改委", "国家发展和改革委员会"),
        ("国资委", "国务院国有资产监督管理委员会"),
        ("市场监管总局", "国家市场监督管理总局"),
        ("上饶中院", "江西省上饶市中级人民法院"),
        ("工信部", "工业和信息化部"),
        ("中石化", "中国石油化工股份有限公司"),
        ("国台办", "国务院台湾事务办公室"),
        ("港澳办", "国务院港澳事务办公室"),
        ("华东师大", "华东师范大学"),
        ("国科大", "中国科学院大学"),
        ("川大", "四川大学"),
        ("中海油", "中国海洋石油集团有限公司"),
        ("中青报", "中国青年报"),
        ("中金所", "中国金融期货交易所"),
        ("海淀法院", "北京市海淀区人民法院"),
        ("浦东检察院", "上海市浦东新区人民检察院"),
        ("国足", "中国国家男子足球队"),
        ("女排", "中国女子排球队"),
    ],
)
def test_a_short_form(short: str, whole: str) -> None:
    assert abbreviates(short, take_apart(whole))


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("中行", "中国工商银行"),
        ("北大", "东北大学"),
        ("上交所", "上海期货交易所"),
        ("一院", "北京第二医院"),
        ("长电", "长源电力"),
        ("南大", "南昌大学"),
        ("中科院", "中国社会科学院"),
        ("海川医学院", "海川大学医学院"),
        ("浦东检察院", "上海市浦东新区人民法院"),
        ("朝阳法院", "北京市海淀区人民法院"),
        ("国足", "中国国家女子足球队"),
        ("男足", "中国国家男子篮球队"),
        ("国足", "海川足球队"),
        ("皇马", "皇家马德里"),
        ("北外", "北京外国语大学"),
        ("青禾", "青禾科技"),
    ],
)
def test_no_short_form(short: str, whole: str) -> None:
    assert not abbreviates(short, take_apart(whole))


@pytest.mark.parametrize(
    ("short", "whole", "is_short"),
    [
        ("皇马", "皇家马德里", True),
        ("皇马", "皇家社会", False),
        ("北外", "北京外国语大学", True),
        ("上财", "上海财经大学", True),
        ("上财", "上海大学", False),
        ("华科", "华中科技大学", True),
        ("南医", "南昌医科大学", False),
    ],
)
def test_clubs_and_schools_leave_out_their_body(short: str, whole: str, is_short: bool) -> None:
    assert abbreviates(short, take_apart(whole), is_club=True) is is_short


def test_initials() -> None:
    assert initials_of("tsmc", take_apart("Taiwan Semiconductor Manufacturing Company").words)
    assert not initials_of("tsm", ("taiwan", "semiconductor"))
