"""One thin writer a format; each reads the same stream and puts a file in place only when it is whole."""

from kg.export.format import Counts, Elements, Format, Option
from kg.export.formats import Written, export, find, summaries

__all__ = ["Counts", "Elements", "Format", "Option", "Written", "export", "find", "summaries"]
