import pytest

from kg.errors import QueryError
from kg.graph.filters import filters
from kg.graph.stream import edges
from kg.query.said import said
from kg.records import Extraction, TextSpan
from kg.store import Store
from tests.factory import art, clm, men, rel
from tests.graph.world import LEAK, OPINION, REPORT, put
from tests.query import who


@pytest.fixture
def crowd(tmp_path):
    with Store.open(tmp_path / "who.db") as store:
        who.build(store)
        yield store


def lines(result):
    return [(row.date, row.speaker, row.content) for row in result.rows]


def test_newest_first_and_undated_last(store):
    assert lines(said(store, "禾苗")) == [
        ("2024-05-02", "王五", "禾苗还要三年才能成熟"),
        ("2024-04-14", "张三", "青禾科技的“禾苗”大模型还不成熟"),
        ("2024-04-14", "张三", "明年会更好"),
        ("2024-04-14", "李四", "产品已经可用"),
        ("2024-04-13", "张三", "青禾科技的“禾苗”大模型还不成熟"),
        ("2024-04-13", "张三", "明年会更好"),
        ("2024-04-13", "李四", "产品已经可用"),
        (None, "知情人士", "“禾苗”将在年底前停售"),
    ]


def test_a_row_has_all_that_is_needed_to_judge_it(store):
    row = said(store, "禾苗").rows[0]
    assert (row.outlet, row.title, row.article, row.source) == (
        "乙报",
        "冷静看禾苗",
        OPINION.id,
        "乙报/0502.txt",
    )
    assert (row.cue, row.mode, row.about, row.matched_by) == ("认为", "indirect", ("禾苗",), "entity")
    assert (row.date_is_published, row.negated, row.hedged, row.confidence) == (False, False, False, 0.8)
    assert OPINION.text[row.start : row.end] == row.content
    assert row.content_spans == (TextSpan(row.start, row.end),)


def test_the_date_of_publication_is_marked(store):
    assert {row.date_is_published for row in said(store, "青禾科技").rows} == {True}


def test_a_pronoun_is_shown_as_written_beside_its_name(store):
    row = next(row for row in said(store, "禾苗").rows if row.content == "明年会更好")
    assert (row.speaker, row.speaker_as_written, row.hedged) == ("张三", "他", True)


def test_any_written_form_finds_the_topic(store):
    result = said(store, " “禾苗” ")
    assert result.entities == ("禾苗",)
    assert len(result.rows) == 8


@pytest.mark.parametrize(
    ("topics", "name"),
    [
        (("智谱", "Zhipu AI", "zhipu", "智譜", "company:zhipu-ai", "zhipu-ai"), "智谱AI"),
        (("英伟达", "Nvidia", "nvidia", "輝達", "yingweida", "company:nvidia"), "英伟达"),
    ],
)
def test_all_names_in_either_script_answer_the_same(crowd, topics, name):
    first, *others = (said(crowd, topic) for topic in topics)
    assert first.entities == (name,)
    assert len(first.rows) == 2
    for other in others:
        assert (other.rows, other.entities, other.taken) == (first.rows, first.entities, first.taken)


def test_how_the_topic_was_found_is_told(crowd):
    topics = ("星图汽车", "xingtuqiche", crowd.entities_named("星图汽车")[0].id, "星图汽")
    assert [said(crowd, topic).found_by for topic in topics] == ["name", "spelling", "id", None]


def test_all_namesakes_are_answered_and_told_apart(crowd):
    result = said(crowd, "张伟")
    assert result.entities == ("张伟",)
    assert len(result.rows) == 3
    assert [one.titles for one in result.taken] == [("主教练",), ("律师",)]


def test_an_id_or_its_start_takes_one_of_the_namesakes(crowd):
    coach, lawyer = said(crowd, "张伟").taken
    assert [len(said(crowd, one.id[:8]).rows) for one in (coach, lawyer)] == [2, 1]


def test_a_slip_is_searched_as_words_and_asked_about(crowd):
    result = said(crowd, "星图汽")
    assert [str(one) for one in result.suggestions] == ["星图汽车 (company)"]
    assert [(row.matched_by, row.content) for row in result.rows] == [("words", "星图汽车会参加论坛")]


def test_words_are_searched_by_all_names_of_what_nobody_speaks_of(tmp_path):
    article = art("英伟达到场。林晓岚说，辉达到场了。")
    firm, lin = men(article, "英伟达", "company"), men(article, "林晓岚", "person")
    with Store.open(tmp_path / "names.db") as store:
        claim = clm(article, lin, "说", "辉达到场了")
        put(store, (article, Extraction(mentions=(firm, lin), claims=(claim,))))
        found = [said(store, topic).rows for topic in ("英伟达", "Nvidia", "yingweida")]
        assert found[0] == found[1] == found[2]
        assert [(row.matched_by, row.content) for row in found[0]] == [("words", "辉达到场了")]


