"""What must hold between the rows of a list, and between the lists."""

import re
from pathlib import Path

from kg.errors import ConfigError
from kg.names import name_key
from kg.seeds.rows import Alias, Company, Person

# 600519.SH, 0700.HK, NVDA.US, NOVO-B.DK: the share's code at its exchange, then where that lies
CODE = re.compile(
    r"[0-9]{6}\.(SH|SZ|BJ|KR)|[0-9]{4,5}\.HK|[0-9]{4}\.TW|[0-9]{3}[0-9A-Z]\.JP"
    r"|[A-Z][0-9A-Z]*(-[A-Z])?\.(AU|CH|DE|DK|FI|FR|GB|IT|NL|SE|US)"
)


def check_aliases(rows: tuple[Alias, ...], *, path: Path) -> None:
    """ConfigError if one id has two names or types, or if two ids share a name or alias."""
    heads: dict[str, Alias] = {}
    owners: dict[str, str] = {}
    for row in rows:
        head = heads.setdefault(row.id, row)
        if (head.name, head.type) != (row.name, row.type):
            raise ConfigError(f"{path}: {row.id} has two names or types: {head.name}, {row.name}.")
        for form in (row.name, row.alias) if head is row else (row.alias,):
            owner = owners.setdefault(name_key(form), row.id)
            if owner != row.id:
                raise ConfigError(f"{path}: {form} belongs to both {owner} and {row.id}.")


def check_companies(rows: tuple[Company, ...], known: tuple[Alias, ...], *, path: Path) -> None:
    """ConfigError unless each is a company of aliases.csv by that name, with a code of its own or none."""
    _check_heads(rows, known, type_="company", path=path)
    owners: dict[str, str] = {}
    for row in (row for row in rows if row.code):
        if not CODE.fullmatch(row.code):
            raise ConfigError(f"{path}: {row.id} has the code {row.code}, not one like 600519.SH or NVDA.US.")
        if (owner := owners.setdefault(row.code, row.id)) != row.id:
            raise ConfigError(f"{path}: {row.code} belongs to both {owner} and {row.id}.")


def check_people(rows: tuple[Person, ...], known: tuple[Alias, ...], *, path: Path) -> None:
    """ConfigError unless each is a person of aliases.csv by that name, and so is whose office they hold."""
    _check_heads(rows, known, type_="person", path=path)
    ids = {alias.id for alias in known if alias.type != "person"}
    for row in rows:
        if row.org not in ids:
            raise ConfigError(f"{path}: {row.id} has the org {row.org}, which aliases.csv does not know.")


def _check_heads(
    rows: tuple[Company, ...] | tuple[Person, ...], known: tuple[Alias, ...], *, type_: str, path: Path
) -> None:
    """ConfigError unless aliases.csv has each id with that type and name."""
    names = {alias.id: alias.name for alias in known if alias.type == type_}
    for row in rows:
        if (name := names.get(row.id)) is None:
            raise ConfigError(f"{path}: {row.id} is no {type_} of aliases.csv.")
        if name != row.name:
            raise ConfigError(f"{path}: {row.id} is {row.name} here and {name} in aliases.csv.")
