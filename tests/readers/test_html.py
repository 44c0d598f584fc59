import pytest

from kg.records import TextSpan

BODY = "".join(
    f"<p>青禾科技创始人张三在第{n}场发布会上表示，公司的语言模型已经上线，价格还没有确定。</p>"
    for n in range(1, 6)
)
PAGE = f"""<!doctype html><html lang="zh"><head>%s<title>青禾科技发布新模型</title>
<meta property="og:title" content="青禾科技发布新模型">
<meta property="og:site_name" content="青禾日报">
<meta property="article:published_time" content="2024-04-13T21:05:00+08:00">
<link rel="canonical" href="https://example.com/news/7.html"></head>
<body><nav><a href="/">首页</a><a href="/tech">科技频道</a></nav>
<article><h1>青禾科技发布新模型</h1>{BODY}</article><footer>版权所有</footer></body></html>"""


def test_the_text_is_what_is_extracted(one):
    item = one("a.html", PAGE % "")
    assert item.text.count("张三") == 5
    assert "<p>" not in item.text
    assert "首页" not in item.text
    assert item.body == (TextSpan(0, len(item.text)),)


def test_what_the_page_states_is_read(one):
    item = one("a.htm", PAGE % "")
    assert (item.title, item.published) == ("青禾科技发布新模型", "2024-04-13")
    assert (item.outlet, item.url) == ("青禾日报", "https://example.com/news/7.html")


def test_a_gb2312_page_is_read(one):
    item = one("a.html", (PAGE % '<meta charset="gb2312">').encode("gb18030"))
    assert item.text.count("张三") == 5


def test_a_page_may_name_an_encoding_that_cannot_be_guessed(one):
    text = "".join(
        f"<p>第{n}場會議上，這家公司的負責人對記者表示，他們將發佈新的語言模型。</p>" for n in range(5)
    )
    page = f'<html><head><meta charset="big5"></head><body><article>{text}</article></body></html>'
    assert "語言模型" in one("a.html", page.encode("big5")).text


def test_an_encoding_that_nobody_knows_is_told(problem):
    raw = b'<html><head><meta charset="klingon"></head><body>\xff\xff\xff</body></html>'
    assert problem("a.html", raw).message == "names an encoding that is not known, klingon"


@pytest.mark.parametrize("content", ["<html></html>", "<html><body></body></html>", "   "])
def test_a_page_without_text_is_told(problem, content, capfd):
    assert problem("a.html", content).message == "holds no text"
    assert capfd.readouterr() == ("", "")


def test_empty_and_binary_pages_are_told(problem):
    assert problem("a.html", "").message == "is empty"
    assert problem("b.html", b"\0\1\2").message == "is binary, not text"


def test_a_packed_page_is_read(one):
    assert one("a.html.gz", PAGE % "").outlet == "青禾日报"


def test_a_page_that_unpacks_to_too_much_is_told(problem):
    item = problem("a.html.gz", b" " * (200 * 2**20 + 1))
    assert item.message == "is a page of more than 200 MB"
