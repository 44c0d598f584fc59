"""Short articles with namesakes, short names, and names that may be one: 张伟 the lawyer and the coach."""

from kg.records import Article, Extraction
from kg.seeds import Alias
from kg.store import Store
from tests.factory import art, clm, men, rel

News = tuple[Article, Extraction]

KNOWN = tuple(
    Alias(id="company:xingtu", type="company", name="星图汽车", alias=alias)
    for alias in ("星图汽车", "星图", "Xingtu Auto")
)


def news(source: str, text: str, *names: tuple[str, str]) -> News:
    """An article and its names with their types; the first name says what stands behind 说，."""
    article = art(text, source=source, title=None, outlet=source[:2])
    mentions = tuple(men(article, *name) for name in names)
    said = text.partition("说，")[2].rstrip("。")
    claims = (clm(article, mentions[0], "说", said),) if said else ()
    return article, Extraction(mentions=mentions, claims=claims)


def office(source: str, text: str, person: str, title: str, firm: str) -> News:
    """An article in which somebody holds an office."""
    article = art(text, source=source, title=None, outlet=source[:2])
    who, where = men(article, person, "person"), men(article, firm, "organisation")
    tie = rel(article, "role_of", who, where, text, title=title)
    return article, Extraction(mentions=(who, where, men(article, title, "position")), relations=(tie,))


LAWYER = office("甲报/1.txt", "海川律师事务所律师张伟昨日到庭。", "张伟", "律师", "海川律师事务所")
LAWYER_2 = office("甲报/2.txt", "张伟律师来自海川律师事务所。", "张伟", "律师", "海川律师事务所")
COACH = office("乙报/1.txt", "东山队主教练张伟赛后很高兴。", "张伟", "主教练", "东山队")
COACH_2 = office("乙报/2.txt", "张伟出任东山队主教练。", "张伟", "主教练", "东山队")
FIRM = news("甲报/3.txt", "青禾科技由林晓岚创办。", ("青禾科技", "company"), ("林晓岚", "person"))
RENAMED = news("甲报/4.txt", "绿苗智能昨日发布新品。", ("绿苗智能", "company"))
FARM = news("乙报/3.txt", "东山稻业的大米丰收。", ("东山稻业", "company"))
CAR = news("甲报/5.txt", "星图发布新车。", ("星图", "company"))
CAR_2 = news("乙报/4.txt", "Xingtu Auto 进入欧洲。", ("Xingtu Auto", "company"))
ALL = (LAWYER, LAWYER_2, COACH, COACH_2, FIRM, RENAMED, FARM, CAR, CAR_2)

POET = news("丙报/1.txt", "阿尔玛·索恩到访海川。", ("阿尔玛·索恩", "person"))
POET_2 = news("丙报/2.txt", "索恩到会。", ("索恩", "person"))
CHIEF = news("丙报/3.txt", "伊沃·贝林说，诗不能翻译。", ("伊沃·贝林", "person"))
CHIEF_2 = news("丙报/4.txt", "贝林说，产品已经可用。", ("贝林", "person"))
PILOT = news("丙报/5.txt", "米娜·卡斯坦昨日起飞。", ("米娜·卡斯坦", "person"))
PILOT_2 = news("丙报/6.txt", "卡斯坦谈到了天气，卡斯坦很高兴。", ("卡斯坦", "person"))
BOAT = office("丙报/7.txt", "海川航运船长米娜·卡斯坦出海。", "米娜·卡斯坦", "船长", "海川航运")
DOUBTFUL = (POET, POET_2, CHIEF, CHIEF_2, PILOT, PILOT_2)


def put(store: Store, *given: News) -> None:
    """Keep articles as a run of a model would."""
    run = store.begin_run(model="test", model_hash="0", extractor=1, options="")
    for article, extraction in given:
        store.put(article, extraction, run=run)


def bearing(store: Store, article: News, nth: int = 0) -> str:
    """The id of the entity of an article's name."""
    found = store.entity_of(article[1].mentions[nth].id)
    assert found is not None
    return found


def is_one(store: Store, *articles: News) -> bool:
    """Whether the first names of the articles are one entity."""
    return len({bearing(store, article) for article in articles}) == 1
