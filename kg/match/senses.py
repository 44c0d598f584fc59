"""What a sentence uses a name for: 苹果 that is eaten, 苹果 that sells phones."""

import re
from functools import lru_cache
from typing import NamedTuple

from kg.names import simplify
from kg.names.words import words
from kg.text import fold

NEAR = 14  # characters on either side of a name that may say what its bearer is: 北京某律所的律师张伟
BUSINESS, THING = "business", "a thing"
SENSES: dict[str, tuple[str, ...]] = {
    BUSINESS: words(
        """
        公司 集团 股价 财报 市值 发布会 ceo 首席 创始人 董事 总裁 营收 融资 投资 上市 季度 手机 芯片 销量
        员工 用户 品牌 供应商 股东 车型 新车 云计算 财年 高管 裁员 收购 市场份额 净利润 平台 电商 操作系统
        软件 专利 起诉 科技 app 出货 旗舰 机型 电脑 应用商店 总部 业务 客户 订单 客机 交付 停飞 广场 产能
        工厂 投产 充电 航班 票务 保费 贷款 门店 涨价 降价 智驾 大模型
        """
    ),
    "food and farming": words(
        """
        水果 果农 果园 果树 公斤 一斤 斤 亩 种植 亩产 吃 甜 熬 粥 煮 蒸 营养 维生素 粗粮 谷子 谷物 杂粮
        采摘 削皮 果汁 果皮 成熟 农户 播种 秋收 口感 产地 红富士 香蕉 粮食 面粉 糖分 血糖 农民 丰收 咬
        切成 锅 菜市场 嫁接 泡 煮粥 喝粥 早点 早餐 馅 蒸笼 出锅 剥 好吃 香甜 新鲜 摘
        """
    ),
    "nature": words(
        """
        流域 雨林 河流 河水 支流 物种 动物 昆虫 巢穴 栖息 捕食 繁殖 森林 草原 野生 觅食 上游 下游 水位
        鱼类 羽毛 树叶 开花 花期 原住民 迁徙 尾巴 爪 沙滩 海滩 海边 捡 潮水 树下 树上 搬运 爬 触角 花园
        草丛 礁石
        """
    ),
    "history and sights": words(
        """
        出土 文物 考古 遗址 明代 清代 朝代 商代 古代 游客 景区 城墙 博物馆 烽火 修缮 刻在 文字 世界遗产
        登上 攀登 诗人 王朝 皇帝 古城 龟甲 兽骨 殷墟 临摹 拓片 展柜
        """
    ),
    "science": words(
        """
        物理学家 发明家 交流电 磁感应 电磁 实验 天文 行星 恒星 神话 女神 诞生于 单位 望远镜 轨道 彗星 发明了
        化学家 数学家 定律
        """
    ),
    "life": words("梦想 现实 人生 一生 追求 青春 心中 生活态度 信念 奋斗 志向 远大"),
    "the public": words("市民 公众 群众 免费开放 向大众 广大 老百姓 听众 观众 普及"),
    "flags": words("旗杆 升起 飘扬 旗帜 旗手 升旗 挥舞 操场 国旗"),
}


# 一面红旗, 几只蚂蚁; 捡贝壳, 削了个苹果: what is counted or handled so is a thing, no firm
_THING = re.compile(
    r"(?:[一两二三四五六七八九十几数半每这那][个只颗粒片斤块朵株棵袋碗盆箱枚张头匹根面条串杯群把堆些]"
    r"|[吃捡摘煮熬泡剥削采喂捕种挖闻咬洗切炖炒晒画挂](?:了|着|过|完)?[些点个]?)$"
)


class Sense(NamedTuple):
    """The sense that most words of a sentence speak for, "" if none or two; what stands near the name."""

    sense: str
    near: str


@lru_cache(maxsize=1 << 12)
def sense_of(context: str, name: str) -> Sense:
    """The sense of a name in its sentence; without a sentence it has none."""
    if not context:
        return Sense("", "")
    text, form = simplify(fold(context)), simplify(fold(name))
    at = text.find(form)
    near = (
        text[max(0, at - NEAR) : at] + "|" + text[at + len(form) : at + len(form) + NEAR] if at >= 0 else text
    )
    rest = text.replace(form, "|")
    votes = sorted(
        ((sum(word in rest for word in words), sense) for sense, words in SENSES.items()), reverse=True
    )
    (most, sense), (second, _) = votes[:2]
    is_thing = not most and at >= 0 and _THING.search(text[:at])
    return Sense(sense if most > second else THING if is_thing else "", near)
