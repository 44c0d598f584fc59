import csv
import io

import pytest

from kg.readers import Problem, read
from kg.records import article_id


def table(*rows):
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    return file.getvalue()


HEADER = ("title", "text", "date", "source", "url", "id", "栏目")
ROW = ("青禾", "张三说：“上线了，\n很快。”", "2024-04", "青禾日报", "https://example.com/1", "a1", "科技")


def test_the_usual_columns_are_found(one):
    item = one("a.csv", table(HEADER, ROW))
    assert (item.text, item.title, item.published, item.outlet) == (ROW[1], "青禾", "2024-04", "青禾日报")
    assert (item.url, item.meta) == ("https://example.com/1", {"栏目": "科技", "id": "a1"})


def test_chinese_columns_in_gb18030_are_found(one):
    raw = table(
        ("标题", "正文", "来源", "日期"), ("青禾", "公司表示，将发布模型。", "青禾日报", "2024年4月13日")
    )
    item = one("a.csv", raw.encode("gb18030"))
    assert (item.title, item.text, item.outlet, item.published) == (
        "青禾",
        "公司表示，将发布模型。",
        "青禾日报",
        "2024-04-13",
    )


def test_columns_by_option(one):
    names = ("Headline", "story", "day", "paper", "address", "nr")
    item = one(
        "a.csv",
        table(names, ("青禾", "张三来了。", "2024", "青禾日报", "", "a1")),
        text_column="story",
        title_column="Headline",
        date_column="day",
        outlet_column="paper",
        url_column="address",
        id_column="nr",
    )
    assert (item.text, item.title, item.published, item.outlet) == ("张三来了。", "青禾", "2024", "青禾日报")
    assert item.id == article_id(url=None, given="a1", path="", record=1)


def test_an_option_outranks_a_column_of_the_usual_name(one):
    item = one("a.csv", table(("text", "full"), ("摘要", "张三来了。")), text_column="full")
    assert (item.text, item.meta) == ("张三来了。", {"text": "摘要"})


def test_a_column_that_is_not_there_is_told_once(problem):
    content = table(("title", "story"), ("甲", "张三来了。"), ("乙", "李四走了。"))
    assert (
        problem("a.csv", content, text_column="full").message
        == "has no 'full' among its columns title, story"
    )
    assert problem("b.csv", content).line == 1


def test_records_are_counted_and_problems_have_lines(write):
    path = write("a.csv", table(("text", "id"), ("张三\n来了。", "1"), ("", "2"), ("李四走了。", "3")))
    first, second, third = read([path])
    assert (first.record, third.record) == (1, 3)
    assert second == Problem(str(path), 4, "has no text")


def test_a_row_whose_values_have_shifted_is_told(write):
    path = write("a.csv", "text,source\n张三来了,他说,青禾日报\n李四走了。,青禾日报\n")
    first, second = read([path])
    assert (str(first), second.text) == (f"{path}:2: has 3 values for 2 columns", "李四走了。")


def test_an_id_that_stands_twice_is_told(write):
    _, second = read([write("a.csv", table(("text", "id"), ("张三来了。", "1"), ("李四走了。", "1")))])
    assert second.message == "has the id '1' of line 2"


@pytest.mark.parametrize(("content", "message"), [("", "is empty"), ("text\n", "has a header but no row")])
def test_a_table_without_rows_is_told(problem, content, message):
    assert problem("a.csv", content).message == message


def test_a_packed_table_is_read(one):
    assert one("a.csv.gz", table(("text",), ("张三来了。",))).text == "张三来了。"
