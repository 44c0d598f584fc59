from kg.cli.changes import line
from kg.query.changes import ArticleChange, EntityChange, Field, Other
from kg.query.rows import ArticleRow

ARTICLE = ArticleRow(
    article="甲", title=None, outlet="乙报", published=None, source="乙报/\x1b[2J0502.txt", mentions=1
)


def entity(change, **fields):
    return EntityChange(change=change, id="5f3a90c1" * 4, name="张伟", type="person", aliases=(), **fields)


def other(name, *, is_whole):
    return Other(id="90ca1ae8" * 4, name=name, type="person", is_whole=is_whole)


def test_an_entity_is_told_with_the_start_of_its_id():
    assert line(entity("new")) == "+ entity  张伟 (person, 5f3a90c1)"


def test_fields_are_told_before_and_after():
    fields = (
        Field("name", "张伟", "张卫"),
        Field("aliases", ("甲", "乙"), ("乙", "丙", "丁")),
        Field("said_on", None, "2024-05-02"),
        Field("negated", False, True),
        Field("id", "a" * 32, "company:qinghe"),
    )
    assert line(entity("changed", fields=fields)) == (
        "~ entity  张伟 (person, 5f3a90c1) | name 张伟 → 张卫 | aliases - 甲 + 丙, 丁"
        " | said_on none → 2024-05-02 | negated no → yes | id aaaaaaaa → company:qinghe"
    )


def test_merges_and_splits_have_their_words():
    whole, part = other("张玮", is_whole=True), other("张玮", is_whole=False)
    for change, came_from, went_to, words in (
        ("changed", (whole,), (), "merged with"),
        ("changed", (part,), (), "took names from"),
        ("new", (part,), (), "split from"),
        ("new", (whole,), (), "was"),
        ("changed", (), (whole,), "split off"),
        ("changed", (), (part,), "lost names to"),
        ("gone", (), (part,), "merged into"),
        ("gone", (), (whole,), "became"),
    ):
        told = line(entity(change, came_from=came_from, went_to=went_to))
        assert told.endswith(f"| {words} 张玮 (person, 90ca1ae8)")
    assert line(entity("gone", went_to=(whole, whole))).count("split into 张玮") == 2


def test_what_steers_a_terminal_is_replaced():
    told = line(ArticleChange(change="changed", article=ARTICLE, fields=(Field("text_sha256", "0", "1"),)))
    assert told == "~ article 乙报 乙报/\ufffd[2J0502.txt | the text was edited"
