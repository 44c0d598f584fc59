"""A store of any size to measure with: made-up news in which made-up people talk about made-up firms.

    python bench/generate.py OUT.db --claims 100000 --seed 7

Ten claims an article in the mean. Who is named how often, and how, is that of bench/synthetic.py; few topics
are much talked about, some articles reprint others, some are undated, some speakers nameless. The same seed
gives the same store, and the store is the one that ``Store.put`` would make of the same articles: only that
entities are computed once, at the end.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate, islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from bench.synthetic import Page, Seen, World
from kg.match.known import Known
from kg.records import (
    Article,
    Claim,
    Extraction,
    Mention,
    MentionKind,
    Mode,
    Relation,
    TextSpan,
    article_id,
    claim_id,
    mention_id,
    relation_id,
)
from kg.seeds import aliases
from kg.store import Store, articles, bearers, near, records
from kg.store.connect import Connection, close, connect, transaction
from kg.store.entities import resolve_names
from kg.store.referents import UNNAMED
from kg.store.store import BUSY_SECONDS
from kg.text import fingerprint

CLAIMS = 10  # of an article, in the mean
SPREAD = 6  # an article has 10 - 6 to 10 + 6 claims
CAST = 8  # entities of an article, as bench/rates.py has it
NAMED_AGAIN = 25  # claims that there are for each entity
AT_ONCE = 500  # articles in one transaction

REPRINTED, UNDATED, ONLY_MONTH = 0.08, 0.03, 0.02  # shares of articles
TALK_OF_THE_DAY = 0.5  # of articles, about whoever was named most so far
NAMELESS = 0.12  # of speakers, the last one aside
PASSED_ON, PRONOUN, IMPLICIT, SECOND, DATED = 0.05, 0.35, 0.12, 0.2, 0.25  # of claims
NEGATED, HEDGED = 0.1, 0.15  # of claims
TIED = 0.4  # of pairs of names that may be tied
FIRST_DAY, DAYS = date(2022, 1, 1), 1400

MODES = {"indirect": 50, "direct": 32, "mixed": 8, "turn": 6, "split": 4}
CUES = {"表示": 30, "称": 15, "说": 14, "认为": 12, "指出": 8, "透露": 6, "强调": 5, "回应称": 4, "坦言": 3}
OUTLETS = (
    *("云汀周刊", "海川日报", "星河商报", "青芒科技报", "南屿晚报", "澄江财经", "北麓新闻", "临渡早报"),
    *("白桥观察", "明沙在线", "远山经济", "松塔网", "石湾时报", "沐川评论", "双塔周报", "长汀快讯"),
)
SOURCES = ("知情人士", "一位接近公司的人士", "业内人士", "一位不愿具名的分析师", "多名员工")
HEADLINES = ("引发讨论", "再有新进展", "近况", "面临新问题", "公布下一步计划", "为何受关注")
PREDICATES = (
    *(
        "今年的销量会继续增长",
        "已经通过了内部测试",
        "正在与多家伙伴洽谈",
        "将在年底前推出新版本",
        "用户超过一千万",
    ),
    *("最重要的是把质量做好", "成本比去年低了三成", "进展比预期更快", "下个季度会公布结果", "值得长期投入"),
    *(
        "改变了整个行业的做法",
        "面临的竞争越来越激烈",
        "明年会扩大到更多城市",
        "需要更多时间打磨",
        "有自己的节奏",
    ),
)
DENIALS = ("不会退出这个市场", "没有裁员计划", "还不成熟", "并未收到相关通知", "不打算涨价")
HEDGES = ("可能会推迟发布", "或许要三年才能盈利", "大概会放慢扩张", "也许会另找出路", "预计将持平")
TIES = {  # how a tie is stated, by its type and the types of what it ties
    ("company", "company"): {"invests_in": "投资了", "acquires": "收购了", "cooperates_with": "联手"},
    ("company", "product"): {"develops": "研发了"},
    ("person", "company"): {"founder": "创办了"},
    ("product", "product"): {"competes_with": "直接挑战"},
}
STATUSES = {"stated": 80, "planned": 8, "former": 5, "rumoured": 5, "denied": 2}


class Story(NamedTuple):
    """What an article tells; a reprint tells it again, word for word."""

    page: Page
    topic: Seen
    claims: int
    seed: int


class Draft:
    """An article being written: its text so far, and the records whose places are known."""

    def __init__(self, id_: str, random: Random) -> None:
        self.id, self.random = id_, random
        self.text: list[str] = []
        self.at = 0
        self.mentions: list[Mention] = []
        self.claims: list[Claim] = []
        self.relations: list[Relation] = []

    def add(self, words: str) -> int:
        """Write the words; where they start."""
        start = self.at
        self.text.append(words)
        self.at += len(words)
        return start

    def mention(
        self, name: str, type_: str | None, *, kind: MentionKind = "name", antecedent: str | None = None
    ) -> str:
        """Write a name, or what stands for one; the mention's id."""
        span = TextSpan(self.add(name), self.at)
        id_ = mention_id(self.id, span, type_, kind)
        self.mentions.append(
            Mention(
                id=id_,
                article=self.id,
                span=span,
                name=name,
                type=type_,
                kind=kind,
                antecedent=antecedent,
                origin="made-up",
                confidence=self.sureness(),
            )
        )
        return id_

    def relation(self, type_: str, subject: str, object_: str, start: int, **more: str | None) -> None:
        """Note a tie that is stated from ``start`` to here."""
        self.relations.append(
            Relation(
                id=relation_id(self.id, type_, subject, object_),
                article=self.id,
                type=type_,
                subject=subject,
                object=object_,
                evidence=TextSpan(start, self.at),
                origin="made-up",
                confidence=self.sureness(),
                **more,  # type: ignore[arg-type]
            )
        )

    def sureness(self) -> float:
        """A confidence: mostly high."""
        return round(1 - 0.7 * self.random.random() ** 2, 3)

    def luck(self, share: float) -> bool:
        """True in so many cases of one."""
        return self.random.random() < share

    def pick(self, shares: dict[str, int]) -> str:
        """One of the words, by their weights."""
        return self.random.choices(tuple(shares), tuple(shares.values()))[0]


