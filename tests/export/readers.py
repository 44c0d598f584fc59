"""Every format read back by a library that its users use: the names of people, and what was claimed."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import networkx as nx
import pyarrow.parquet as pq
import rdflib
from rdflib.namespace import RDF

from kg.export.defuse import restored

SCHEMA_ORG = rdflib.Namespace("https://schema.org/")


class Said(NamedTuple):
    """What a file tells: people's names, and the contents of claims."""

    people: set[str]
    contents: set[str]


def of_graph(graph: "nx.Graph[str]") -> Said:
    """From a graph as networkx read it."""
    nodes = [data for _, data in graph.nodes(data=True)]
    return Said(
        {data["label"] for data in nodes if data["type"] == "Person"},
        {data["content"] for data in nodes if data["type"] == "Claim"},
    )


def graphml(path: Path) -> Said:
    return of_graph(nx.read_graphml(path, force_multigraph=True))


def gexf(path: Path) -> Said:
    return of_graph(nx.read_gexf(path, version="1.3"))


def node_link(path: Path) -> Said:
    return of_graph(nx.node_link_graph(json.loads(path.read_bytes()), edges="edges"))


def jsonl(path: Path) -> Said:
    nodes = [row for row in lines(path) if row["element"] == "node"]
    return Said(
        {row["label"] for row in nodes if row["type"] == "Person"},
        {row["attrs"]["content"] for row in nodes if row["type"] == "Claim"},
    )


def tables(path: Path) -> Said:
    with (path / "nodes.csv").open(encoding="utf-8-sig", newline="") as stream:
        people = {restored(row["label"]) for row in csv.DictReader(stream) if row["type"] == "Person"}
    with (path / "claims.csv").open(encoding="utf-8-sig", newline="") as stream:
        return Said(people, {restored(row["content"]) for row in csv.DictReader(stream)})


def parquet(path: Path) -> Said:
    nodes = pq.read_table(path / "nodes.parquet").to_pylist()
    return Said(
        {row["label"] for row in nodes if row["type"] == "Person"},
        {row["content"] for row in nodes if row["type"] == "Claim"},
    )


def ftm(path: Path) -> Said:
    """A value that FollowTheMoney takes only in part stands whole beside it, as kg_…."""
    rows = list(lines(path))
    return Said(
        {whole(row, "name", "kg_label") for row in rows if row["schema"] == "Person"},
        {whole(row, "description", "kg_content") for row in rows if row["schema"] == "Note"},
    )


def whole(row: Mapping[str, Any], property_: str, beside: str) -> str:
    (value,) = row["properties"][property_]
    return str(row.get(beside, value))


def jsonld(path: Path) -> Said:
    graph = rdflib.Graph().parse(path, format="json-ld")
    people = set(graph.subjects(RDF.type, SCHEMA_ORG.Person))
    names = {str(name) for person in people for name in graph.objects(person, SCHEMA_ORG.name)}
    return Said(names, {str(text) for text in graph.objects(None, SCHEMA_ORG.text)})


def neo4j_csv(path: Path) -> Said:
    """As CSV; tests/export/test_neo4j_csv.py lets the importer itself read it."""
    return Said(
        {row["name:string"] for row in cells(path / "entity-person.csv")},
        {row["content:string"] for row in cells(path / "claim.csv")},
    )


def cells(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def lines(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.read_bytes().removesuffix(b"\n").split(b"\n"))


READERS: Mapping[str, Callable[[Path], Said]] = {
    "graphml": graphml,
    "gexf": gexf,
    "jsonl": jsonl,
    "node-link": node_link,
    "csv": tables,
    "parquet": parquet,
    "ftm": ftm,
    "jsonld": jsonld,
    "neo4j-csv": neo4j_csv,
}
