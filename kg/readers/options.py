"""The choices that a user has in reading."""

import codecs

from msgspec import Struct

from kg.errors import ConfigError
from kg.readers.dates import iso_date

MAX_CHARS = 200_000  # a long news item has 20,000 characters; what is longer is a book or a broken file


class ReadOptions(Struct, frozen=True, kw_only=True):
    """How to read; a value that cannot be meant (an unknown encoding, a limit below 1) is a ConfigError.

    ``outlet`` and ``published`` are for articles that do not state theirs. ``root`` is the folder that
    paths are taken relative to, for the ids; without it, the folder that was given. A ``*_column`` names a
    column of a csv; without it, the usual names are tried (text, content, body, 正文 …).
    """

    outlet: str | None = None
    published: str | None = None
    encoding: str | None = None
    limit: int | None = None
    max_chars: int = MAX_CHARS
    root: str | None = None
    text_column: str | None = None
    title_column: str | None = None
    date_column: str | None = None
    outlet_column: str | None = None
    url_column: str | None = None
    id_column: str | None = None

    def __post_init__(self) -> None:
        if self.published is not None and iso_date(self.published) is None:
            raise ConfigError(f"'{self.published}' is no date such as 2024, 2024-04 or 2024-04-13.")
        if self.encoding is not None and not _is_text_encoding(self.encoding):
            raise ConfigError(f"There is no encoding '{self.encoding}'; gb18030, big5 and utf-16 are some.")
        if self.limit is not None and self.limit < 1:
            raise ConfigError(f"The limit must be at least 1, not {self.limit}.")
        if self.max_chars < 1:
            raise ConfigError(f"The longest article must have at least 1 character, not {self.max_chars}.")


def _is_text_encoding(name: str) -> bool:
    try:
        codecs.lookup(name)
        "".encode(name)  # refuses codecs that know no text: hex, zlib
    except (LookupError, ValueError):
        return False
    return True
