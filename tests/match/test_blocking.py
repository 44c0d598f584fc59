"""Names of one bearer share a block, names of many bearers do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.match.blocking import blocks, sought

MOST_KEYS = 20  # of one name


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("智谱", "北京智谱华章科技有限公司"),
        ("智谱华章", "北京智谱华章科技有限公司"),
        ("智譜華章", "智谱华章"),
        ("工行", "中国工商银行"),
        ("发改委", "国家发展和改革委员会"),
        ("北大", "北京大学"),
        ("证监会", "中国证监会"),
        ("TSMC", "Taiwan Semiconductor Manufacturing Company"),
        ("青禾", "Qinghe"),
        ("深度求索", "DeepSeek深度求索"),
        ("英伟达", "NVIDIA"),
        ("张一鸣", "Yiming Zhang"),
        ("Zhang Yiming", "Yiming Zhang"),
        ("张鹏CEO", "张鹏"),
        ("美国总统特朗普", "特朗普"),
        ("马斯克", "埃隆·马斯克"),
        ("奥特曼", "阿尔特曼"),
        ("奥特曼", "Altman"),
        ("萨姆·奥特曼", "Sam Altman"),
        ("GPT-4", "GPT 4"),
        ("ＧＰＴ－４", "GPT4"),
        ("Sora模型", "Sora"),
        ("智谱华章", "智普华章"),
        ("海川星图汽车", "海川星汽车"),
    ],
)
def test_names_of_one_bearer_share_a_block(left: str, right: str) -> None:
    assert sought(blocks(left)) & blocks(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("北京大学", "北京银行"),
        ("北京大学", "清华大学"),
        ("青禾科技有限公司", "星图科技有限公司"),
        ("国家统计局", "国家发展和改革委员会"),
        ("周鸿祎", "周总"),
        ("李想", "李彦宏"),
        ("GPT-4 Pro", "Kimi-2 Pro"),
        ("GPT-4", "GPT-3.5"),
        ("首席执行官张鹏", "首席执行官林晓岚"),
        ("Qinghe Group", "Xingtu Group"),
    ],
)
def test_what_many_names_have_in_common_makes_no_block(left: str, right: str) -> None:
    assert not sought(blocks(left)) & blocks(right)


@given(st.text(min_size=1, max_size=20).filter(str.strip))
def test_any_name_has_a_block_and_few_of_them(name: str) -> None:
    assert 1 <= len(blocks(name)) <= MOST_KEYS


@given(st.text(alphabet="青禾科技北京有限公司张总·AIa4 -", min_size=1, max_size=12).filter(str.strip))
def test_a_name_always_shares_one_with_itself_in_full_width(name: str) -> None:
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in name)
    assert sought(blocks(name)) & blocks(wide)