class Speaker:
    """Who talks in an article, and how the article called them last."""

    def __init__(self, seen: Seen | None, *, called: str = "", is_last: bool = False) -> None:
        self.seen, self.called, self.is_last = seen, called, is_last
        self.named: str | None = None  # the mention that a pronoun would stand for

    def mention(self, draft: Draft) -> str:
        """Write the speaker's name, or what stands for it."""
        if self.seen is None:
            return draft.mention(self.called, None, kind="unnamed")
        if self.named and self.seen.type == "person" and draft.luck(PRONOUN):
            return draft.mention("他", None, kind="pronoun", antecedent=self.named)
        self.named = draft.mention(self.seen.form, self.seen.type)
        return self.named


def told(story: Story, draft: Draft, day: date | None) -> None:
    """Write the article's headline, ties and claims."""
    draft.mention(story.topic.form, story.topic.type)
    draft.add(draft.random.choice(HEADLINES) + "\n\n")
    for left, right in story.page.declared:
        _declare(draft, story.page, left, right)
    _tie_firms(draft, story.page.seen)
    left = story.claims
    for speaker in _speakers(story, draft.random):
        _introduce(draft, speaker)
        turns = left if speaker.is_last else min(left, draft.random.randint(2, 4))
        for _ in range(turns):
            _claim(draft, story, speaker, day)
        draft.add("\n")
        left -= turns


def _speakers(story: Story, random: Random) -> Iterator[Speaker]:
    """Two or three, of whom the last says the rest; people before firms."""
    people = [seen for seen in story.page.seen if seen.type == "person"]
    able = people or [seen for seen in story.page.seen if seen.type == "company"] or [story.topic]
    for _ in range(random.randint(1, 2)):
        is_nameless = random.random() < NAMELESS
        yield Speaker(None if is_nameless else random.choice(able), called=random.choice(SOURCES))
    yield Speaker(random.choice(able), is_last=True)


def _declare(draft: Draft, page: Page, whole: str, short: str) -> None:
    types = {seen.form: seen.type for seen in page.seen}
    draft.mention(whole, types.get(whole))
    draft.add("（以下简称“")
    draft.mention(short, types.get(short))
    draft.add("”）发布了公告。")


def _tie_firms(draft: Draft, seen: Sequence[Seen]) -> None:
    """State ties between neighbours in the cast; the rest are only named."""
    for left, right in zip(seen[::2], seen[1::2], strict=False):
        ties = TIES.get((left.type or "", right.type or ""))
        start = draft.at
        subject = draft.mention(left.form, left.type)
        if ties is None or left.entity == right.entity or not draft.luck(TIED):
            draft.add("和")
            draft.mention(right.form, right.type)
            draft.add("受到关注。")
            continue
        type_ = draft.random.choice(tuple(ties))
        draft.add(ties[type_])
        object_ = draft.mention(right.form, right.type)
        amount = f"{draft.random.randint(1, 90)}亿元" if type_ in {"invests_in", "acquires"} else None
        draft.add(f"，金额为{amount}" if amount else "")
        draft.relation(type_, subject, object_, start, amount=amount, status=draft.pick(STATUSES))
        draft.add("。")


