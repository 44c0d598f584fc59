"""Every error that a user may see, each one sentence without a traceback.

KgError
├── ReadError     a file, or one record of it, cannot be read
├── StoreError    the database cannot be opened, or does not fit this version
├── ServerError   a Neo4j server cannot be reached, or refuses
├── SchemaError   the vocabulary in schema/ is broken, or a record breaks it
├── ModelError    a model is missing, damaged or not allowed
├── QueryError    a question that cannot be answered: no such entity or record
└── ConfigError   a wrong option or setting
"""


class KgError(Exception):
    """Base of all errors of kg; its text is a whole sentence for the user."""


class ReadError(KgError):
    """A file, or one record of it, cannot be read; the rest goes on."""


class StoreError(KgError):
    """The database cannot be opened, written, or does not fit this version."""


class ServerError(KgError):
    """A Neo4j server does not answer, or does not do what is asked."""


class SchemaError(KgError):
    """The vocabulary is broken, or a record does not fit it."""


class ModelError(KgError):
    """A model is missing, damaged, or holds what may not be loaded."""


class QueryError(KgError):
    """The question has no answer: no such entity or record."""


class ConfigError(KgError):
    """A wrong option or setting."""
