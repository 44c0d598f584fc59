"""When something was said: the day that the text gives, else the day it was published."""

from kg.records import Article, Claim


def dated(claim: Claim | None, article: Article) -> tuple[str | None, bool]:
    """The date and whether it is only that of publication; (None, False) if neither is known."""
    if claim is not None and claim.said_on:
        return claim.said_on, False
    return article.published or None, bool(article.published)
