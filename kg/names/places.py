"""Places at the head of names: 北京市 in 北京市海淀区人民法院, 美国 in 美国司法部.

Cities and counties come from the package companynameparser: its files are read, the package is never
imported, for that would start jieba.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.names.packages import package_file
from kg.names.words import words

COUNTRIES = words(
    """
    中国 美国 英国 法国 德国 日本 韩国 朝鲜 俄罗斯 印度 意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 瑞典 挪威 丹麦
    芬兰 波兰 捷克 匈牙利 希腊 土耳其 乌克兰 白俄罗斯 以色列 伊朗 伊拉克 沙特 阿联酋 卡塔尔 埃及 南非
    尼日利亚 肯尼亚 加拿大 墨西哥 巴西 阿根廷 智利 秘鲁 澳大利亚 新西兰 新加坡 马来西亚 印度尼西亚 印尼 泰国
    越南 菲律宾 缅甸 柬埔寨 老挝 巴基斯坦 孟加拉国 斯里兰卡 尼泊尔 蒙古 哈萨克斯坦 爱尔兰 奥地利 冰岛 欧洲
    亚洲 非洲 欧盟 全球 世界 国际 东南亚 亚太 中东 北美 拉美 硅谷 纽约 伦敦 巴黎 东京 旧金山 洛杉矶 加州
    纽约州 得州 莫斯科 柏林
    """
)
ABROAD = frozenset(COUNTRIES) - {"国际", "全球", "世界"}  # behind a brand they are a branch: 索尼中国
STEMS = words("特别行政区 维吾尔自治区 壮族自治区 回族自治区 自治区 自治州 地区 省 市 盟")
SHORTEST_STEM = 2  # 大庆 of 大庆市; a stem of one character stands in every other name
# 海川市 in 海川市青禾科技有限公司: a city that no list holds; 大都市传媒 and 农贸市场 hold none
_UNLISTED = re.compile(
    r"[\u4e00-\u9fff]{2,3}?(?:(?<![城都超股夜集门楼上花菜车早])市(?![场值民委长政])|县(?![长委域])|省(?![钱级]))"
)
SHORTEST_REST = 2  # characters behind such a city: 青禾
LONGEST = 12  # characters of a place: 黔东南苗族侗族自治州
# Cities whose stem is a brand, a surname or a word of its own: only 东方市 and 吉林省 are places for sure.
AMBIGUOUS = frozenset(("阿里", "安康", "东方", "海西", "三沙", "中卫", "来宾", "黄山", "泰山", "平安"))


class Headed(NamedTuple):
    """A name's places, each without 省 or 市, and what stands behind them."""

    places: tuple[str, ...]
    rest: str


def take_places(name: str) -> Headed:
    """Split the places off the head of a name; a name of places alone is all rest."""
    found: list[str] = []
    rest = name
    while (place := _leading(rest)) and len(place) < len(rest):
        found.append(stem(place))
        rest = rest[len(place) :]
    return Headed(tuple(found), rest)


def place_of(text: str) -> str:
    """The place that the text is, without 省 or 市; "" if it is none."""
    return stem(text) if text in places() else ""


def _leading(text: str) -> str:
    known = places()
    for length in range(min(LONGEST, len(text)), SHORTEST_STEM - 1, -1):
        if text[:length] in known:
            return text[:length]
    found = _UNLISTED.match(text)
    return found[0] if found and len(text) - found.end() >= SHORTEST_REST else ""


def stem(place: str) -> str:
    """北京 for 北京市, 广西 for 广西壮族自治区; a name too short to lose its ending stays."""
    for ending in STEMS:
        if place.endswith(ending) and len(place) - len(ending) >= SHORTEST_STEM:
            return place.removesuffix(ending)
    return place


@cache
def places() -> frozenset[str]:
    """Countries, provinces, cities, with and without their ending, and counties with it."""
    found = set(COUNTRIES)
    for province, city, county in _divisions():
        found.update((province, city, county, stem(province), stem(city)))
    return frozenset(name for name in found if len(name) >= SHORTEST_STEM and name not in AMBIGUOUS)


def _divisions() -> Iterator[tuple[str, str, str]]:
    path = package_file("companynameparser", "data", "pca.csv")
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["sheng"], row["shi"], row["qu"]
