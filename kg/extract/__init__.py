"""Doc -> records: mentions, claims with their speakers, relations."""

EXTRACTOR_VERSION = 3  # raised by hand when the same Doc gives other records
