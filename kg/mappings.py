"""The vocabulary in the words of others: ``schema/ftm.yaml`` and ``schema/schema_org.yaml``."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar, get_args

import msgspec
import yaml
from msgspec import Struct

from kg.errors import SchemaError
from kg.records import Mode, Status
from kg.resources import schema_dir
from kg.schema import EntityType, RecordType, Schema, schema


class Condition(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a tie must be for a form to fit: what is empty asks nothing; ``title`` is a pattern."""

    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    title: str = ""

    def fits(self, subject: str, object_: str, tie: Mapping[str, object]) -> bool:
        """Is the form for such ends (names of types) and a tie with such attributes."""
        return (
            (not self.domain or subject in self.domain)
            and (not self.range or object_ in self.range)
            and (not self.status or tie.get("status") in self.status)
            and bool(re.search(self.title, str(tie.get("title", ""))))
        )

    @property
    def is_open(self) -> bool:
        """Does it fit every tie."""
        return not (self.domain or self.range or self.status or self.title)


class FtmTie(Condition, frozen=True, kw_only=True):
    """A tie as an entity of FollowTheMoney; ``properties`` says which attribute each property takes."""

    schema: str
    properties: Mapping[str, str]


class FtmNode(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A node as an entity of FollowTheMoney; ``properties`` says which attribute each property takes."""

    schema: str
    properties: Mapping[str, str]


class SchemaOrgTie(Condition, frozen=True, kw_only=True):
    """A tie as a property of schema.org: of its subject, or of its object if ``inverse``."""

    property: str
    inverse: bool = False


class SchemaOrgNode(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A node in the words of schema.org; ``by_mode`` holds what a claim is besides."""

    types: tuple[str, ...]
    properties: Mapping[str, str]
    by_mode: Mapping[str, str] = {}


class Ftm(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The mapping to FollowTheMoney."""

    nodes: Mapping[str, FtmNode]
    ties: Mapping[str, tuple[FtmTie, ...]]


class SchemaOrg(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The mapping to schema.org."""

    nodes: Mapping[str, SchemaOrgNode]
    ties: Mapping[str, tuple[SchemaOrgTie, ...]]


Words = TypeVar("Words", Ftm, SchemaOrg)
Form = TypeVar("Form", FtmTie, SchemaOrgTie)


@cache
def ftm() -> Ftm:
    """The mapping to FollowTheMoney that comes with kg, read and validated once."""
    return read_ftm(schema_dir() / "ftm.yaml", schema())


@cache
def schema_org() -> SchemaOrg:
    """The mapping to schema.org that comes with kg, read and validated once."""
    return read_schema_org(schema_dir() / "schema_org.yaml", schema())


def read_ftm(path: Path, words: Schema) -> Ftm:
    """The mapping in a file; SchemaError if it lacks a word of the vocabulary, or a tie's last, open form."""
    found = _read(path, Ftm, words)
    for tie, forms in found.ties.items():
        if not forms or not forms[-1].is_open:
            raise SchemaError(f"{path}: {tie}: the last form must fit every such tie.")
    return found


def read_schema_org(path: Path, words: Schema) -> SchemaOrg:
    """The mapping in a file; SchemaError if it leaves out a word of the vocabulary, or says more."""
    found = _read(path, SchemaOrg, words)
    for name, node in found.nodes.items():
        for mode in _unknown(node.by_mode, get_args(Mode)):
            raise SchemaError(f"{path}: {name}.by_mode: there is no mode {mode}.")
    return found


def form(forms: Iterable[Form], subject: str, object_: str, tie: Mapping[str, object]) -> Form | None:
    """The first form that fits a tie between two types, given its attributes; None if none does."""
    return next((one for one in forms if one.fits(subject, object_, tie)), None)


@cache
def type_of(node_label: str) -> str:
    """The name of the type whose nodes have that label: person for Person, claim for Claim; else ""."""
    types: list[EntityType | RecordType] = [*schema().entities.values(), *schema().records.values()]
    return next((row.name for row in types if row.node == node_label), "")


def _read(path: Path, kind: type[Words], words: Schema) -> Words:
    try:
        found = msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), kind)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise SchemaError(f"{path}: cannot be read: {' '.join(str(error).split())}.") from None
    types = [*(name for name, row in words.entities.items() if row.node), *words.records]
    _check_names(f"{path}: nodes", found.nodes, types)
    _check_names(f"{path}: ties", found.ties, [*words.edges, *words.relations])
    for tie, forms in found.ties.items():
        for one in forms:
            _check_condition(f"{path}: {tie}", one, types)
    return found


def _check_names(where: str, found: Mapping[str, object], expected: Sequence[str]) -> None:
    for name in _unknown(expected, found):
        raise SchemaError(f"{where}: {name} is missing.")
    for name in _unknown(found, expected):
        raise SchemaError(f"{where}: the vocabulary has no {name}.")


def _check_condition(where: str, condition: Condition, types: Sequence[str]) -> None:
    for name in _unknown((*condition.domain, *condition.range), types):
        raise SchemaError(f"{where}: there is no type {name} with a node.")
    for name in _unknown(condition.status, get_args(Status)):
        raise SchemaError(f"{where}: there is no status {name}.")
    try:
        re.compile(condition.title)
    except re.error as error:
        raise SchemaError(f"{where}: title: {error}.") from None


def _unknown(names: Iterable[str], known: Container[str]) -> Iterator[str]:
    return (name for name in names if name not in known)
