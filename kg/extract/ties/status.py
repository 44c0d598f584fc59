"""Whether a tie is stated, former, planned, rumoured or denied, by words beside it in its own sentence.

The strongest word wins: a denial over a rumour, a rumour over an end, an end over a plan. Names in one
phrase without a verb (青禾科技首席执行官林晓岚, 青禾科技旗下的星图汽车) take their tie for granted: what the
sentence goes on to deny, to rumour or to plan is something else. There only a word inside the phrase
counts (青禾科技前首席执行官林晓岚), or that the person leaves. So it is for names in different sentences.
"""

import re

from msgspec import Struct

from kg.extract.ties.evidence import SENTENCE_END, between, hull, sentence
from kg.extract.ties.words import ANY_ACT, acts_of, said_by
from kg.records import Status, TextSpan

# once done they stay done: what can end is the plan, and what somebody once founded he has founded
ACTS = frozenset({"founder", "acquires", "develops"})
PHRASE = 24  # characters between names in one phrase: 青禾科技（北京）联席董事长兼首席执行官林晓岚
NEAR = 6  # characters from a negation or a 可能 to the tie's word: 没有在青禾科技任职
WITHIN = 16  # characters from a plan to the tie's word: 计划以十亿元现金收购

_STOP = re.compile("[，。；：！？\n]")
# 的, 、 and titles may stand in a phrase, these not
_VERB = re.compile("[辞离曾将拟是为在被称从由与和同跟向对把给让使说有签]")
# 目前, 十年前 and 提前 are times, 前十 and 前身 no office; 原则, 中原 and 原计划 neither
_FORMER = (
    "(?:(?<![目此之日以年月天周会赛提当先空面眼向从往生])前(?![十身后往期景沿端台线述夕来去进途提三两几\\d])任?"
    "|(?<![中高平草还])原(?![则因来本油料始创告地计定先生有谅理型产])任?|时任|曾任|曾担任)"
)
_INSIDE, _AT_END, _AT_START = (re.compile(p) for p in (_FORMER, f"{_FORMER}$", f"的?{_FORMER}"))

_ONCE = re.compile("曾经?(?=[是为在于与和任]|担任|出任|供职|就职|效力|持有|隶属|合作|投资)|历任|先后")
_LEFT = re.compile(
    "卸任|离任|辞去|辞任|辞职|离职|去职|离开|退休|免去|被免|罢免|撤销|不再(?:担任|兼任|出任|任|是|为)|落马"
)
_ENDED = re.compile("不再|终止|结束|解除|中止|停止|退出|退股|清仓|剥离|脱离|撤资|分手|分道扬镳")
_CALLED_OFF = re.compile("终止|取消|放弃|叫停|告吹|撤回|流产")
_AHEAD = re.compile(
    "拟|计划|即将|将(?![其该所自此继持□]|二者|上述|旗下)|有意|考虑|洽谈|谈判|意向|打算|准备|预计|预期|有望|寻求|试图|欲"
)
_PLANNED_ACT = "[^，。；]{0,4}(?:意向|谈判|洽谈|事宜)"
_RUMOUR = re.compile(
    "据传|传闻|传言|网传(?!截|图|视频|不实)|盛传|谣传|被传|有传|疑似|坊间|(?:有|市场)消息称|小道消息|爆料"
)
_MAYBE = re.compile("或(?!者|许可|缺|是|其)|可能|疑似")
_DENIAL = re.compile("(?:否认|辟谣|驳斥)(?!.*(?:表示|称|指出|强调|[。！？\n]))")
_NOT = re.compile(
    "并未|从未|未曾|未能|(?<!并非)(?<!不是)没有|并没|并非(?!没)|不是(?!没)|并不(?!意外|奇怪)|不会|绝不|绝非|无意|拒绝"
)
_UNTRUE = re.compile("不属实|(?:消息|传闻|报道|内容|说法)不实|谣言|子虚乌有|不存在|并无此事|无稽之谈")


class Scene(Struct, frozen=True):
    """A pair in its sentence; the names themselves are □, so that 青禾投资 says nothing of an investment."""

    before: str
    middle: str
    after: str

    @property
    def clause(self) -> str:
        """The names with what stands between them, and before and after them up to the next stops."""
        before, after = _STOP.split(self.before)[-1], _STOP.split(self.after, maxsplit=1)[0]
        return f"{before}□{self.middle}□{after}"


