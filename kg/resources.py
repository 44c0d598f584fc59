"""Where the files that come with kg lie; the one module that knows.

A wheel carries them inside the package, under ``kg/data/``. A checkout has ``schema/`` and
``seeds/`` at its root, where people edit them, and only the models under ``kg/data/``.
"""

from pathlib import Path

from kg.errors import ConfigError

PACKAGE = Path(__file__).resolve().parent


def schema_dir() -> Path:
    """The folder of the vocabulary's YAML files."""
    return _find("schema", holding="entities.yaml")


def seeds_dir() -> Path:
    """The folder of the curated word lists and, in a checkout, of our own articles."""
    return _find("seeds", holding="cues.csv")


def model_dir() -> Path:
    """The folder of the news model, whether or not it is there: its loader says what is missing."""
    return PACKAGE / "data" / "models" / "news"


def licences_file() -> Path:
    """The file that says what the model and the lists were made of, and under which licences."""
    return PACKAGE / "data" / "licences.yaml"


def _find(name: str, *, holding: str) -> Path:
    """The first folder of that name that holds the file, so that a stranger's folder is passed by."""
    for folder in (PACKAGE / "data" / name, PACKAGE.parent / name):
        if (folder / holding).is_file():
            return folder
    raise ConfigError(f"The {name} files that come with kg are missing ({name}/{holding}); install kg again.")