def _introduce(draft: Draft, speaker: Speaker) -> None:
    """Say what a person is: 青禾科技首席执行官林晓岚."""
    seen = speaker.seen
    if seen is None or not seen.titles or not seen.tie or seen.type != "person":
        return
    start = draft.at
    firm = draft.mention(seen.tie, "company")
    title = seen.titles[0]
    draft.mention(title, "position")
    speaker.named = draft.mention(seen.form, seen.type)
    draft.relation("role_of", speaker.named, firm, start, title=title)
    draft.add("接受了采访。")


class Predicate(NamedTuple):
    """What is said of the topic."""

    words: str
    negated: bool = False
    hedged: bool = False


def _claim(draft: Draft, story: Story, speaker: Speaker, day: date | None) -> None:
    """Write a sentence in which the speaker says something."""
    mode = draft.pick(MODES)
    said_on, via = _dated(draft, day), _passed_on(draft)
    meant = _meant(draft, story) if draft.luck(IMPLICIT) else ()
    about: list[str] = []
    pieces: list[TextSpan] = []
    if mode == "split":
        draft.add("“")
        pieces.append(_content(draft, story, about, draft.random.choice(PREDICATES)))
        draft.add("，”")
    who = speaker.mention(draft)
    cue = None if mode == "turn" else _written(draft, draft.pick(CUES))
    opening, closing = MARKS[mode]
    draft.add(opening)
    said = _predicate(draft)
    is_named = not meant and not pieces
    pieces.append(_content(draft, story, about, said.words) if is_named else _written(draft, said.words))
    draft.add(closing)
    draft.claims.append(
        Claim(
            id=claim_id(draft.id, cue, tuple(pieces)),
            article=draft.id,
            mode=RECORDED[mode],
            speaker=who,
            speaker_by="written" if mode == "turn" else "name",
            cue=cue,
            content=tuple(pieces),
            about=tuple(about),
            about_implicit=meant,
            via=via,
            negated=said.negated,
            hedged=said.hedged,
            said_on=said_on,
            origin="made-up",
            confidence=draft.sureness(),
        )
    )


MARKS = {
    "indirect": ("，", "。"),
    "direct": ("，“", "。”"),
    "mixed": ("，“", "”，并未多说。"),
    "turn": ("：", "。"),
    "split": ("，“", "。”"),
}
RECORDED: dict[str, Mode] = {
    "indirect": "indirect",
    "direct": "direct",
    "mixed": "mixed",
    "turn": "turn",
    "split": "direct",
}


def _written(draft: Draft, words: str) -> TextSpan:
    return TextSpan(draft.add(words), draft.at)


def _content(draft: Draft, story: Story, about: list[str], predicate: str) -> TextSpan:
    """Write what is said of the topic, now and then of somebody else too; ``about`` takes their mentions."""
    start = draft.at
    about.append(draft.mention(story.topic.form, story.topic.type))
    if draft.luck(SECOND):
        other = draft.random.choice(story.page.seen)
        if other.entity != story.topic.entity:
            draft.add("和")
            about.append(draft.mention(other.form, other.type))
    draft.add(predicate)
    return TextSpan(start, draft.at)


def _predicate(draft: Draft) -> Predicate:
    if draft.luck(NEGATED):
        return Predicate(draft.random.choice(DENIALS), negated=True)
    if draft.luck(HEDGED):
        return Predicate(draft.random.choice(HEDGES), hedged=True)
    return Predicate(draft.random.choice(PREDICATES))


def _meant(draft: Draft, story: Story) -> tuple[str, ...]:
    """Name the topic before the speaker: 谈到青禾科技，…"""
    draft.add("谈到")
    id_ = draft.mention(story.topic.form, story.topic.type)
    draft.add("，")
    return (id_,)


def _passed_on(draft: Draft) -> tuple[str, ...]:
    """Name who passes the claim on, sometimes: 据云汀周刊报道，…"""
    if not draft.luck(PASSED_ON):
        return ()
    draft.add("据")
    id_ = draft.mention(draft.random.choice(OUTLETS), "media")
    draft.add("报道，")
    return (id_,)


def _dated(draft: Draft, day: date | None) -> str | None:
    """Write the day, sometimes; it is at most a week before the article's."""
    if day is None or not draft.luck(DATED):
        return None
    said = day - timedelta(days=draft.random.randint(0, 7))
    draft.add(f"{said.month}月{said.day}日，")
    return said.isoformat()