def test_by_a_name_in_pinyin_or_an_id(store):
    (wang,) = store.entities_named("王五")
    for by in ("wangwu", "Wu Wang", wang.id):
        assert said(store, "禾苗", by=by).rows == said(store, "禾苗", by="王五").rows


def test_by_a_name(store):
    assert {row.speaker for row in said(store, "禾苗", by="王五").rows} == {"王五"}


def test_by_a_part_of_a_name_that_nobody_has_alone(store):
    assert {row.speaker for row in said(store, "禾苗", by="王").rows} == {"王五"}


def test_by_somebody_who_said_nothing_of_it(store):
    assert said(store, "禾苗", by="赵六").rows == ()


def test_by_an_alias_of_a_known_person(tmp_path):
    article = art("Sam Altman表示，样片已经公布。", published="2024-02-16")
    altman, film = men(article, "Sam Altman", "person"), men(article, "样片", "product")
    claim = clm(article, altman, "表示", "样片已经公布", about=(film,))
    with Store.open(tmp_path / "alias.db") as store:
        put(store, (article, Extraction(mentions=(altman, film), claims=(claim,))))
        (row,) = said(store, "样片", by="奥特曼").rows
        assert (row.speaker, row.speaker_as_written) == ("萨姆·奥特曼", "Sam Altman")


def test_what_is_meant_but_not_named_stands_apart(tmp_path):
    article = art("记者问起禾苗。张三说，它很惊艳，青禾科技做得好。")
    zhang, firm = men(article, "张三", "person"), men(article, "青禾科技", "company")
    product = men(article, "禾苗", "product")
    claim = clm(article, zhang, "说", "它很惊艳，青禾科技做得好", about=(firm,), about_implicit=(product,))
    with Store.open(tmp_path / "implicit.db") as store:
        put(store, (article, Extraction(mentions=(zhang, firm, product), claims=(claim,))))
        (row,) = said(store, "禾苗").rows
        assert (row.about, row.about_implicit) == (("青禾科技",), ("禾苗",))


def test_words_that_name_nothing_are_searched_and_marked(store):
    result = said(store, "停售")
    assert result.entities == ()
    assert [(row.matched_by, row.content) for row in result.rows] == [("words", "“禾苗”将在年底前停售")]


def test_a_name_that_nobody_speaks_of_is_searched_as_words(tmp_path):
    article = art("张三说，李四明天到。李四没有回应。")
    zhang, li = men(article, "张三", "person"), men(article, "李四", "person", nth=1)
    claim = clm(article, zhang, "说", "李四明天到")
    with Store.open(tmp_path / "words.db") as store:
        put(store, (article, Extraction(mentions=(zhang, li), claims=(claim,))))
        result = said(store, "李四")
        assert (result.entities, result.rows[0].matched_by) == (("李四",), "words")


def test_filters_do_not_turn_a_topic_into_words(store):
    assert said(store, "禾苗", filters=filters(outlet="没有这家报")).rows == ()


def test_nothing_is_deduplicated(store):
    assert [row.content for row in said(store, "禾苗", by="李四").rows] == ["产品已经可用"] * 2


def test_since_leaves_undated_claims_out_and_counts_them(store):
    result = said(store, "禾苗", filters=filters(since="2024-04-14"))
    assert {row.date for row in result.rows} == {"2024-05-02", "2024-04-14"}
    assert result.undated == 1


def test_undated_claims_of_others_are_not_counted(store):
    assert said(store, "禾苗", by="王五", filters=filters(since="2024")).undated == 0


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ({"until": "2024-04-13"}, 4),  # three of the day and the undated one
        ({"type": "unnamed_source"}, 1),
        ({"type": "person"}, 7),
        ({"outlet": ["甲报", "乙报"]}, 4),
        ({"mode": "direct"}, 1),
        ({"min_confidence": 0.5}, 7),
        ({"min_support": 2}, 0),  # the reprint is no second witness
        ({"relation": "founder"}, 0),
        ({"relation": "said"}, 8),
    ],
)
def test_each_filter(store, options, count):
    assert len(said(store, "禾苗", filters=filters(**options)).rows) == count


def test_relation_keeps_claims_that_assert_one(tmp_path):
    article = art("张三说，王五创办了青禾科技。他还说，青禾科技很好。")
    zhang, wang = men(article, "张三", "person"), men(article, "王五", "person")
    firm, he = men(article, "青禾科技", "company"), men(article, "他", kind="pronoun", antecedent=zhang)
    again = men(article, "青禾科技", "company", nth=1)
    first = clm(article, zhang, "说", "王五创办了青禾科技", about=(firm, wang))
    second = clm(article, he, "还说", "青禾科技很好", about=(again,))
    founder = rel(article, "founder", wang, firm, "王五创办了青禾科技", claim=first)
    with Store.open(tmp_path / "relation.db") as store:
        records = Extraction(
            mentions=(zhang, wang, firm, he, again), claims=(first, second), relations=(founder,)
        )
        put(store, (article, records))
        assert len(said(store, "青禾科技").rows) == 2
        (row,) = said(store, "青禾科技", filters=filters(relation="founder")).rows
        assert row.content == "王五创办了青禾科技"


