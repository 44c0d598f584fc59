"""The lists that come with kg, each read and checked once."""

from functools import cache

from kg.resources import seeds_dir
from kg.seeds.checks import check_aliases, check_companies, check_people
from kg.seeds.read import read_seeds
from kg.seeds.rows import Alias, Company, Cue, LegalForm, Person, Pronoun, Title


@cache
def cues() -> tuple[Cue, ...]:
    """The cue words that come with kg, in the file's order."""
    return read_seeds(seeds_dir() / "cues.csv", Cue, key=lambda row: row.word)


@cache
def titles() -> tuple[Title, ...]:
    """The titles that come with kg, in the file's order."""
    return read_seeds(seeds_dir() / "titles.csv", Title, key=lambda row: row.zh)


@cache
def legal_forms() -> tuple[str, ...]:
    """The endings of firm names that come with kg, in the file's order."""
    rows = read_seeds(seeds_dir() / "legal_forms.csv", LegalForm, key=lambda row: row.form)
    return tuple(row.form for row in rows)


@cache
def pronouns() -> tuple[Pronoun, ...]:
    """The words that stand for names that come with kg, in the file's order."""
    return read_seeds(seeds_dir() / "pronouns.csv", Pronoun, key=lambda row: row.word)


@cache
def aliases() -> tuple[Alias, ...]:
    """The known entities' written forms that come with kg; no form belongs to two of them."""
    path = seeds_dir() / "aliases.csv"
    rows = read_seeds(path, Alias, key=lambda row: (row.id, row.alias))
    check_aliases(rows, path=path)
    return rows


@cache
def companies() -> tuple[Company, ...]:
    """The known companies with English name and code, in the file's order."""
    path = seeds_dir() / "companies.csv"
    rows = read_seeds(path, Company, key=lambda row: row.id)
    check_companies(rows, aliases(), path=path)
    return rows


@cache
def people() -> tuple[Person, ...]:
    """The known people with the office they are best known by, in the file's order."""
    path = seeds_dir() / "people.csv"
    rows = read_seeds(path, Person, key=lambda row: row.id)
    check_people(rows, aliases(), path=path)
    return rows
