"""Changes between two databases as lines to read: + new, - gone, ~ changed."""

from collections.abc import Iterator

from kg.cli.tables import place, speaker, tie_marks, when
from kg.cli.terminal import visible
from kg.query.changes import ArticleChange, Change, ClaimChange, EntityChange, Field, Other, Value, What
from kg.query.rows import ArticleRow, RelationRow, SaidRow
from kg.resolve.meant import short_id

SIGNS: dict[What, str] = {"new": "+", "gone": "-", "changed": "~"}
UNREADABLE = {"text_sha256": "the text was edited"}  # fields whose values tell a reader nothing


def line(change: Change) -> str:
    """One line: the sign, the kind, what it is, and what became of it."""
    kind = str(change.__struct_config__.tag)
    what = " | ".join((_what(change), *_news(change)))
    return f"{SIGNS[change.change]} {kind:<7} {visible(' '.join(what.split()))}"


def _what(change: Change) -> str:
    if isinstance(change, EntityChange):
        return f"{change.name} ({change.type}, {short_id(change.id)})"
    if isinstance(change, ArticleChange):
        return _article(change.article)
    return _claim(change.claim) if isinstance(change, ClaimChange) else _tie(change.tie)


def _article(row: ArticleRow) -> str:
    """2024-05-03 乙报 《冷静看禾苗》 乙报/0502.txt"""
    title = f"《{row.title}》" if row.title else None
    return " ".join(filter(None, (row.published, row.outlet, title, row.source)))


def _claim(row: SaidRow) -> str:
    """2024-05-02 乙报 王五: 禾苗还要三年才能成熟 (乙报/0502.txt:5-15)"""
    head = " ".join(filter(None, (when(row), row.outlet, speaker(row))))
    return f"{head}: {row.content} ({place(row)})"


def _tie(row: RelationRow) -> str:
    """王五 founder 青禾科技 · former (乙报/0502.txt:17-33)"""
    marks = tie_marks(row)
    return f"{row.subject} {row.type} {row.object}{f' · {marks}' if marks else ''} ({place(row)})"


def _news(change: Change) -> Iterator[str]:
    """What became of it, a phrase each."""
    if isinstance(change, EntityChange):
        yield from _moves(change)
    for field in change.fields:
        yield UNREADABLE.get(field.name) or _field(field)


def _moves(change: EntityChange) -> Iterator[str]:
    """merged with 绿苗智能 (company, 1a2b3c4d), split off 张伟 (person, 5f3a90c1) …"""
    for one in change.came_from:
        if change.change == "new":
            yield f"{'was' if one.is_whole else 'split from'} {_other(one)}"
        else:
            yield f"{'merged with' if one.is_whole else 'took names from'} {_other(one)}"
    is_split = len(change.went_to) > 1
    for one in change.went_to:
        if change.change == "gone":
            became = "split into" if is_split else "became"
            yield f"{became if one.is_whole else 'merged into'} {_other(one)}"
        else:
            yield f"{'split off' if one.is_whole else 'lost names to'} {_other(one)}"


def _other(one: Other) -> str:
    return f"{one.name} ({one.type}, {short_id(one.id)})"


def _field(field: Field) -> str:
    """speaker 张三 → 李四; aliases + 绿苗智能"""
    if isinstance(field.before, tuple) and isinstance(field.after, tuple):
        return f"{field.name}{_set(field.before, field.after)}"
    if field.name == "id":
        return f"id {short_id(str(field.before))} → {short_id(str(field.after))}"
    return f"{field.name} {_value(field.before)} → {_value(field.after)}"


def _set(before: tuple[str, ...], after: tuple[str, ...]) -> str:
    gone, new = (
        [one for one in left if one not in right] for left, right in ((before, after), (after, before))
    )
    return "".join(f" {sign} {', '.join(names)}" for sign, names in (("-", gone), ("+", new)) if names)


def _value(value: Value) -> str:
    """A word for what is no text: yes, no, none."""
    if value is None:
        return "none"
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
