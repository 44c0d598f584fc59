"""Short forms of whole names: 工行 of 中国工商银行, 发改委 of 国家发展和改革委员会, TSMC."""

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.names.firms import HAN, Firm
from kg.names.words import words

# what a body leaves in a short form beside its own first or last character
KEPT = {
    "中级人民法院": ("中院",),
    "高级人民法院": ("高院",),
    "委员会": ("委", "会", "委会"),
    "办公室": ("办",),
    "人民医院": ("医院",),
    "交易所": ("交所", "所"),
    "监督管理局": ("监局", "监管局", "局"),
    "律师事务所": ("所", "律所"),
    "公安局": ("公安",),
}
SHORTEST, LONGEST = 2, 6  # characters of a short form: 工行, 国家发改委
# what a short form may leave out: 工行, 发改委, 国资委
FREE = words("中国 国家 国务院 中华人民共和国 中共")
# places' other signs: 沪 of 上海
SIGNS = dict(
    pair.split("-")
    for pair in words("上海-沪 广东-粤 重庆-渝 福建-闽 湖南-湘 湖北-鄂 河南-豫 山东-鲁 四川-川")
)
ENGINEERING = "工程"  # of a university's name it stays whole: 哈工大 is 哈尔滨工业大学
# Many cities and provinces begin so, and each has its university: 南大 is 南京大学's, hardly 南昌大学's
MANY = "南长西河湖山广江海福"
NO_ENDING = ("",)
BODY_ENDS = frozenset("报社台网馆院所会委局队")  # of bodies that no list names: 中国青年报
_TEAM = re.compile(r"(?P<country>中国)?(?:国家)?(?P<sex>男子|女子)?(?P<sport>.{1,3}?)球?(?:代表)?队")
CONNECTING = frozenset("和与及的")
WORD = 2  # characters of a word of a long name: 发展, 改革
OFFICES = ("委员会", "办公室", "部", "局", "总局", "交易所")
SHORTER = 4  # characters of their middle: 国台办 leaves out 事务, 中金所 期货
LONG = 5  # characters of a middle of which a short form may leave out words: 国有资产监督管理


@lru_cache(maxsize=1 << 16)
def abbreviates(short: str, whole: Firm, *, is_club: bool = False) -> bool:
    """Whether the short form takes the first characters of every part in order, and nothing else.

    Clubs alone are called by two characters without any of their body: 皇马 of 皇家马德里.
    """
    if short in _team_forms(whole.key) or (is_club and _is_school(short, whole)):
        return True
    if not SHORTEST <= len(short) <= LONGEST or len(short) >= len(whole.key) or not HAN.match(short):
        return False
    is_sign = short[0] in {SIGNS.get(place) for place in whole.places}  # 川大 stands in 四川大学
    if whole.number or whole.unit or (short in whole.key and not is_sign):
        return False
    free, places, middle = _parts(whole)
    if len(whole.key) - len(short) < WORD or ("大学" in middle and "大" not in short):
        return False  # 法学会 leaves too little out of 法医学会, 海川医学院 is not 海川大学医学院
    body = whole.body
    if not body and middle[-1:] in BODY_ENDS and len(middle) > WORD and not is_club:
        middle, body = middle[:-1], middle[-1]
    if body == "大学" and not _is_university(short, whole, middle):
        return False
    parts = [*places[-1:], *_words(middle)]
    is_bare = not body and len(short) == WORD and not (is_club and len(middle) >= SHORTER)
    if len(parts) + bool(body) < WORD or is_bare:  # 长电 may be any 长…电…
        return False
    is_loose = len(middle) >= (SHORTER if body in OFFICES else LONG) and len(short) > WORD
    heads = ("", *(head for head in ("".join(free), "".join(places[:-1]), *free, *places[:-1]) if head))
    return any(
        _takes(short.removeprefix(head), parts, _endings(body), is_loose=is_loose)
        for head in (*heads, *(head[0] for head in heads if head), *("国" for head in free if head == "中国"))
        if short.startswith(head)
    )


