from hashlib import sha256
from pathlib import Path

import pytest

from kg.readers import ReadOptions
from kg.readers.article import article
from kg.readers.problem import Unreadable
from kg.readers.source import STDIN, Source
from kg.readers.stated import Stated
from kg.records import TextSpan, article_id
from kg.text import fingerprint

TEXT = "张三表示，青禾科技将发布模型。"
FILE = Source("news/a.txt", Path("news/a.txt"), "a.txt")


def art(*, source=FILE, options=None, text=TEXT, body=None, record=1, **stated):
    return article(
        source, options or ReadOptions(), text=text, body=body, record=record, stated=Stated(**stated)
    )


def test_the_id_is_of_the_url_else_the_given_id_else_the_path():
    url = "https://example.com/1"
    assert art(url=url, given="a1").id == article_id(url=url, given=None, path="", record=1)
    assert art(given="a1").id == article_id(url=None, given="a1", path="", record=1)
    assert art(record=3).id == article_id(url=None, given=None, path="a.txt", record=3)


def test_an_edited_article_keeps_its_id():
    assert art().id == art(text=TEXT + "他还说，价格未定。").id
    assert art().text_sha256 != art(text=TEXT + "他还说，价格未定。").text_sha256


def test_two_texts_piped_in_are_two_articles():
    stdin = Source(STDIN, None, STDIN)
    assert art(source=stdin).id == art(source=stdin).id
    assert art(source=stdin).id != art(source=stdin, text="李四没有回应。").id


def test_the_body_is_the_whole_text_unless_told():
    assert art().body == (TextSpan(0, len(TEXT)),)
    assert art(body=(TextSpan(3, 5),)).body == (TextSpan(3, 5),)


def test_hash_and_fingerprint_are_of_text_and_body():
    item = art(body=(TextSpan(5, len(TEXT)),))
    assert item.text_sha256 == sha256(TEXT.encode()).hexdigest()
    assert item.fingerprint == fingerprint(TEXT[5:])


def test_options_fill_in_only_what_is_not_stated():
    options = ReadOptions(outlet="青禾日报", published="2024年4月")
    assert (art(options=options).outlet, art(options=options).published) == ("青禾日报", "2024-04")
    item = art(options=options, outlet="某某晚报", published="2023")
    assert (item.outlet, item.published) == ("某某晚报", "2023")


def test_a_date_that_is_not_understood_is_kept_as_written():
    item = art(published="昨天")
    assert (item.published, item.meta) == (None, {"published": "昨天"})


def test_a_given_id_stays_readable():
    assert art(given="a1").meta == {"id": "a1"}


def test_lone_surrogates_become_replacement_characters():
    item = art(text="张\ud800三", title="\udfff", meta={"k\ud800": "\ud800"})
    assert (item.text, item.title, item.meta) == ("张\ufffd三", "\ufffd", {"k\ufffd": "\ufffd"})


@pytest.mark.parametrize("text", ["", " \n\u3000"])
def test_a_blank_text_is_refused(text):
    with pytest.raises(Unreadable, match="holds no text"):
        art(text=text)


def test_the_longest_text_is_read_and_one_more_character_is_not():
    options = ReadOptions(max_chars=len(TEXT))
    assert art(options=options).text == TEXT
    with pytest.raises(Unreadable, match=f"more than {len(TEXT)} characters"):
        art(options=options, text=TEXT + "完")
