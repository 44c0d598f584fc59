"""Files to articles: feed, txt, md, jsonl, csv and html, each also packed with gzip."""

from kg.readers.formats import read
from kg.readers.options import ReadOptions
from kg.readers.problem import Problem

__all__ = ["Problem", "ReadOptions", "read"]
