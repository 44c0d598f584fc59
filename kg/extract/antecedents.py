"""What a pronoun or a phrase that points back stands for: 他, 该公司, 上述知情人士."""

import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from kg.extract.about import sum_by_text
from kg.extract.book import MentionBook
from kg.extract.found import Cue, Name
from kg.extract.full_names import BODIES, PEOPLE, full_names
from kg.records import Mention, TextSpan
from kg.seeds import pronouns

# a phrase that points back: 该公司, 这位CEO, 上述知情人士, 其团队
_POINTS_BACK = re.compile("^(?:该|这位|这名|这家|上述|前述|此|其)")
_THIS = re.compile("^(?:这位|这名|该名|该(?!公司|行))")  # one person: 这位副省长
_FIRM_WORD = re.compile(
    "公司|企业|集团|机构|银行|平台|品牌|方|厂商|车企|[行厂局院校社台部署店馆队]$|中心|协会|法院"
)
# who may have been described in any words: 该男子 is the 司机 before him, 该负责人 is no 网友
_ANY_PERSON = re.compile("(?:人士|男子|女子|先生|女士|作者|网友|当事人|老人|学生)")
# a source that is no person: 他 after 公开资料显示, or behind what 税务部门 say, is somebody else
NO_PERSON = re.compile(
    "资料|数据|报告|公告|研报|文件|信息|消息|统计|判决|通知|声明|规定|条例|网站?$|会议$"
    "|(?:部门|单位|机构|平台|公司|企业|集团|委员会|法院|协会|社区|警方|官方|方面|市场|业内|舆论|网上)$"
    "|(?:报道|文章|帖子|评论|视频|短信|材料|财报|账单|合同|条款|证据|书|信|标准|政策|协议|方案|战略)$"
    "|(?:调查|研究|模型|观点|声音|海报|截图|媒体?|当地|[店馆])$|^(?:有人|外界|坊间)$"
)
_SEVERAL = re.compile("^(?:多|数|一些|部分|不少|众|几|十|两)|们$|大家")
ROLE = 2  # characters at the end of a description that say what somebody is: 人士, 律师, 经理

SURE = 0.5  # the model's chance from which a name counts as its choice
NEAR = 400  # characters back to the last speaker that a pronoun may continue
FAR = 800  # characters back to a name that a pronoun may stand for
# The model finds several people likely where several speak: 周鸿祎则谈到… 他指出 is about who stands
# nearest, and whoever spoke last is a little likelier. Figures from a sweep over the select articles.
FADE = 60  # characters of distance that outweigh all of the chance
SPOKE_LAST = 0.2

ONE = frozenset(("他", "她", "公司", "该公司", "这家公司", "该行"))  # 他们 may be anybody


class Heard(NamedTuple):
    """What is known where somebody speaks: the names, and who has spoken before, last ones last.

    ``bearers`` holds for each name's text the index of its full form, else of its first mention;
    ``around`` is the name of whoever speaks the quote that this one stands in, who is no 他 of his own.
    """

    names: Sequence[Name]
    bearers: Mapping[str, int]
    book: MentionBook
    earlier: Sequence[Mention] = ()
    around: str | None = None

    def bearer(self, index: int) -> Mention:
        """The mention of a name's full form, else the name's first one."""
        return self.book.of_name[self.bearers[self.names[index].text]]

    def is_around(self, index: int) -> bool:
        """Whether a name is that of the one who speaks around."""
        return self.around is not None and self.bearer(index).name == self.around


def bearers(names: Sequence[Name]) -> dict[str, int]:
    """For each name's text the index of its full form, else of its first mention."""
    firsts = {name.text: index for index, name in reversed(list(enumerate(names)))}
    return firsts | full_names(names)


@cache
def _pronouns() -> dict[str, str]:
    return {pronoun.word: pronoun.kind for pronoun in pronouns()}


