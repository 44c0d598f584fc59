import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.readers import Problem, read
from kg.readers.feed import NAMES, fields, is_feed
from kg.records import Article

FEED = """标题: 青禾科技发布新模型
链接: https://example.com/news?id=7
来源: 青禾日报
发布时间: 2024年4月13日 21:05
总结: 张三表示，模型已经上线。
李四说：“价格未定。”

王五没有回应。
关键词: 人工智能,  模型
AI技术: 语言模型
行业: 软件
重大事件摘要: 文章讲述了模型的发布。

1. 模型已经上线。
"""

VALUES = (
    st.text(st.sampled_from("张三表示模型：:“”。 \n\r\t标题总结"), min_size=1).map(str.strip).filter(bool)
)
BLANK = st.sampled_from(["", " ", "\u3000", "\n"])


def body(item: Article) -> list[str]:
    return [span.of(item.text) for span in item.body]


def test_the_body_is_the_value_of_its_field_over_several_lines(one):
    item = one("a.txt", FEED)
    assert body(item) == ["张三表示，模型已经上线。\n李四说：“价格未定。”\n\n王五没有回应。"]
    assert item.text == FEED


def test_what_the_feed_states_is_read(one):
    item = one("a.txt", FEED)
    assert item.title == "青禾科技发布新模型"
    assert item.url == "https://example.com/news?id=7"
    assert item.outlet == "青禾日报"
    assert item.published == "2024-04-13"


def test_further_fields_are_kept_but_never_the_summary_of_a_machine(one):
    assert one("a.txt", FEED).meta == {"关键词": "人工智能,  模型", "AI技术": "语言模型", "行业": "软件"}


@pytest.mark.parametrize("colon", [":", "："])
def test_both_colons_are_read(one, colon):
    item = one("a.txt", f"标题{colon}青禾发布模型\n总结{colon}张三来了。\n关键词{colon}模型\n")
    assert (item.title, body(item), item.meta) == ("青禾发布模型", ["张三来了。"], {"关键词": "模型"})


def test_a_line_of_the_article_that_looks_like_a_field_stays_in_the_body(one):
    item = one("a.txt", "标题: 青禾发布模型\n总结: 张三来了。\n来源：某某晚报\n李四走了。\n关键词: 模型\n")
    assert body(item) == ["张三来了。\n来源：某某晚报\n李四走了。"]
    assert item.outlet is None


def test_windows_line_breaks_are_kept_in_the_text_and_out_of_the_values(one):
    item = one("a.txt", FEED.replace("\n", "\r\n"))
    assert item.title == "青禾科技发布新模型"
    assert body(item)[0].endswith("王五没有回应。")
    assert "\r\n" in item.text


def test_a_value_may_begin_on_the_next_line(one):
    assert body(one("a.txt", "标题: 青禾\n总结:\n\n张三来了。\n")) == ["张三来了。"]


def test_a_feed_with_only_a_summary_is_no_source(problem):
    assert (
        problem("a.txt", "标题: 青禾\n重大事件摘要: 模型上线。\n").message
        == "has no '总结' field with a text"
    )
    assert "总结" in problem("b.txt", "标题: 青禾\n总结:\n关键词: 模型\n").message


def test_zhengwen_is_read_where_there_is_no_zongjie(one):
    assert body(one("a.txt", "标题: 青禾\n正文: 张三来了。\n")) == ["张三来了。"]
    both = one("b.txt", "标题: 青禾\n正文: 张三来了。\n总结: 李四走了。\n")
    assert body(both) == ["李四走了。"]


def test_a_second_article_in_one_file_is_told(write):
    path = write("a.txt", "标题: 甲\n总结: 张三来了。\n标题: 乙\n总结: 李四走了。\n")
    first, second = read([path])
    assert (first.title, second) == (
        "甲",
        Problem(str(path), 3, "a second '标题' begins here; a feed file holds one article"),
    )


@pytest.mark.parametrize(
    "text", ["", "总结：今年青禾科技发布了模型。", "今天\n标题: 甲\n总结: 乙", "标题: 甲\n乙"]
)
def test_other_texts_are_no_feed(text):
    assert not is_feed(text)


@given(st.lists(st.tuples(st.sampled_from(NAMES), VALUES, BLANK), min_size=1))
def test_what_is_written_as_fields_is_read_back(written):
    clear = [(name, "\n".join(f"·{line}" for line in value.split("\n")), gap) for name, value, gap in written]
    text = "".join(f"{name}: {gap}{value}\n" for name, value, gap in clear)
    found = list(fields(text))
    assert [(field.name, field.value.of(text)) for field in found] == [(n, v.strip()) for n, v, _ in clear]
    assert all(field.label.of(text).strip().startswith(field.name) for field in found)


@given(st.text(st.sampled_from("标题总结链接关键词:： \n张。")))
def test_fields_never_overlap_whatever_the_text(text):
    end = 0
    for field in fields(text):
        assert end <= field.label.start
        end = field.value.end if field.value else field.label.end
        assert field.value is None or field.value.start >= field.label.end
    assert end <= len(text)


SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.skipif(not SHARED.exists(), reason="the shared material is not beside the project")
def test_the_feed_that_the_project_started_from():
    gold = json.loads((SHARED / "gold" / "seed.jsonl").read_text().splitlines()[0])
    (item,) = read([next((SHARED / "seeds").glob("0*.txt"))])
    assert sha256(item.text.encode()).hexdigest() == item.text_sha256 == gold["text_sha256"]
    # the gold also marks what the machine's summary says at the end of the file; that is never the body
    summary = item.text.index("重大事件摘要")
    contents = [span for claim in gold["claims"] for span in claim["content"] if span[0] < summary]
    assert len(contents) > 5
    assert all(item.body[0].start <= start < end <= item.body[0].end for start, end in contents)
    assert item.text[: item.body[0].start].endswith("总结: ")
    assert item.text[item.body[0].end :].startswith("\n关键词")
