"""How often what happens in the made-up articles of bench/synthetic.py, and what their names are made of.

Rates marked * are, rounded, those of a thousand annotated articles of Chinese business news: who is named
once is introduced in full, who is named often goes by a brand or a last name alone. The lengths of brands
and the characters in them are those of the listed companies of the package matchina, so that brands meet as
they do in registers: of 200,000 entities most firms with a brand of two characters share it with another.
"""

REFERENTS = 5  # of an entity, in the mean
FIRMS, PEOPLE = 0.5, 0.35  # shares of the entities; the rest are products *
ZIPF = 0.75  # mentions fall with the rank to this power *
OFFSET = 20  # ranks by which the head is flattened, or ten entities would hold most pairs
PER_ARTICLE = 8  # entities *
WELL_KNOWN = 10  # articles that name an entity

TRADITIONAL, WIDE = 0.03, 0.02  # shares of articles in traditional characters, with full-width letters
SLIP = 0.003  # of names with a character wrong or missing
MISREAD, UNTYPED = 0.01, 0.005  # of referents

CORE_LENGTHS = {2: 0.65, 3: 0.14, 4: 0.21}
GROUP = 0.15  # of firms that are groups
BRACKETED = 0.25  # of firms with their place in brackets behind the brand: 青禾科技（海川）有限公司
WITH_ENGLISH = 0.4  # of firms that articles also name in Latin letters

CHINESE = 0.7  # of people *
ONE_GIVEN = 0.3  # of Chinese people, given names of one character *
TITLED = 0.43  # of people in an article, said what they are *
TIED = 0.4  # of people in an article, said to whom they belong

# How a firm is first called in an article, one that is little known and one that is well known *
BRAND, WITH_TRADE, WITH_GROUP, WITHOUT_PLACE, WITH_PLACE, WHOLE, ENGLISH = range(7)
FIRM_FORMS = (
    {BRAND: 40, WITH_TRADE: 20, WITH_GROUP: 9, WITHOUT_PLACE: 8, WITH_PLACE: 8, WHOLE: 10, ENGLISH: 5},
    {BRAND: 70, WITH_TRADE: 12, WITH_GROUP: 8, WITHOUT_PLACE: 2, WITH_PLACE: 2, WHOLE: 1, ENGLISH: 5},
)
# To the best known one a shared name belongs, and another goes by it a quarter as often. Listed companies'
# short names are bare brands in 19 of 100 cases, in 12 where two share the brand, in 9 where up to five do.
NAMESAKE = 0.27
THEN_BRAND = 0.2  # of articles that call it otherwise first and by its brand later *
DECLARED = 0.3  # of those, that say so: （以下简称“青禾”）
CHINESE_FORMS = {"name": 90, "title behind": 4, "title before": 3, "pinyin": 2, "pinyin turned": 1}
THEN_TITLED = 0.03  # of articles that call somebody 张总 later
FOREIGN_FORMS = (  # *
    {"last": 50, "whole": 31, "latin": 8, "latin last": 4, "initial": 2, "another spelling": 5},
    {"last": 80, "whole": 8, "latin": 3, "latin last": 5, "initial": 1, "another spelling": 3},
)
THEN_LAST = 0.3  # of articles that name somebody in full first *
PRODUCT_FORMS = {"as is": 70, "blank": 12, "hyphen": 10, "joined": 8}
KIND_ADDED = 0.1  # of products without a version: 星图大模型

