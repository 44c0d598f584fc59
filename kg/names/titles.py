"""Titles of people: the field of work that each speaks of, and which fields one person hardly joins."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import product

from kg.names.key import name_key
from kg.names.words import words

# Parts of titles by field. What heads a club as well as a ministry (主席, 会长, 主任, 负责人) is in none.
FIELDS: dict[str, tuple[str, ...]] = {
    "law": words("律师 法官 检察官 公诉人 公证员 审判长 检察长 仲裁员 lawyer judge"),
    "medicine": words("医生 医师 护士 护士长 药师 大夫 军医 牙医 doctor nurse"),
    "police": words("警察 民警 刑警 交警 警官 公安 警长 狱警 辅警 消防员 police"),
    "sport": words(
        """
        教练 主帅 球员 运动员 前锋 中场 后卫 门将 裁判 选手 球星 冠军 球手 车手 棋手 国脚 领队 奥运 coach
        footballer athlete
        """
    ),
    "art": words(
        """
        导演 演员 歌手 画家 作家 编剧 诗人 作曲 音乐人 艺人 艺术家 书法家 制片 摄影师 舞蹈 钢琴家 小说家
        影星 歌星 明星 模特 actor singer
        """
    ),
    "academia": words(
        """
        教授 讲师 研究员 院士 学者 科学家 博导 博士生导师 校长 教师 老师 助教 学家 博士后 professor
        scientist
        """
    ),
    "business": words(
        """
        ceo cfo cto coo cio cmo cpo vp 首席 总裁 董事 总经理 经理 创始人 创办人 创办者 创始者 创建者 创建人
        合伙人 总监 投资人 企业家 老板 高管 监事 掌门人 实控人 股东 分析师 策略师 founder director
        """
    ),
    "technology": ("工程师", "程序员", "架构师", "开发者", "设计师", "技术员", "engineer"),
    "politics": (
        *words("总统 总理 首相 部长 省长 市长 县长 州长 书记 局长 厅长 处长 镇长 乡长"),
        *words("议员 议长 大使 外长 防长 国务卿 国务委员 国王 女王 王储 常委 司长 特使"),
        *words("领事 署长 人大代表 政协委员 参赞 国家主席 president minister senator"),
    ),
    "media": words("记者 编辑 主编 主持人 主播 评论员 撰稿人 博主 专栏作家 journalist editor"),
    "military": words("将军 司令 上校 中校 少校 上将 中将 少将 参谋 士兵 军长 师长 政委"),
    "aviation": ("航天员", "宇航员", "飞行员", "机长", "空姐", "乘务员", "astronaut", "pilot"),
    "exploration": ("航海家", "探险家", "登山家", "旅行家", "explorer"),
    "student": ("学生", "同学", "本科生", "研究生", "博士生", "硕士生", "实习生", "student"),
    "labour": words(
        """
        工人 司机 农民 村民 厨师 快递员 外卖员 骑手 保安 店主 居民 市民 保洁 业主 乘客 渔民 驾驶员 司炉 木匠
        技工
        """
    ),
}
# 主编 of a paper may write novels, a 教授 may found a firm, a 将军 become 部长: no clash.
JOINED = frozenset(
    frozenset(pair.split("-"))
    for pair in words(
        """
        academia-business academia-technology academia-politics academia-medicine academia-law academia-art
        academia-media academia-military academia-aviation aviation-military business-technology
        business-media business-politics business-art business-law business-medicine law-politics law-police
        police-politics military-politics media-art media-technology media-politics medicine-military
        student-technology student-art student-sport student-labour sport-media labour-technology
        """
    )
)
# 博士生导师 is no 博士生, 专栏作家 writes for a paper: longer parts hide shorter ones
_PARTS = sorted(
    ((part, field) for field, parts in FIELDS.items() for part in parts), key=lambda row: -len(row[0])
)


@lru_cache(maxsize=1 << 14)
def fields(title: str) -> frozenset[str]:
    """The fields that a title speaks of: 主任医师 gives medicine; 主席 and what is unknown give none."""
    rest, found = name_key(title), set()
    for part, field in _PARTS:
        if part in rest:
            found.add(field)
            rest = rest.replace(part, "/")
    return frozenset(found)


def fields_of(titles: Iterable[str]) -> frozenset[str]:
    """The fields that any of the titles speaks of."""
    return frozenset().union(*map(fields, titles))


def clashing(left: Iterable[str], right: Iterable[str]) -> tuple[str, str] | None:
    """The first two fields that one person hardly joins (law, sport); None if any two go together."""
    pairs = sorted(product(left, right))
    apart = [pair for pair in pairs if pair[0] != pair[1] and frozenset(pair) not in JOINED]
    return apart[0] if pairs and len(apart) == len(pairs) else None
