"""Word lists that packages carry: their files are read; importing one would start its machinery (jieba)."""

from importlib.util import find_spec
from pathlib import Path

from kg.errors import ConfigError


def package_file(package: str, *parts: str) -> Path:
    """A file inside an installed package; ConfigError if it is not there."""
    spec = find_spec(package)
    path = Path(spec.origin or "").parent.joinpath(*parts) if spec else None
    if path is None or not path.is_file():
        raise ConfigError(f"The word lists of the package {package} are missing; install kg again.")
    return path
