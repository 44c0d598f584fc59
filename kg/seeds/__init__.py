"""The curated lists in ``seeds/*.csv``: words, titles, and the names of well-known people and firms."""

from kg.seeds.checks import check_aliases, check_companies, check_people
from kg.seeds.lists import aliases, companies, cues, legal_forms, people, pronouns, titles
from kg.seeds.read import read_seeds
from kg.seeds.rows import Alias, Company, Cue, LegalForm, Person, Pronoun, Title

__all__ = [
    "Alias",
    "Company",
    "Cue",
    "LegalForm",
    "Person",
    "Pronoun",
    "Title",
    "aliases",
    "check_aliases",
    "check_companies",
    "check_people",
    "companies",
    "cues",
    "legal_forms",
    "people",
    "pronouns",
    "read_seeds",
    "titles",
]
