"""What a source states about an article, from fields under the names that sources use."""

from collections.abc import Iterable, Mapping

from msgspec import Struct


class Names(Struct, frozen=True, kw_only=True):
    """The names that a field may have, the best one first."""

    text: tuple[str, ...] = ("text", "content", "body", "正文", "总结", "内容")
    title: tuple[str, ...] = ("title", "标题")
    url: tuple[str, ...] = ("url", "link", "链接", "网址")
    outlet: tuple[str, ...] = ("outlet", "source", "来源", "媒体")
    published: tuple[str, ...] = ("published", "date", "发布时间", "发布日期", "日期", "时间")
    id: tuple[str, ...] = ("id",)


NAMES = Names()


class Stated(Struct, frozen=True, kw_only=True):
    """Title, url, outlet and date as they stand in the source, the id it gives, and its further fields."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    given: str | None = None
    meta: dict[str, str] = {}


class Fields:
    """The fields of one record; those that nobody has taken are left over for ``meta``."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        self._left = {name: text for name, value in fields.items() if (text := _text(value)) is not None}

    def take(self, names: Iterable[str]) -> str | None:
        """The first value that is not blank, by the order of the names; None if there is none."""
        for name in names:
            for own, value in self._left.items():
                if value.strip() and name in (own, own.strip().casefold()):
                    return self._left.pop(own)
        return None

    def stated(self, names: Names = NAMES, *, given: str | None = None) -> Stated:
        """What the fields say of the article, all others as its meta."""
        return Stated(
            title=_one_line(self.take(names.title)),
            url=_one_line(self.take(names.url)),
            outlet=_one_line(self.take(names.outlet)),
            published=_one_line(self.take(names.published)),
            given=given,
            meta={name: value for name, value in self._left.items() if value.strip()},
        )


def _one_line(value: str | None) -> str | None:
    return " ".join(value.split()) if value else None


def _text(value: object) -> str | None:
    """Strings and numbers as text, lists of strings joined; None for what has no short text form."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return None
