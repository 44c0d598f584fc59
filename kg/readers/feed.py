"""The feed format: one crawled news page as lines of 标题: … 链接: … 总结: … 关键词: …

The body is the value of 总结, over several lines up to the next field. 重大事件摘要 is a machine's
summary: it ends a value, and is never a source, not even of ``meta``.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from kg.readers.article import article
from kg.readers.options import ReadOptions
from kg.readers.problem import Problem, Unreadable
from kg.readers.source import Source
from kg.readers.stated import NAMES as STATED
from kg.readers.stated import Fields
from kg.records import Article, TextSpan
from kg.text import trimmed

BODY = ("总结", "正文")  # 总结 is the rule; 正文 is read where a feed has no 总结
SUMMARY = "重大事件摘要"
_CHINESE_NAMES = tuple(name for name in (*STATED.outlet, *STATED.published) if not name.isascii())
NAMES = ("标题", "链接", "网址", *BODY, *_CHINESE_NAMES, "作者", "关键词", "AI技术", "行业", SUMMARY)

_FIELD = re.compile(rf"^[ \t\u3000]*({'|'.join(NAMES)})[ \t]*([:：])[ \t\u3000]*", re.MULTILINE)


class Field(Struct, frozen=True):
    """A label at the start of a line, and the value after it without blanks at its edges, None if empty."""

    name: str
    label: TextSpan
    value: TextSpan | None


def fields(text: str) -> Iterator[Field]:
    """The fields in the order of the text; what stands before the first one belongs to none.

    Inside the body only a label with the colon of the body's own ends it: in a feed written with ":" the
    line 来源：新华社 is a part of the article.
    """
    labels = list(_labels(text))
    ends = [label.start() for label in labels[1:]] + [len(text)]
    for label, end in zip(labels, ends, strict=False):  # without labels there is one end too many
        yield Field(label[1], TextSpan(*label.span()), trimmed(text, label.end(), end))


def _labels(text: str) -> Iterator[re.Match[str]]:
    colon = None
    for match in _FIELD.finditer(text):
        if colon in (None, match[2]):
            colon = match[2] if match[1] in BODY else None
            yield match


def is_feed(text: str) -> bool:
    """Whether the text begins with a field and holds two of them, one the body or the machine's summary."""
    found = list(fields(text))
    names = {field.name for field in found}
    begins = bool(found) and not text[: found[0].label.start].strip()
    return begins and len(names) > 1 and not names.isdisjoint((*BODY, SUMMARY))


def feed(source: Source, options: ReadOptions, text: str) -> Iterator[Article | Problem]:
    """The article of a feed file, and a Problem for a second one in it; Unreadable when 总结 is missing."""
    found = list(fields(text))
    body = next((spans for name in BODY if (spans := _values(found, name))), None)
    if body is None:
        raise Unreadable(f"has no '{BODY[0]}' field with a text")
    values: dict[str, object] = {}
    for field in found:
        if field.value and field.name not in (*BODY, SUMMARY):
            values.setdefault(field.name, field.value.of(text))
    yield article(source, options, text=text, body=body, stated=Fields(values).stated())
    titles = [field.label.start for field in found if field.name == "标题"]
    if len(titles) > 1:
        line = text.count("\n", 0, titles[1]) + 1
        yield Problem(source.name, line, "a second '标题' begins here; a feed file holds one article")


def _values(found: list[Field], name: str) -> tuple[TextSpan, ...]:
    return tuple(field.value for field in found if field.name == name and field.value)
