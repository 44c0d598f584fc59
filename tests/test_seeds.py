from collections import Counter
from pathlib import Path

import pytest

from kg import seeds
from kg.errors import ConfigError
from kg.names import name_key
from kg.schema import schema
from kg.seeds import (
    Alias,
    Company,
    Cue,
    Person,
    check_aliases,
    check_companies,
    check_people,
    read_seeds,
)

KNOWN = (
    Alias("company:haichuan", "company", "海川", "海川公司"),
    Alias("company:qinghe", "company", "青禾科技", "青禾"),
    Alias("person:lin-xiaolan", "person", "林晓岚", "Lin Xiaolan"),
)
QINGHE = Company("company:qinghe", "青禾科技", "Qinghe", "600000.SH")
LIN = Person("person:lin-xiaolan", "林晓岚", "Lin Xiaolan", "company:qinghe", "创始人")


def read(path: Path, text: str) -> tuple[Cue, ...]:
    path.write_text(text, encoding="utf-8", newline="")
    return read_seeds(path, Cue, key=lambda row: row.word)


def test_rows_are_typed(tmp_path: Path) -> None:
    assert read(tmp_path / "cues.csv", "word,kind\n称,say\n认为,think\n") == (
        Cue("称", "say"),
        Cue("认为", "think"),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", ":1: the header is not word,kind."),
        ("word\n称\n", ":1: the header is not word,kind."),
        ("word,kind\n称,say\n称,think\n", ":3: 称,think repeats line 2."),
        ("word,kind\n称,say\n认为,think\n表示,say\n", ":4: 表示,say is out of order; sort by code point."),
        ("word,kind\n称\n", ":2: not 2 trimmed, filled cells."),
        ("word,kind\n称,\n", ":2: not 2 trimmed, filled cells."),
        ("word,kind\n称, say\n", ":2: not 2 trimmed, filled cells."),
        ("word,kind\n称,say\n\n", ":3: not 2 trimmed, filled cells."),
        ('word,kind\n称,"say\n', ": cannot be read: "),
    ],
)
def test_a_fault_names_file_and_line(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "cues.csv"
    with pytest.raises(ConfigError) as caught:
        read(path, text)
    assert str(caught.value).startswith(f"{path}{sentence}")


def test_a_missing_list_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"cues\.csv: cannot be read"):
        read_seeds(tmp_path / "cues.csv", Cue, key=lambda row: row.word)


def test_bytes_that_are_no_utf_8_are_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "cues.csv").write_bytes("word,kind\n称,say\n".encode("gb18030"))
    with pytest.raises(ConfigError, match=r"cues\.csv: cannot be read"):
        read_seeds(tmp_path / "cues.csv", Cue, key=lambda row: row.word)


def test_one_form_belongs_to_one_entity() -> None:
    rows = (Alias("qinghe", "company", "青禾科技", "青禾"), Alias("qh", "company", "青禾农业", "「青禾」"))
    with pytest.raises(ConfigError, match=r"a\.csv: 「青禾」 belongs to both qinghe and qh"):
        check_aliases(rows, path=Path("a.csv"))


def test_one_entity_has_one_name() -> None:
    rows = (Alias("qinghe", "company", "青禾科技", "青禾"), Alias("qinghe", "company", "青禾", "青禾公司"))
    with pytest.raises(ConfigError, match=r"a\.csv: qinghe has two names or types: 青禾科技, 青禾"):
        check_aliases(rows, path=Path("a.csv"))


def test_our_lists_are_sound() -> None:
    assert {Cue("表示", "say")} <= set(seeds.cues())
    assert "首席执行官" in {row.zh for row in seeds.titles()}
    assert "有限公司" in seeds.legal_forms()
    assert "他" in {row.word for row in seeds.pronouns()}


def owners() -> dict[str, str]:
    """The id for the key of each form in our aliases."""
    return {name_key(form): row.id for row in seeds.aliases() for form in (row.name, row.alias)}


@pytest.mark.parametrize(
    ("cells", "code"), [("company:qinghe,青禾,Qinghe,", ""), ("q,青禾,Qinghe,1.HK", "1.HK")]
)
def test_a_code_may_be_empty(tmp_path: Path, cells: str, code: str) -> None:
    path = tmp_path / "companies.csv"
    path.write_text(f"id,name,en,code\n{cells}\n", encoding="utf-8")
    (row,) = read_seeds(path, Company, key=lambda row: row.id)
    assert row.code == code


