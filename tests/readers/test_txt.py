from kg.records import TextSpan


def test_the_whole_file_is_text_and_body(one):
    text = "\n  张三表示，\r\n青禾科技将发布模型。\n"
    item = one("a.txt", text)
    assert (item.text, item.body, item.record, item.title) == (text, (TextSpan(0, len(text)),), 1, None)


def test_a_feed_is_recognised_by_its_fields(one):
    item = one("a.txt", "标题: 青禾发布模型\n总结: 张三表示，模型已经上线。\n")
    assert [span.of(item.text) for span in item.body] == ["张三表示，模型已经上线。"]


def test_an_article_that_begins_with_its_own_header_is_no_feed(one):
    text = "来源：青禾日报\n时间：2024年4月13日\n\n张三表示，模型已经上线。"
    assert one("a.txt", text).body == (TextSpan(0, len(text)),)


def test_gb18030_is_read(one):
    text = "青禾科技创始人张三表示，公司明年将发布新的语言模型。"
    assert one("a.txt", text.encode("gb18030")).text == text


def test_arabic_is_an_article(one):
    assert one("a.txt", "أعلنت الشركة عن نموذج جديد").text.startswith("أعلنت")


def test_packed_text_is_read(one):
    assert one("a.txt.gz", "张三来了。").text == "张三来了。"


def test_blank_empty_and_binary_files_are_told(problem):
    assert problem("a.txt", "").message == "is empty"
    assert problem("b.txt", "\n \n").message == "holds no text"
    assert problem("c.txt", b"\x7fELF\0\0\1").message == "is binary, not text"


def test_the_options_of_encoding_and_length_hold(one, problem):
    assert one("a.txt", "這家公司".encode("big5"), encoding="big5").text == "這家公司"
    assert problem("b.txt", "张三来了。", max_chars=4).message == "has more than 4 characters (--max-chars)"
