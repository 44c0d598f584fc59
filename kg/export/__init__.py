"""One thin writer a format; each reads the same stream and puts a file in place only when it is whole."""

from kg.export.formats import FORMATS, Written, export

__all__ = ["FORMATS", "Written", "export"]
