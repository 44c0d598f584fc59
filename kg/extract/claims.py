"""Claims: a cue with its content, its speaker, and whom it is about."""

from collections.abc import Iterator, Sequence

from kg.extract.about import about, about_implicit
from kg.extract.book import MentionBook
from kg.extract.bylines import is_byline
from kg.extract.edges import contents as contents_of
from kg.extract.found import Cue, Name
from kg.extract.modes import mode
from kg.extract.polarity import is_hedged, is_negated
from kg.extract.quotes import quotations, quoted
from kg.extract.speakers import Voice, voices
from kg.records import Article, Claim, Mention, TextSpan, claim_id

# who may pass a claim on: 路透社援引知情人士消息称
MEDIA = ("media",)
COLONS = ("：", ":")


def claims(
    article: Article, cues: Sequence[Cue], names: Sequence[Name], book: MentionBook
) -> Iterator[Claim]:
    """The claims of an article in reading order; a cue without content, and a byline, is none."""
    text = article.text
    quotes = list(quotations(text, article.body))
    marks = quoted(text, quotes)
    for cue, voice in zip(cues, voices(cues, names, text, book), strict=True):
        contents = contents_of(text, cue, quotes, body_of(article, cue))
        if contents and not (cue.text in COLONS and is_byline(text, cue.span.start)):
            yield _claim(article, cue, contents, voice, names, book, marks)


def body_of(article: Article, cue: Cue) -> TextSpan:
    """The range of the body that holds the cue."""
    return next(span for span in article.body if span.start <= cue.span.start < span.end)


def _claim(
    article: Article,
    cue: Cue,
    contents: tuple[TextSpan, ...],
    voice: Voice,
    names: Sequence[Name],
    book: MentionBook,
    marks: Sequence[bool],
) -> Claim:
    content = "".join(span.of(article.text) for span in contents)
    return Claim(
        id=claim_id(article.id, cue.span, contents),
        article=article.id,
        mode=mode(article.text, cue, contents, marks),
        speaker=voice.mention.id if voice.mention else None,
        speaker_by=voice.by,
        cue=cue.span,
        content=contents,
        about=tuple(mention.id for mention in about(cue, contents, names, book)),
        about_implicit=tuple(mention.id for mention in about_implicit(cue, contents, names, book)),
        via=tuple(mention.id for mention in via(article.text, cue, contents, voice, names, book)),
        negated=is_negated(article.text, cue, content),
        hedged=is_hedged(cue, content),
        origin=book.origin,
        confidence=round(min(cue.confidence, cue.content_confidence), 3),
    )


def via(
    text: str,
    cue: Cue,
    contents: Sequence[TextSpan],
    voice: Voice,
    names: Sequence[Name],
    book: MentionBook,
) -> Iterator[Mention]:
    """The media that pass the claim on: named before the speaker in the cue's sentence, by 援引 or 报道."""
    start = max(text.rfind(end, 0, cue.span.start) for end in "。！？\n") + 1
    limit = cue.speaker.start if cue.speaker else cue.span.start
    if "援引" not in text[start : cue.span.start] and "报道" not in text[start : cue.span.start]:
        return
    for index, name in enumerate(names):
        inside = any(span.start <= name.span.start < span.end for span in contents)
        if name.type in MEDIA and start <= name.span.start and name.span.end <= limit and not inside:
            mention = book.of_name[index]
            if voice.mention is None or mention.id != voice.mention.id:
                yield mention
