"""The ends of organisations' names: what they are in law, what they do, whose part they are."""

from functools import cache

from kg.names.key import name_key
from kg.names.packages import package_file
from kg.names.words import words

# Behind a firm's brand these change little: 智谱 = 智谱AI = 智谱科技.
SOFT = frozenset(
    words(
        """
        科技 技术 信息 信息技术 网络 网络科技 信息科技 软件 智能 智能科技 电子 数字 ai 人工智能 互联网 数据
        数科 系统 计算机 计算机系统 生物 生物科技 生物技术 医药 药业 制药 医疗 医疗器械 能源 新能源 材料
        新材料 环保 机械 重工 机电 电气 电器 家电 食品 乳业 饮料 酒业 餐饮 鲜生 生鲜 服饰 服装 家居 家具
        化工 石化 钢铁 矿业 煤业 建设 建筑 工程 实业 产业 工业 企业 商业 商贸 贸易 进出口 国际 国际贸易 管理
        企业管理 咨询 文化 传媒 文化传媒 传播 娱乐 教育 教育科技 旅游 酒店 快递 速运 半导体 微电子 光电 通信
        通讯 电信 光学 精密 自动化 机器人 发展 控股 集团 股份 公司 商城 app 创新 创新科技 高科 品牌 平台
        官网 官方 方面
        """
    )
)
# Behind a brand these are a part of its bearer, or a thing that it makes: 华为云, 百度网盘, OpenAI安全委员会.
PARTS = frozenset(
    words(
        """
        云 网盘 手机 地图 钱包 支付 快送 到家 买菜 优选 严选 新闻 日报 研究院 研究所 研究中心 实验室 委员会
        基金会 附属医院 协会 学会 联盟 工会 党委 俱乐部 事业部 事业群 部门 团队 工作室 董事会 门店 分公司
        子公司 分行 支行 分院 分校 分局 支队 营业部 旗舰店 专卖店 体验店 工厂 卫士 手机卫士 浏览器 输入法
        翻译 助手 大脑 大模型 开放平台 小程序 商店 应用商店 百科 贴吧 知道 文库 相册 邮箱 会议 文档 社区
        电视 盒子 手表 耳机 操作系统 算力 智能驾驶 自动驾驶 论坛 峰会 大会 大厦 中心 大使馆 使馆 领事馆 附中
        附属中学 附属小学
        附小 工业园 基地 大学 学院 中学 小学 医院 法院 检察院 公安局 政府 党组 办公厅 办公室 学生会 校友会
        图书馆 博物馆 杯
        """
    )
)
# What may be a part as well as all that a firm does: 小米汽车 is no 小米, 奇瑞汽车 is 奇瑞.
BUSINESSES = frozenset(
    words(
        """
        音乐 视频 文学 影业 游戏 金融 金服 金科 物流 健康 体育 动漫 直播 电影 出行 外卖 基金 资本 投资 创投
        风投 银行 保险 人寿 财险 证券 信托 租赁 期货 财经 科创 智行 量化 量化基金 资管 资产管理 理财
        小贷 消费金融 征信 招聘 充电 电池 芯片 汽车 港 数据中心 置业 物业 服务 地产 房地产 影视 产业投资
        股权投资 融资租赁 汽车租赁 货运 打车 单车 租车 快运 供应链 冷链 影院
        """
    )
)
UNITS = PARTS | BUSINESSES
# Of these, what any firm may add or leave out: 大疆 = 大疆创新科技; 青禾食品 may be another 青禾.
LIGHT_TRADES = words("科技 技术 信息 网络 软件 智能 数字 数科 ai 发展 实业 控股 集团 股份 官网 app")
# The kinds of bodies that stand at the end of a whole name: 中国人民银行, 北京大学, 第二医院, 上海证券交易所.
BODIES = frozenset(
    words(
        """
        银行 农商行 农商银行 农村商业银行 商业银行 信用社 大学 学院 中学 小学 学校 医院 人民医院 中医院
        附属医院 法院 人民法院 中级人民法院 高级人民法院 检察院 人民检察院 委员会 协会 学会 联合会 商会
        研究院 研究所 设计院 科学院 交易所 证券交易所 管理局 监督管理局 监管局 公安局 统计局 教育局 卫生局
        税务局 气象局 海关 局 总局 厅 部 署 办公室 人民政府 政府 出版社 通讯社 日报 晚报 报社 周刊 电视台
        广播电台 证券 保险 人寿保险 财产保险 信托 基金 基金会 律师事务所 事务所 会计师事务所 博物馆 图书馆
        俱乐部 航空 航空公司 电力公司 铁路局 工程局 党 议会 国会
        """
    )
)
# two ways to write one kind of body
ONE_BODY = {
    **{
        "农村商业银行": "农商行",
        "农商银行": "农商行",
        "人寿": "人寿保险",
        "财险": "财产保险",
        "资管": "资产管理",
        "附属中学": "附中",
        "附属小学": "附小",
    },
    **{"证券交易所": "交易所", "人民法院": "法院", "人民检察院": "检察院", "人民政府": "政府"},
}
# What follows a source's name where it speaks: 苹果方面, 中信证券研报, ASML官网, Wind数据
VOICES = words("方面 官网 官方 数据 研报 公告 微信公众号 官方微博 官方客服 app 杂志")
FORMS_ZH = words(
    """
    集团股份有限公司 控股集团有限公司 集团有限责任公司 集团有限公司 控股有限公司 股份有限公司 有限责任公司
    集团公司 股份公司 控股集团 有限公司 总公司 株式会社 合伙企业 有限合伙 普通合伙 集团 公司 控股 股份 本社
    企业
    """
)
FORMS_LATIN = frozenset(
    words(
        """
    inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh ag sa se nv bv kk group
    holdings holding spa ab oyj pte pty
    """
    )
)
SOFT_LATIN = frozenset(
    words(
        """
    technologies technology tech ai international global systems software motors electronics the of and
    semiconductor computer online
    """
    )
)


@cache
def trades() -> frozenset[str]:
    """Words for what firms do: our soft ones and the list of companynameparser, whose file alone is read."""
    text = package_file("companynameparser", "data", "trade.txt").read_text(encoding="utf-8")
    return SOFT | {key for key in map(name_key, words(text)) if len(key) > 1} - UNITS - BODIES