PLACES = (
    *("北京", "上海", "深圳", "广州", "杭州", "南京", "成都", "武汉", "西安", "苏州", "天津", "重庆", "长沙"),
    *("合肥", "青岛", "宁波", "厦门", "郑州", "济南", "福州", "大连", "昆明", "无锡", "佛山", "东莞"),
)
TRADES = (
    *("科技", "网络", "智能科技", "信息技术", "生物科技", "医药", "食品", "汽车", "新能源", "半导体"),
    *("机器人", "电子", "传媒", "文化传媒", "教育科技", "物流", "置业", "建设", "机械", "化工", "材料"),
    *("贸易", "投资", "环保", "软件", "服饰", "餐饮"),
)
FORMS = {"有限公司": 70, "股份有限公司": 25, "有限责任公司": 5}
# of ten thousand people *
SURNAMES = {
    **{"王": 720, "李": 720, "张": 680, "刘": 540, "陈": 450},
    **{"杨": 310, "黄": 220, "赵": 210, "吴": 200, "周": 190},
    **dict.fromkeys("徐孙马朱胡郭何林高罗", 125),
    **dict.fromkeys("郑梁谢宋唐许韩邓冯曹彭曾", 75),
    **dict.fromkeys("肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢", 48),
    **dict.fromkeys("姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫", 28),
    **dict.fromkeys("雷龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁", 14),
}
GIVEN = (
    "伟明文华军平强建国志杰宇涛晓海林峰鹏波俊磊勇斌浩辉健东飞超龙亮刚凯鑫宏春丽芳敏静燕娟红霞玲梅雪婷洁颖倩琳慧佳怡雨"
    "欣思子一小天永光新安庆成立德正学良荣兴家祥世忠义仁礼智信泽润泉源江河川山石松柏青云风雷电星月阳晨曦瑞祺嘉铭轩博然"
    "诗涵梓睿哲远航毅坚诚达通元振栋梁材才英豪雄武威力友朋益群民生玉珍珠宝金银锦绣彩丹凤凰鸿雁翔翼腾跃进步高升"
)
FIELDS = {  # titles, and how many people hold one of them
    ("ceo", "首席执行官", "创始人"): 18,
    ("董事长", "总裁", "总经理"): 17,
    ("副总裁", "首席技术官", "总监"): 10,
    ("教授", "院士", "研究员"): 14,
    ("分析师", "首席分析师"): 8,
    ("局长", "书记", "副市长"): 9,
    ("工程师", "架构师"): 6,
    ("律师", "法官"): 5,
    ("医生", "主任医师"): 4,
    ("教练", "运动员", "球员"): 4,
    ("导演", "演员", "作家"): 5,
}
ADDRESSES = ("总", "董", "老师", "先生", "女士")
# Syllables of foreign names: how most, and how others, write them, and one Latin spelling.
SPELLED = """
阿/艾:a 奥/欧:o 埃/爱:e 伊:i 巴/帕:ba 贝/佩:be 比/皮:bi 博/波:bo 布/普:bu 达/塔:da 德/特:de 迪/蒂:di
多/托:do 杜/图:du 法:fa 菲/费:fi 弗/夫:v 福:fo 加/卡:ka 格/克:k 戈/科:go 古/库:gu 哈:ha 赫/黑:he
霍:ho 胡:hu 拉:la 莱/雷:re 里/利:ri 罗/洛:ro 鲁/卢:ru 马/玛:ma 梅:me 米:mi 莫:mo 穆:mu
纳/娜:na 内:ne 尼/妮:ni 诺:no 萨:sa 塞:se 斯/丝:s 索:so 苏:su 维/威:vi 沃:wo 曼/门:man
森/申:sen 顿/登:ton 林:lin 金:kin 伯/勃:ber 尔:l 姆:m 恩:n 兰:lan
"""
SYLLABLES = tuple((zh.split("/"), latin) for zh, latin in (one.split(":") for one in SPELLED.split()))
FIRST_NAMES = 600  # that foreign people share
LAST_NAMES = 4_000  # some common: two of two thousand people share one *
MODELS = ("", " Pro", " Max", " mini", " Plus")
VERSIONS = ("1", "2", "3", "4", "5", "1.5", "2.5", "3.5")
KINDS = ("大模型", "模型", "系统", "平台")
WIDER = 0xFEE0  # from a letter to the full-width one