def pronoun_kind(phrase: str) -> str | None:
    """person, company or role for a phrase that stands for somebody; None for a description of its own."""
    kind = _pronouns().get(phrase)
    if kind is not None:
        return kind
    if not _POINTS_BACK.match(phrase):
        return None
    return "company" if _FIRM_WORD.search(phrase[-2:]) else "role"


def antecedent(cue: Cue, span: TextSpan, phrase: str, kind: str, heard: Heard) -> tuple[Mention | None, str]:
    """What a phrase of a kind stands for, and how that was found: by context or model, else as written."""
    if kind == "role":
        for mention in reversed(heard.earlier):  # 上述知情人士 -> 一位知情人士
            if mention.kind == "unnamed" and mention.name[-ROLE:] == phrase[-ROLE:]:
                return mention, "context"
    types = BODIES if kind == "company" else PEOPLE
    is_other = kind == "role" and not _ANY_PERSON.search(phrase)
    is_someone = kind == "company" or not NO_PERSON.search(phrase)
    is_one = not is_other and (phrase in ONE or bool(_THIS.match(phrase) and is_someone))
    last = _last_speaker(heard, types, is_company=kind == "company", is_named=is_other)
    if last is not None and _goes_on(last, cue, span, kind, heard, is_one=is_one):
        return last, "context"
    index = _best_name(cue, span, types, last, heard, is_one=is_one)
    if index is None and kind == "person" and is_one:
        index = _name_ahead(cue, span, heard)
    if index is None:
        return None, "written"
    return heard.bearer(index), "model" if chance(cue, heard.names, index) >= SURE else "context"


def _last_speaker(heard: Heard, types: Sequence[str], *, is_company: bool, is_named: bool) -> Mention | None:
    """Who spoke last among those that a phrase of this kind may mean."""
    for mention in reversed(heard.earlier):
        unnamed = mention.kind == "unnamed" and not (is_company or is_named)
        described = unnamed and not NO_PERSON.search(mention.name)
        if (mention.type in types or described) and mention.name != heard.around:
            return mention
    return None


def _goes_on(last: Mention, cue: Cue, span: TextSpan, kind: str, heard: Heard, *, is_one: bool) -> bool:
    """Whether a phrase means the unnamed source before it, and the model is not sure of a name instead."""
    if last.kind != "unnamed" or span.start - last.span.start > NEAR:
        return False
    if is_one and _SEVERAL.search(last.name):
        return False
    return kind != "person" or not any(
        chance(cue, heard.names, index) >= SURE
        for index, name in enumerate(heard.names)
        if name.type in PEOPLE and 0 <= span.start - name.span.end <= FAR
    )


def _best_name(
    cue: Cue, span: TextSpan, types: Sequence[str], last: Mention | None, heard: Heard, *, is_one: bool
) -> int | None:
    """The name before a pronoun with the best sum of chance, nearness, and having spoken last.

    他们 may be anybody: without a sure chance it stays as it is.
    """
    best, found = -math.inf, None
    for index, name in enumerate(heard.names):
        distance = span.start - name.span.end
        if name.type not in types or not 0 <= distance <= FAR or heard.is_around(index):
            continue
        likely = chance(cue, heard.names, index)
        if not is_one and likely < SURE:
            continue
        spoke_last = last is not None and last.name == heard.bearer(index).name
        score = likely - distance / FADE + SPOKE_LAST * spoke_last
        if score >= best:
            best, found = score, index
    return found


def _name_ahead(cue: Cue, span: TextSpan, heard: Heard) -> int | None:
    """The person named only later, if the model is sure: 他说，工厂要搬。林晓岚是第一个这样说的人."""
    for index, name in enumerate(heard.names):
        if name.type in PEOPLE and name.span.start >= span.end and chance(cue, heard.names, index) >= SURE:
            return index
    return None


def chance(cue: Cue, names: Sequence[Name], index: int) -> float:
    """The model's chance that a name is the source's own, all mentions of its text together."""
    return sum_by_text(cue.sources, names).get(names[index].text, 0.0)
