"""The book of an article's mentions: one record a span, type and kind, in reading order."""

from collections.abc import Sequence

import msgspec

from kg.extract.found import Name
from kg.records import Article, Mention, MentionKind, TextSpan, mention_id


class MentionBook:
    """Hands out mention records; the same span, type and kind is the same mention."""

    def __init__(self, article: Article, names: Sequence[Name], *, origin: str) -> None:
        self.article = article
        self.origin = origin
        self._mentions: dict[str, Mention] = {}
        self.of_name = [
            self.enter(name.span, kind="name", type_=name.type, confidence=name.confidence) for name in names
        ]

    def enter(
        self, span: TextSpan, *, kind: MentionKind, type_: str | None = None, confidence: float
    ) -> Mention:
        """The mention of a span, made at the first call."""
        key = mention_id(self.article.id, span, type_, kind)
        if key not in self._mentions:
            self._mentions[key] = Mention(
                id=key,
                article=self.article.id,
                span=span,
                name=span.of(self.article.text),
                type=type_,
                kind=kind,
                origin=self.origin,
                confidence=round(confidence, 3),
            )
        return self._mentions[key]

    def refer(self, mention: Mention, antecedent: Mention) -> Mention:
        """Record what a mention stands for; a mention never stands for itself."""
        if mention.id == antecedent.id:
            return mention
        self._mentions[mention.id] = msgspec.structs.replace(mention, antecedent=antecedent.id)
        return self._mentions[mention.id]

    def target(self, mention: Mention) -> Mention:
        """The mention at the end of the chain of antecedents."""
        seen = {mention.id}
        current = self._mentions[mention.id]
        while current.antecedent is not None and current.antecedent not in seen:
            seen.add(current.antecedent)
            current = self._mentions[current.antecedent]
        return current

    def mentions(self) -> tuple[Mention, ...]:
        """All mentions in reading order."""
        return tuple(sorted(self._mentions.values(), key=lambda m: (m.span, m.kind, m.type or "")))
