import pytest

FRONT = """---
title: 青禾科技发布新模型
date: 2024-04-13 21:05:00
source: 青禾日报
link: https://example.com/7
id: 12
tags: [人工智能, 模型]
---
# 正文的标题

张三表示，模型已经上线。
"""


def test_front_matter_says_what_the_article_is(one):
    item = one("a.md", FRONT)
    assert (item.title, item.published, item.outlet) == ("青禾科技发布新模型", "2024-04-13", "青禾日报")
    assert item.url == "https://example.com/7"
    assert item.meta == {"id": "12", "tags": "人工智能, 模型"}


def test_the_body_is_what_follows_the_front_matter_with_its_heading(one):
    item = one("a.md", FRONT)
    assert [span.of(item.text) for span in item.body] == ["# 正文的标题\n\n张三表示，模型已经上线。\n"]
    assert item.text == FRONT


def test_the_first_heading_is_the_title_where_none_is_stated(one):
    item = one("a.md", "前言\n## 小节\n# 青禾发布模型 ##\r\n# 第二\n张三来了。")
    assert item.title == "青禾发布模型"
    assert [span.of(item.text) for span in item.body] == [item.text]


def test_windows_line_breaks_in_front_matter(one):
    assert one("a.md", FRONT.replace("\n", "\r\n")).outlet == "青禾日报"


def test_a_month_keeps_its_precision(one):
    assert one("a.md", "---\npublished: 2024-04\n---\n张三来了。").published == "2024-04"


@pytest.mark.parametrize("text", ["---\n张三来了。\n", "---\n张三来了。\n---\n李四走了。\n"])
def test_a_line_across_the_page_is_no_front_matter(one, text):
    item = one("a.md", text)
    assert [span.of(text) for span in item.body] == [text]


def test_broken_front_matter_is_told_with_its_line(problem):
    item = problem("a.md", "---\noutlet: 青禾日报\ntitle: 专访: 张三\n---\n张三来了。")
    assert (item.line, item.message) == (3, "the front matter is no valid YAML")


def test_deep_front_matter_is_told(problem):
    assert "nested" in problem("a.md", f"---\na: {'[' * 5000}\n---\n张三来了。").message


def test_front_matter_without_a_text_is_told(problem):
    assert problem("a.md", "---\ntitle: 青禾\n---\n").message == "holds no text"


def test_no_objects_are_made_from_front_matter(one):
    item = one("a.md", "---\nkeywords: !!python/object/apply:os.getcwd []\n---\n张三来了。")
    assert item.meta == {}


def test_packed_markdown_is_read(one):
    assert one("a.md.gz", FRONT).outlet == "青禾日报"