def test_context_brings_the_paragraph(store):
    assert said(store, "禾苗").rows[0].passage is None
    row = said(store, "禾苗", context=0).rows[0]
    assert row.passage.marked() == "王五认为，⟦禾苗还要三年才能成熟⟧。"
    assert said(store, "禾苗", context=1).rows[0].passage.text == OPINION.text


def test_a_turn_without_a_speaker_has_none(tmp_path):
    article = art("问：禾苗何时上市？\n答：禾苗明年上市。")
    product = men(article, "禾苗", "product", nth=1)
    claim = clm(article, None, None, "禾苗明年上市。", mode="turn", about=(product,))
    with Store.open(tmp_path / "turn.db") as store:
        put(store, (article, Extraction(mentions=(product,), claims=(claim,))))
        (row,) = said(store, "禾苗").rows
        assert (row.speaker, row.speaker_as_written, row.cue) == (None, None, None)


def test_a_speaker_known_by_title_alone_is_shown_as_written(tmp_path):
    article = art("董事长表示，禾苗明年上市。")
    chair, product = men(article, "董事长", "position"), men(article, "禾苗", "product")
    claim = clm(article, chair, "表示", "禾苗明年上市", about=(product,))
    with Store.open(tmp_path / "title.db") as store:
        put(store, (article, Extraction(mentions=(chair, product), claims=(claim,))))
        assert said(store, "禾苗").rows[0].speaker == "董事长"
        assert said(store, "禾苗", by="董事长").rows[0].speaker == "董事长"


def test_who_passed_it_on_is_named(tmp_path):
    article = art("据《某某日报》报道，张三表示，禾苗明年上市。")
    paper, zhang = men(article, "某某日报", "media"), men(article, "张三", "person")
    product = men(article, "禾苗", "product")
    claim = clm(article, zhang, "表示", "禾苗明年上市", about=(product,), via=(paper,))
    with Store.open(tmp_path / "via.db") as store:
        put(store, (article, Extraction(mentions=(paper, zhang, product), claims=(claim,))))
        assert said(store, "禾苗").rows[0].via == ("某某日报",)
        assert [edge.attrs["via"] for edge in edges(store) if edge.type == "SAID"] == ["某某日报"]


def test_an_unknown_topic_has_no_rows(store):
    result = said(store, "月球车")
    assert (result.topic, result.entities, result.rows) == ("月球车", (), ())


def test_an_empty_topic_is_no_question(store):
    with pytest.raises(QueryError):
        said(store, "  ")


def test_a_retracted_article_says_nothing(store):
    for article in (REPORT, LEAK):
        store.retract(article.id)
    assert len(said(store, "禾苗").rows) == 4


def test_top_keeps_the_newest_rows_and_counts_the_others(store):
    whole, first = said(store, "禾苗"), said(store, "禾苗", filters=filters(top=3))
    assert first.rows == whole.rows[:3]
    assert (first.more, whole.more) == (5, 0)
    assert said(store, "禾苗", filters=filters(top=8)) == whole


def test_around_keeps_what_those_around_a_name_say(store):
    rows = said(store, "禾苗", filters=filters(around="青禾科技")).rows
    assert {row.speaker for row in rows} == {"王五", "张三", "李四"}
    assert {row.speaker for row in said(store, "禾苗", filters=filters(around="王五")).rows} == {"王五"}


def test_around_keeps_what_nobody_known_says_of_them(tmp_path):
    article = art("据介绍，禾苗已经停售。另据介绍，江城下雨。")
    product, city = men(article, "禾苗", "product"), men(article, "江城", "place")
    told = clm(article, None, "据介绍", "禾苗已经停售", about=(product,))
    rain = clm(article, None, "另据介绍", "江城下雨", about=(city,))
    with Store.open(tmp_path / "told.db") as store:
        put(store, (article, Extraction(mentions=(product, city), claims=(told, rain))))
        assert len(said(store, "禾苗", filters=filters(around="禾苗")).rows) == 1
        assert said(store, "江城", filters=filters(around="禾苗")).rows == ()


@pytest.mark.parametrize("topic", ["禾苗", "青禾科技", "还不成熟", "谁也不是"])
@pytest.mark.parametrize("top", range(1, 10))
def test_the_first_rows_are_those_of_all(topic, top, store):
    whole, first = said(store, topic), said(store, topic, filters=filters(top=top))
    assert first.rows == whole.rows[:top]
    assert len(first.rows) + first.more == len(whole.rows)
    assert (first.taken, first.suggestions) == (whole.taken, whole.suggestions)


def test_of_one_day_the_first_rows_are_those_of_all(crowd):
    whole = said(crowd, "张伟").rows
    assert len(whole) == 3
    for top in (1, 2, 3):
        assert said(crowd, "张伟", filters=filters(top=top)).rows == whole[:top]