def _is_school(short: str, whole: Firm) -> bool:
    """Whether a school is called by its place and its field: 北外, 上财, 央美, 华科."""
    if len(short) != WORD or whole.body not in ("大学", "学院") or whole.number or whole.unit:
        return False
    _, places, middle = _parts(whole)
    heads = {place[0] for place in places[-1:]} | ({"国", "中"} if "中国" in whole.places else set())
    if not heads:
        heads, middle = set(middle[:WORD]) - set(MANY), middle[WORD:]
    return short[0] in heads - set(MANY) and short[1] == middle[:1] and short not in whole.key


def _team_forms(team: str) -> tuple[str, ...]:
    """国足 and 男足 of 中国国家男子足球队, 女排 of 中国女子排球队; none of a club."""
    found = _TEAM.fullmatch(team)
    if found is None or not (found["country"] or found["sex"]):
        return ()
    sport, sex = found["sport"][0], (found["sex"] or "")[:1]
    short = (f"国{sport}",) if sex != "女" else ()
    named = tuple(f"{head}{sex}{sport}" for head in ("", "中国", "国家")) if sex else ()
    return (*short, *named)


def _is_university(short: str, whole: Firm, middle: str) -> bool:
    """Whether a university may be called so: 南大 is not 南开大学, 哈工大 not 哈尔滨工程大学."""
    is_sign = short[0] in {SIGNS.get(place) for place in whole.places}
    is_open = len(short) == WORD and (not whole.places or (short[0] in MANY and not is_sign))
    return not is_open and (ENGINEERING not in middle or ENGINEERING in short)


def _parts(whole: Firm) -> tuple[list[str], list[str], str]:
    """What may be left out at the head, the places, and what stands between these and the body."""
    rest, free = whole.core + whole.trade, [place for place in whole.places if place in FREE]
    for head in (*FREE, *whole.places):
        if rest.startswith(head):
            rest = rest.removeprefix(head)
            free += [head] if head in FREE and head not in free else []
    return free, [place for place in whole.places if place not in FREE], rest


def _words(middle: str) -> list[str]:
    """发展 and 改革 of 发展和改革, 石油 and 天然气 of 石油天然气."""
    bare = "".join(" " if char in CONNECTING else char for char in middle)
    found: list[str] = []
    for part in bare.split():
        cut = [part[i : i + WORD] for i in range(0, len(part), WORD)]
        if len(cut) > 1 and len(cut[-1]) < WORD:
            cut[-2:] = ["".join(cut[-2:])]
        found.extend(cut)
    return found


def _endings(body: str) -> tuple[str, ...]:
    """行 and 银行 of 银行; an empty one where there is no body."""
    return (body, body[-1], body[0], *KEPT.get(body, ())) if body else NO_ENDING


def _takes(short: str, parts: Sequence[str], endings: tuple[str, ...], *, is_loose: bool) -> bool:
    """Whether the short form reads through the words to an ending; loosely, words may be left out."""
    if not parts:
        return short in endings
    word, later = parts[0], parts[1:]
    if endings == NO_ENDING and not later and short == word[-1]:  # 油 of 石油 in 中海油
        return True
    seat = word.removesuffix("区").removesuffix("新")  # 浦东新区, 海淀区
    for taken in (word[0], word, seat, SIGNS.get(word, "\0"), f"{word}省", f"{word}市"):
        if short.startswith(taken) and _takes(short[len(taken) :], later, endings, is_loose=is_loose):
            return True
    # 国资委 leaves out 监督 and 管理, but never the first word
    return is_loose and short[:1] == word[0] and _follows(short, (word[1:], *later), endings)


def _follows(short: str, parts: Sequence[str], endings: tuple[str, ...]) -> bool:
    """Whether what follows the first character stands in the words in order, up to one of the endings."""
    ending = max((end for end in endings if end and short.endswith(end)), key=len, default="")
    if not ending:
        return False
    rest = iter("".join(parts))
    return all(char in rest for char in short[1 : -len(ending)])


def initials_of(short: str, parts: Sequence[str]) -> bool:
    """Whether a Latin short form is made of the words' first letters, with or without those of the form."""
    letters = "".join(word[0] for word in parts)
    return len(short) > WORD and len(parts) > WORD and short.isascii() and letters.startswith(short)
