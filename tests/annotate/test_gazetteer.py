"""A user's list: read strictly, found by folded words."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.gazetteer import Entry, Gazetteer, GazetteerFinder, is_whole, read_names
from kg.annotate.naming import GIVEN
from kg.annotate.pipeline import CharacterTokenizer
from kg.errors import ConfigError
from kg.records import TextSpan
from kg.text import fold

NLP = spacy.blank("zh")
NLP.tokenizer = CharacterTokenizer(NLP.vocab)


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    file = path / "名单.csv"
    file.write_bytes(text.encode(encoding))
    return file


def finder(names: Mapping[str, str]) -> GazetteerFinder:
    component = GazetteerFinder(NLP)
    component.add(Gazetteer(tuple(Entry(name, type_, 2) for name, type_ in names.items()), "0"))
    return component


def found(
    text: str, names: Mapping[str, str], *, body: tuple[TextSpan, ...] | None = None
) -> list[tuple[str, str]]:
    doc = NLP.make_doc(text)
    doc.user_data["body"] = body
    finder(names)(doc)
    return [(span.text, span.label_) for span in doc.spans[GIVEN]]


def test_names_with_types_in_both_languages(tmp_path: Path) -> None:
    path = written(tmp_path, "name,type\n青禾科技,公司\n\n 林晓岚 ,Person\n")
    assert [(entry.name, entry.type, entry.line) for entry in read_names(path).entries] == [
        ("青禾科技", "company", 2),
        ("林晓岚", "person", 4),
    ]


def test_excel_writes_a_mark_and_further_columns(tmp_path: Path) -> None:
    path = written(tmp_path, '类,Type,Name\r\n"甲\r\n乙",产品,禾苗\r\n,产品,青苗\r\n', "utf-8-sig")
    assert [(entry.name, entry.line) for entry in read_names(path).entries] == [("禾苗", 2), ("青苗", 4)]


def test_other_content_has_another_hash(tmp_path: Path) -> None:
    one = read_names(written(tmp_path, "name,type\n禾苗,产品\n"))
    assert one.hash == read_names(written(tmp_path, "name,type\n禾苗,产品\n")).hash
    assert one.hash != read_names(written(tmp_path, "name,type\n禾苗,作品\n")).hash


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"名单\.csv:1: the header is not name,type\.$"),
        ("青禾科技,公司\n", r"名单\.csv:1: the header is not name,type\.$"),
        (
            "name,type\n青禾科技,公司\n禾苗,软件\n",
            r"名单\.csv:3: the type of 禾苗 is 软件, not one of person 人物, ",
        ),
        ("name,type\n禾苗\n", r"名单\.csv:2: the type of 禾苗 is empty, "),
        ("name,type\n,产品\n", r"名单\.csv:2: the name is empty"),
        ("name,type\n，,产品\n", r"名单\.csv:2: the name is empty, or has no letter or digit \(，\)\.$"),
        ("name,type\n禾苗,产品\n禾苗,公司\n", r"名单\.csv:3: 禾苗 is company here and product in line 2\.$"),
        ('name,type\n"禾苗,产品\n', r"名单\.csv:2: no valid CSV "),
    ],
)
def test_a_fault_is_one_sentence_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message) as error:
        read_names(written(tmp_path, text))
    assert "\n" not in str(error.value)


def test_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, "name,type\n禾苗,产品\n", "gb18030")
    with pytest.raises(ConfigError, match=r":2: not UTF-8; save the list as CSV in UTF-8\.$"):
        read_names(path)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"没有\.csv: cannot be read \(No such file or directory\)\.$"):
        read_names(tmp_path / "没有.csv")


def test_the_longest_name_counts() -> None:
    text = "青禾科技的林晓岚在青禾。"
    assert found(text, {"青禾": "place", "青禾科技": "company"}) == [
        ("青禾科技", "company"),
        ("青禾", "place"),
    ]


def test_width_case_and_quotes_do_not_matter() -> None:
    assert found("他用ＳＯＲＡ和「禾·苗」", {"sora": "product", "“禾・苗”": "work"}) == [
        ("ＳＯＲＡ", "product"),
        ("「禾·苗」", "work"),
    ]


def test_latin_names_stand_alone() -> None:
    text = "Sora，Soras，Sora2，2Sora，使用Sora拍摄；GPT-4和GPT4"
    assert [name for name, _ in found(text, {"Sora": "product", "GPT": "product"})] == ["Sora", "Sora", "GPT"]
    assert is_whole("据张三说", 1, 3)
    assert not is_whole("ЯндексИ", 0, 6)


def test_only_the_body_is_searched() -> None:
    text = "来源: 禾报\n总结: 禾报说，好。"
    body = (TextSpan(text.index("总结: ") + 4, len(text)),)
    assert found(text, {"禾报": "media"}, body=body) == [("禾报", "media")]
    assert found("禾", {"禾报": "media"}) == []
    assert found("", {"禾报": "media"}) == []


@given(st.text("青禾科技Ａａb2·“", max_size=30), st.text("青禾科aB2", min_size=1, max_size=4))
def test_offsets_hold(text: str, name: str) -> None:
    doc = finder({name: "company"})(NLP.make_doc(text))
    spans = list(doc.spans[GIVEN])
    assert all(fold(text[span.start_char : span.end_char]) == fold(name) for span in spans)
    first = fold(text).find(fold(name))
    if first >= 0 and is_whole(text, first, first + len(name)):
        assert spans