def extractions(claims: int, seed: int) -> Iterator[tuple[Article, Extraction]]:
    """The articles with their records, ``claims`` claims in all."""
    random = Random(f"articles {seed}")  # noqa: S311 - the same each time
    for number, story in enumerate(_stories(claims, seed, random), start=1):
        yield _article(number, story, random)


def _stories(claims: int, seed: int, random: Random) -> Iterator[Story]:
    """What each article tells, in order; a reprint tells what one of the same length did before."""
    sizes = list(_sizes(claims, random))
    world = World(max(CAST * 2, claims // NAMED_AGAIN), seed)
    pages = world.pages(len(sizes) * CAST * 2)  # twice as many as are needed, since names repeat in a page
    named: Counter[int] = Counter()
    latest: dict[int, Story] = {}
    for size, page in zip(sizes, islice(pages, len(sizes)), strict=True):
        if size in latest and random.random() < REPRINTED:
            yield latest[size]
            continue
        named.update({seen.entity for seen in page.seen})
        latest[size] = Story(page, _topic(page, named, random), size, random.getrandbits(64))
        yield latest[size]


def _sizes(claims: int, random: Random) -> Iterator[int]:
    """How many claims each article has: two articles in a row are as much over the mean as under it."""
    for _ in range(claims // (2 * CLAIMS)):
        more = random.randint(-SPREAD, SPREAD)
        yield from (CLAIMS + more, CLAIMS - more)
    left = claims % (2 * CLAIMS)
    yield from (size for size in (min(left, CLAIMS), left - CLAIMS) if size > 0)


def _topic(page: Page, named: Counter[int], random: Random) -> Seen:
    if random.random() < TALK_OF_THE_DAY:
        return max(page.seen, key=lambda seen: named[seen.entity])
    return random.choice(page.seen)


def _article(number: int, story: Story, random: Random) -> tuple[Article, Extraction]:
    outlet = random.choices(OUTLETS, cum_weights=READERS)[0]
    source = f"{outlet}/{number:07}.txt"
    day = None if random.random() < UNDATED else FIRST_DAY + timedelta(days=random.randrange(DAYS))
    id_ = article_id(url=None, given=None, path=source, record=1)
    draft = Draft(id_, Random(story.seed))  # noqa: S311 - a reprint draws the same
    draft.add(random.choice(("", "本报讯 ", f"【{outlet}】")))
    told(story, draft, day)
    text = "".join(draft.text)
    published = day.isoformat() if day else None
    if published and random.random() < ONLY_MONTH:
        published = published[:7]
    article = Article(
        id=id_,
        source=source,
        record=1,
        text=text,
        body=(TextSpan(0, len(text)),),
        text_sha256=sha256(text.encode()).hexdigest(),
        fingerprint=fingerprint(text),
        title=text[: text.index("\n")],
        url=f"https://example.org/{number}" if number % 3 else None,
        outlet=outlet,
        published=published,
    )
    return article, Extraction(
        mentions=tuple(draft.mentions), claims=tuple(draft.claims), relations=tuple(draft.relations)
    )


READERS = list(accumulate(1000 // rank for rank in range(1, len(OUTLETS) + 1)))  # few outlets write most


def generate(path: Path, *, claims: int, seed: int) -> None:
    """Make the store; an existing file is not touched."""
    if path.exists():
        raise SystemExit(f"{path} is there already.")
    with Store.open(path) as store:
        run = store.begin_run(model="made-up", model_hash=f"seed {seed}", extractor=0, options="{}")
    known = Known(aliases())
    db = connect(path, must_exist=True, busy_seconds=BUSY_SECONDS)
    try:
        db.execute("PRAGMA synchronous = OFF")  # a half-made store is made again
        _fill(db, claims, seed, run, known)
    finally:
        close(db)


def _fill(db: Connection, claims: int, seed: int, run: int, known: Known) -> None:
    """Write all articles, then compute the entities, as ``Store.put`` and a rebuild do."""
    made = extractions(claims, seed)
    while batch := list(islice(made, AT_ONCE)):
        with transaction(db):
            for article, found in batch:
                n = articles.write(db, article, run=run)
                records.write(db, n, article.text, found)
                bearers.learn(db, n, article, found.mentions, found.relations)
    with transaction(db):
        keys = [key for (key,) in db.execute("SELECT DISTINCT key FROM bearer ORDER BY key").fetchall()]
        for key in keys:
            if not key.startswith(UNNAMED):
                near.update(db, key)
        resolve_names(db, keys, known)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("path", type=Path, metavar="OUT.db")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    generate(options.path, claims=options.claims, seed=options.seed)
    with Store.open(options.path, must_exist=True) as store:
        print(store.counts(), file=sys.stderr)


if __name__ == "__main__":
    main()