@pytest.mark.parametrize("cells", ["q,青禾,,600000.SH", "q,青禾,Qinghe", "q,青禾,Qinghe, ", ",青禾,Qinghe,"])
def test_only_a_code_may_be_empty(tmp_path: Path, cells: str) -> None:
    path = tmp_path / "companies.csv"
    path.write_text(f"id,name,en,code\n{cells}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"companies\.csv:2: not 4 trimmed, filled cells\."):
        read_seeds(path, Company, key=lambda row: row.id)


@pytest.mark.parametrize(
    "code",
    ["600000.SH", "000001.SZ", "0700.HK", "2330.TW", "285A.JP", "005930.KR", "NVDA.US", "NOVO-B.DK", ""],
)
def test_a_code_says_its_market(code: str) -> None:
    check_companies((Company("company:qinghe", "青禾科技", "Qinghe", code),), KNOWN, path=Path("c.csv"))


@pytest.mark.parametrize(
    "code", ["600000", "SH600000", "700.HK", "NVDA.O", "nvda.US", "600000.US", "NASDAQ:NVDA"]
)
def test_a_code_of_another_style_is_refused(code: str) -> None:
    row = Company("company:qinghe", "青禾科技", "Qinghe", code)
    with pytest.raises(
        ConfigError, match=rf"c\.csv: company:qinghe has the code {code}, not one like 600519"
    ):
        check_companies((row,), KNOWN, path=Path("c.csv"))


def test_one_code_belongs_to_one_company() -> None:
    other = Company("company:haichuan", "海川", "Haichuan", "600000.SH")
    with pytest.raises(ConfigError, match=r"600000\.SH belongs to both company:haichuan and company:qinghe"):
        check_companies((other, QINGHE), KNOWN, path=Path("c.csv"))


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (Company("company:xingtu", "星图汽车", "Xingtu"), "company:xingtu is no company of aliases"),
        (Company("person:lin-xiaolan", "林晓岚", "Lin"), "person:lin-xiaolan is no company of aliases"),
        (Company("company:qinghe", "青禾", "Qinghe"), "company:qinghe is 青禾 here and 青禾科技 in aliases"),
    ],
)
def test_a_company_is_that_of_the_aliases(row: Company, sentence: str) -> None:
    with pytest.raises(ConfigError, match=sentence):
        check_companies((row,), KNOWN, path=Path("c.csv"))


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            Person("person:zhou", "周见山", "Zhou", "company:qinghe", "总裁"),
            "person:zhou is no person of aliases",
        ),
        (Person(LIN.id, "林岚", LIN.en, LIN.org, LIN.title), "is 林岚 here and 林晓岚 in aliases"),
        (Person(LIN.id, LIN.name, LIN.en, "company:xingtu", LIN.title), "has the org company:xingtu, which"),
        (Person(LIN.id, LIN.name, LIN.en, LIN.id, LIN.title), "has the org person:lin-xiaolan, which"),
    ],
)
def test_a_person_is_that_of_the_aliases(row: Person, sentence: str) -> None:
    check_people((LIN,), KNOWN, path=Path("p.csv"))
    with pytest.raises(ConfigError, match=sentence):
        check_people((row,), KNOWN, path=Path("p.csv"))


def test_an_id_of_our_aliases_says_its_type() -> None:
    assert all(row.id.startswith(f"{row.type}:") for row in seeds.aliases())
    types = {"company", "government", "media", "organisation", "person", "place", "product", "work"}
    assert {row.type for row in seeds.aliases()} == types
    assert all(schema().node_label(type_) for type_ in types)


def test_no_alias_repeats_the_name() -> None:
    assert [row for row in seeds.aliases() if row.alias == row.name] == []


def test_our_lists_hold_some_thousand_names() -> None:
    kinds = Counter({row.id: row.type for row in seeds.aliases()}.values())
    least = {
        "company": 750,
        "person": 480,
        "product": 240,
        "organisation": 260,
        "media": 140,
        "place": 150,
        "government": 80,
        "work": 50,
    }
    assert {kind: kinds[kind] >= number for kind, number in least.items()} == dict.fromkeys(least, True)
    assert len(seeds.people()) >= 100
    assert len([row for row in seeds.companies() if row.code]) >= 480


