"""The vocabulary: what entities, relations and edges there are, read from ``schema/*.yaml``."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml
from msgspec import Struct

from kg.errors import SchemaError
from kg.resources import schema_dir

UNNAMED = "unnamed_source"
POSITION = "position"  # a title on role_of, never an entity
UNTYPED = "thing"  # a name whose kind nothing in the article tells
ENTITY = "entity"  # in edges.yaml: any entity type that has a node


class EntityType(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a mention may be; ``node`` is its label in the graph, None if it makes no node."""

    name: str
    label_en: str
    label_zh: str
    node: str | None


class RecordType(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record that is a node of the graph itself."""

    name: str
    label_en: str
    label_zh: str
    node: str


class RelationType(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A typed tie; ``domain`` and ``range`` say what its subject and its object may be."""

    name: str
    label_en: str
    label_zh: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    symmetric: bool = False


Row = TypeVar("Row", EntityType, RecordType, RelationType)


class Schema(Struct, frozen=True, kw_only=True):
    """The whole vocabulary, each part by name and in the order of its file."""

    entities: Mapping[str, EntityType]
    relations: Mapping[str, RelationType]
    records: Mapping[str, RecordType]
    edges: Mapping[str, RelationType]

    def allows(self, relation_type: str, subject_type: str, object_type: str) -> bool:
        """Whether a relation may tie the two types; SchemaError if there is no such relation."""
        relation = self.relations.get(relation_type)
        if relation is None:
            raise SchemaError(f"There is no relation {relation_type}; known: {', '.join(self.relations)}.")
        return subject_type in relation.domain and object_type in relation.range

    def node_label(self, type_: str) -> str:
        """The graph's label for an entity type or record, Person for person; SchemaError if it has none."""
        found = self.entities.get(type_) or self.records.get(type_)
        if found is None or found.node is None:
            raise SchemaError(f"The type {type_} has no node in the graph.")
        return found.node


@cache
def schema() -> Schema:
    """The vocabulary that comes with kg, read and validated once."""
    return read_schema(schema_dir())


def read_schema(folder: Path) -> Schema:
    """The vocabulary of a folder; SchemaError names the file and key of the first fault."""
    found = Schema(
        entities=_rows(folder / "entities.yaml", EntityType),
        relations=_rows(folder / "relations.yaml", RelationType),
        records=_rows(folder / "records.yaml", RecordType),
        edges=_rows(folder / "edges.yaml", RelationType),
    )
    for type_ in (UNNAMED, POSITION, UNTYPED):
        if type_ not in found.entities:
            raise SchemaError(f"{folder / 'entities.yaml'}: the type {type_} is missing.")
    with_node = {name for name, row in found.entities.items() if row.node}
    _check_ends(folder / "relations.yaml", found.relations, with_node)
    _check_ends(folder / "edges.yaml", found.edges, {ENTITY, *found.records})
    return found


def _check_ends(path: Path, relations: Mapping[str, RelationType], known: set[str]) -> None:
    for relation in relations.values():
        for key, types in (("domain", relation.domain), ("range", relation.range)):
            if wrong := [type_ for type_ in types if type_ not in known]:
                raise SchemaError(f"{path}: {relation.name}.{key}: there is no type {wrong[0]} with a node.")
            if not types:
                raise SchemaError(f"{path}: {relation.name}.{key} is empty.")


def _rows(path: Path, kind: type[Row]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for key, raw in _raw_rows(path):
        try:
            row = msgspec.convert(raw, kind)
        except msgspec.ValidationError as error:
            raise SchemaError(f"{path}: {key}: {error}.") from None
        if row.name in found:
            raise SchemaError(f"{path}: {row.name} stands there twice.")
        found[row.name] = row
    return found


def _raw_rows(path: Path) -> Iterator[tuple[str, Any]]:
    """Each row with a name for messages: its own, else its place in the file."""
    try:
        rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SchemaError(f"{path}: cannot be read: {' '.join(str(error).split())}.") from None
    if not isinstance(rows, list):
        raise SchemaError(f"{path}: a list of types is expected.")
    for number, row in enumerate(rows, start=1):
        name = row.get("name") if isinstance(row, dict) else None
        yield str(name or f"row {number}"), row
