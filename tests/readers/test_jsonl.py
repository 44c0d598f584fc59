import gzip
import json
import tracemalloc

import pytest

from kg.readers import Problem, read
from kg.records import Article, TextSpan, article_id


def dumps(**fields):
    return json.dumps(fields, ensure_ascii=False) + "\n"


def test_the_text_field_is_text_and_body_exactly(one):
    text = " 张三说：\r\n“模型上线了。”\n"
    item = one("a.jsonl", dumps(text=text))
    assert (item.text, item.body) == (text, (TextSpan(0, len(text)),))


@pytest.mark.parametrize("name", ["text", "content", "body", "正文"])
def test_each_name_of_the_text_is_read(one, name):
    assert one("a.jsonl", dumps(**{name: "张三来了。"})).text == "张三来了。"


def test_what_the_line_states_is_read(one):
    item = one(
        "a.jsonl",
        dumps(
            id=7,
            title="青禾",
            url="https://example.com/7",
            source="青禾日报",
            date="20240413",
            text="张三来了。",
        ),
    )
    assert (item.title, item.outlet, item.published) == ("青禾", "青禾日报", "2024-04-13")
    assert item.id == article_id(url="https://example.com/7", given=None, path="", record=1)


def test_a_given_id_makes_the_id_and_stays_in_meta(one):
    item = one("a.jsonl", dumps(id="dev-01", text="张三来了。", slice=[1, 2], views=3))
    assert item.id == article_id(url=None, given="dev-01", path="", record=1)
    assert item.meta == {"views": "3", "id": "dev-01"}


def test_the_record_is_the_line(write):
    items = list(read([write("a.jsonl", dumps(text="张三来了。") + "\n" + dumps(text="李四走了。"))]))
    assert [item.record for item in items] == [1, 3]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"text": "张三', "is no valid JSON (Unterminated string starting at)"),
        ('["张三"]', "is no JSON object"),
        ('{"title": "青禾"}', "has no text in a field named text, content or body"),
        ('{"text": ["张三", "李四"]}', "has no text in a field named text, content or body"),
        ('{"text": " "}', "has no text in a field named text, content or body"),
        ("[" * 100_000, "is no valid JSON (a value is too large or too deep)"),
        (f'{{"n": {"9" * 5000}}}', "is no valid JSON (a value is too large or too deep)"),
    ],
)
def test_a_broken_line_costs_only_itself(write, line, message):
    path = write("a.jsonl", dumps(text="张三来了。") + line + "\n" + dumps(text="李四走了。"))
    first, second, third = read([path])
    assert (first.text, third.text) == ("张三来了。", "李四走了。")
    assert second == Problem(str(path), 2, message)


def test_a_line_in_another_encoding_costs_only_itself(write):
    raw = (
        dumps(text="张三来了。").encode()
        + dumps(text="李四").encode("gbk")
        + dumps(text="王五走了。").encode()
    )
    first, second, third = read([write("a.jsonl", raw)])
    assert (first.text, second.line, third.text) == ("张三来了。", 2, "王五走了。")


def test_an_id_that_stands_twice_is_told(write):
    path = write("a.jsonl", dumps(id="a1", text="张三来了。") + dumps(id="a1", text="李四走了。"))
    first, second = read([path])
    assert (first.text, second) == ("张三来了。", Problem(str(path), 2, "has the id 'a1' of line 1"))


def test_an_id_of_a_line_that_was_refused_is_free(write):
    path = write("a.jsonl", dumps(id="a1", text="") + dumps(id="a1", text="李四走了。"))
    first, second = read([path])
    assert (first.line, second.text) == (1, "李四走了。")


def test_a_text_too_long_is_told_with_its_line(problem):
    item = problem("a.jsonl", dumps(text="张三来了。" * 50_000))
    assert str(item).endswith("a.jsonl:1: has more than 200,000 characters (--max-chars)")


def test_lone_surrogates_become_replacement_characters(one):
    assert one("a.jsonl", '{"text": "张三\\ud800来了\\ud83d\\ude00"}').text == "张三\ufffd来了😀"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_each_encoding_is_read(one, codec):
    text = "青禾科技创始人张三表示，公司明年将发布新的语言模型。"
    assert one("a.jsonl", dumps(text=text).encode(codec)).text == text


@pytest.mark.parametrize(
    ("content", "message"), [("", "is empty"), ("\n\n", "is empty"), (b"\0\1", "is binary, not text")]
)
def test_a_file_without_records_is_told(problem, content, message):
    assert problem("a.jsonl", content).message == message


def test_packed_lines_that_break_off_give_what_they_hold(write, tmp_path):
    packed = gzip.compress("".join(dumps(id=n, text=f"张三第{n}次表示。") for n in range(20_000)).encode())
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(packed[: len(packed) // 2])
    *articles, last = read([path])
    assert len(articles) > 1000
    assert last == Problem(str(path), len(articles) + 1, "is damaged gzip data")


def test_memory_does_not_grow_with_the_file(write):
    def peak(count: int) -> int:
        path = write(f"{count}.jsonl", dumps(text="张三表示，模型已经上线。" * 100) * count)
        tracemalloc.start()
        assert all(isinstance(item, Article) for item in read([path]))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(5)  # what is made once and kept: tables, compiled expressions
    assert peak(200) < 1.2 * peak(50)
