"""The questions to a server on which ``kg load`` put the graph: the same answers, without the database."""

from kg.query.cypher.hand import Ask
from kg.query.cypher.server import Server

__all__ = ["Ask", "Server"]
