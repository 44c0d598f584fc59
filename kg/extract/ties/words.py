"""The words that say a tie of a type: a plan, a denial, a date or a sum belongs to what it stands beside."""

import re

# what begins a tie: 青禾科技拟收购星图汽车 is a plan of 收购, whatever else the clause says
_ACTS = {
    "role_of": (
        "担任|出任|接任|就任|兼任|任职|任命|聘任|聘为|委任|升任|转任|调任|当选|履新|上任|加入|"
        "加盟|入职|掌舵|成为|执掌|获任|(?<=[年月日起])任(?!务|期)"
    ),
    "founder": "创立|创办|创建|成立|设立|组建|发起|建立",
    "invests_in": (
        "投资|入股|注资|领投|参投|跟投|战投|增持|认购|出资|融资|入主|参股|收购|购买|购入|买入|买下|增资|投向"
    ),
    "acquires": (
        "收购|并购|买下|购买|购入|要约|吞并|私有化|合并|受让|拿下|买入|竞购|出售|卖给|转让|接手|接盘|入主"
    ),
    "subsidiary_of": "并入|收购|成为|分拆|拆分|控股",
    "cooperates_with": "合作|联手|携手|签约|签署|签订|达成|共建|联合|结盟|合资|采用|接入",
    "competes_with": "竞争|抗衡|挑战|较量|角逐|叫板|对决",
    "develops": "发布|推出|研发|开发|上线|上市|量产|交付|公布|面世|亮相|研制|自研|生产",
}
# what says that a tie holds
_STATES = {
    "role_of": "接替|接手|接棒|供职|就职|工作",
    "founder": "创始|缔造",
    "invests_in": "持股|持有|股东|股权|股份",
    "acquires": "控股",
    "subsidiary_of": "子公司|旗下|隶属|全资|下属|持股|母公司|分公司|附属",
    "cooperates_with": "协议|伙伴|供应|供货|采购|使用",
    "competes_with": "对手|竞品|对标",
    "develops": "打造|制造|建设|升级",
}
# 投资者, 创始人 and 某某投资有限公司 are somebody, no act
_NOBODY = "(?!者|人|方|商|公司|集团|有限|机构|基金|总监|委员会|伙伴|对手|社)"

_ACT_PATTERNS = {name: re.compile(f"(?:{words}){_NOBODY}") for name, words in _ACTS.items()}
ANY_ACT = re.compile(f"(?:{'|'.join(_ACTS.values())}){_NOBODY}")
_TIE_PATTERNS = {name: re.compile(f"{words}|{_STATES[name]}") for name, words in _ACTS.items()}


def acts_of(type_: str) -> re.Pattern[str]:
    """The words for what begins a tie of the type: 收购 for acquires, 出任 for role_of."""
    return _ACT_PATTERNS[type_]


def said_by(type_: str) -> re.Pattern[str]:
    """All words that say a tie of the type, also that it holds: 持有 for invests_in, 供职 for role_of."""
    return _TIE_PATTERNS[type_]
