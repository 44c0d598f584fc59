"""All records of one article, from its annotated Doc."""

from spacy.tokens import Doc

from kg.extract.book import MentionBook
from kg.extract.claims import claims
from kg.extract.found import cues, names, ties
from kg.extract.relations import relations
from kg.extract.turns import with_turns
from kg.records import Article, Extraction


def extract(doc: Doc, article: Article, *, origin: str = "kg") -> Extraction:
    """The mentions, claims and relations of an article; ``origin`` names the annotator."""
    found = names(doc)
    book = MentionBook(article, found, origin=origin)
    heard = with_turns(article.text, article.body, found, cues(doc))
    said = tuple(claims(article, heard, found, book))
    tied = tuple(relations(article, ties(doc), found, said, book))
    return Extraction(mentions=book.mentions(), claims=said, relations=tied)