def status(
    text: str,
    subject: TextSpan,
    object_: TextSpan,
    evidence: TextSpan,
    type_: str,
    *,
    title: TextSpan | None = None,
) -> Status:
    """The status of a tie; "stated" where no word beside it says otherwise."""
    type_ = type_.replace("-", "_")
    scene = _scene(text, subject, object_, evidence)
    was = type_ not in ACTS and _was(text, subject, object_, title)
    if is_granted(text, subject, object_) or SENTENCE_END.search(scene.middle):
        return "former" if was or (type_ == "role_of" and _leaves(scene)) else "stated"
    if _is_denied(scene, type_):
        return "denied"
    if _is_rumoured(scene, type_):
        return "rumoured"
    if was or _is_over(scene, type_):
        return "former"
    return "planned" if _is_planned(scene, type_) else "stated"


def is_granted(text: str, subject: TextSpan, object_: TextSpan) -> bool:
    """Whether the names stand in one phrase without a verb: 青禾科技首席执行官林晓岚."""
    start, end = between(subject, object_)
    breaks = (_STOP, _VERB, ANY_ACT, _ENDED, _LEFT)
    return end - start <= PHRASE and not any(it.search(text, start, end) for it in breaks)


def _scene(text: str, subject: TextSpan, object_: TextSpan, evidence: TextSpan) -> Scene:
    whole = hull(subject, object_)
    around, (start, end) = sentence(text, whole, evidence), between(subject, object_)
    return Scene(text[around.start : whole.start], text[start:end], text[whole.end : around.end])


def _was(text: str, subject: TextSpan, object_: TextSpan, title: TextSpan | None) -> bool:
    """Whether 前 or 原 stands before the title or the later rank, or in the phrase of both names."""
    start, end = between(subject, object_)
    phrase = text[start:end] if end - start <= PHRASE and not _STOP.search(text, start, end) else ""
    heads = [object_, *([title] if title else [])]
    return bool(
        _INSIDE.search(phrase)
        or any(_AT_END.search(text[max(0, head.start - 3) : head.start]) for head in heads)
        or _AT_START.match(text, object_.end)
    )


def _leaves(scene: Scene) -> bool:
    """Whether the clause goes on to say that the person left: 首席执行官林晓岚已离职, not 将离职."""
    after = _STOP.split(scene.after, maxsplit=1)[0]
    left = _LEFT.search(after)
    return left is not None and not re.search("[将拟或和与、由传]|可能|计划|否认", after[: left.start()])


def _is_denied(scene: Scene, type_: str) -> bool:
    denied = _DENIAL.search(scene.before + scene.middle) or _UNTRUE.search(scene.after)
    return bool(denied) or _governs(_NOT, scene.clause, said_by(type_), reach=NEAR)


def _is_rumoured(scene: Scene, type_: str) -> bool:
    rumoured = _RUMOUR.search(scene.before + scene.middle)
    return bool(rumoured) or _governs(_MAYBE, scene.clause, acts_of(type_), reach=NEAR)


def _is_over(scene: Scene, type_: str) -> bool:
    """Whether the tie has ended, or for an act its plan was called off; what is only to end still holds."""
    if type_ in ACTS:
        return _governs(_CALLED_OFF, scene.clause, acts_of(type_), reach=NEAR)
    if type_ == "role_of":
        over = _LEFT.search(scene.clause) or _ONCE.search(scene.clause)
    else:
        over = _ENDED.search(scene.clause)
        if _governs(_ONCE, scene.clause, said_by(type_), reach=WITHIN):
            return True
    return over is not None and not _AHEAD.search(scene.clause[max(0, over.start() - NEAR) : over.start()])


def _is_planned(scene: Scene, type_: str) -> bool:
    acts = acts_of(type_)
    talks = re.search(f"(?:{acts.pattern}){_PLANNED_ACT}", scene.clause)
    return talks is not None or _governs(_AHEAD, scene.clause, acts, reach=WITHIN)


def _governs(cue: re.Pattern[str], clause: str, words: re.Pattern[str], *, reach: int) -> bool:
    """Whether a cue stands before one of the words, without a stop and no farther than ``reach``."""
    for match in cue.finditer(clause):
        stop = _STOP.search(clause, match.end())
        word = words.search(clause, match.end(), stop.start() if stop else len(clause))
        if word is not None and word.start() - match.end() <= reach:
            return True
    return False