def test_every_known_company_has_an_english_name() -> None:
    assert {row.id for row in seeds.companies()} == {
        row.id for row in seeds.aliases() if row.type == "company"
    }


def test_an_english_name_is_a_form_of_its_bearer() -> None:
    known = owners()
    bearers: list[Company | Person] = [*seeds.companies(), *seeds.people()]
    assert [row for row in bearers if known.get(name_key(row.en)) != row.id] == []


@pytest.mark.parametrize(
    "forms",
    [
        ("360", "三六零", "360集团", "Qihoo 360"),
        ("智谱", "智谱AI", "智谱华章", "Zhipu AI"),
        ("英伟达", "Nvidia", "NVDA", "輝達"),
        ("工信部", "工业和信息化部", "国家工信部"),
        ("发改委", "国家发改委", "国家发展和改革委员会"),
        ("美联储", "联准会", "Federal Reserve"),
        ("路透社", "Reuters"),
        ("北大", "北京大学", "Peking University"),
        ("奥特曼", "阿尔特曼", "奥尔特曼", "Sam Altman"),
        ("特朗普", "川普", "Donald Trump"),
        ("扎克伯格", "祖克柏", "Mark Zuckerberg"),
        ("文心一言", "ERNIE Bot"),
        ("沙特", "沙特阿拉伯", "沙烏地阿拉伯", "Saudi Arabia"),
        ("硅谷", "矽谷", "Silicon Valley"),
        ("里根", "雷根", "Ronald Reagan"),
        ("鲁迅", "周樹人"),
        ("奔驰", "賓士", "平治", "Mercedes-Benz"),
        ("皇马", "皇家马德里", "Real Madrid"),
        ("解放军总医院", "301医院"),
        ("盗梦空间", "全面啟動", "Inception"),
        ("巴黎协定", "巴黎协议", "Paris Agreement"),
        ("万艾可", "伟哥", "Viagra"),
    ],
)
def test_forms_of_one_bearer(forms: tuple[str, ...]) -> None:
    known = owners()
    assert len({known[name_key(form)] for form in forms}) == 1


@pytest.mark.parametrize(
    "forms",
    [
        ("GPT-3.5", "GPT-4", "GPT-4o", "GPT-4 Turbo", "ChatGPT"),
        ("华为", "华为云", "海思", "荣耀"),
        ("小米", "小米汽车", "小米SU7"),
        ("百度", "百度网盘", "百度智能云"),
        ("360", "360手机卫士", "360安全卫士"),
        ("中国银行", "中国人民银行", "中国银行业协会", "日本银行"),
        ("平安银行", "中国平安"),
        ("中国证监会", "香港证监会", "美国证监会"),
        ("深度求索", "DeepSeek-R1", "幻方量化"),
        ("李宁公司", "李想", "理想汽车"),
        ("抖音", "TikTok"),
        ("司美格鲁肽", "Ozempic", "Wegovy"),
        ("默沙东", "德国默克"),
        ("日本乐天", "韩国乐天"),
        ("香港", "香港大学", "香港城市大学"),
        ("清华大学", "台湾清华大学"),
        ("比尔·克林顿", "希拉里·克林顿"),
    ],
)
def test_forms_of_several_bearers(forms: tuple[str, ...]) -> None:
    known = owners()
    assert len({known[name_key(form)] for form in forms}) == len(forms)


@pytest.mark.parametrize(
    "form",
    ["平安", "长城", "长安", "小鹏", "大众", "通用", "现代", "李宁", "张勇", "弗里德曼", "乐天集团", "德州"],
)
def test_a_form_that_names_others_too_is_nobodys(form: str) -> None:
    assert name_key(form) not in owners()


def test_our_companies_and_people_in_figures() -> None:
    codes = {row.id: row.code for row in seeds.companies()}
    assert [codes[f"company:{name}"] for name in ("moutai", "tencent", "nvidia", "tsmc", "huawei")] == [
        "600519.SH",
        "0700.HK",
        "NVDA.US",
        "2330.TW",
        "",
    ]
    assert (
        Person("person:ren-zhengfei", "任正非", "Ren Zhengfei", "company:huawei", "创始人") in seeds.people()
    )
