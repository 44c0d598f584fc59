"""What a run records of the options it was given, since they shape its records."""

import json
from pathlib import Path

from kg.readers import ReadOptions

NOT_IN_RECORDS = ("limit", "max_chars", "root")  # options that change no record


def given(
    options: ReadOptions,
    *,
    model: str | None = None,
    names: Path | None = None,
    names_hash: str | None = None,
) -> str:
    """The options that shape records, as far as any were given, as JSON."""
    swapped = {"model": model, "names": f"{names} {names_hash}" if names else None}
    found = as_recorded(options) | {option: value for option, value in swapped.items() if value}
    return json.dumps(found, ensure_ascii=False, sort_keys=True)


def as_recorded(options: ReadOptions) -> dict[str, str]:
    """The options of reading that shape records, as far as the user gave any."""
    return {
        name: value
        for name in options.__struct_fields__
        if name not in NOT_IN_RECORDS and (value := getattr(options, name)) is not None
    }
