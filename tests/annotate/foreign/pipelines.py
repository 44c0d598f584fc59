"""Small models of others for tests: spaCy pipelines with patterns."""

from pathlib import Path
from typing import Any

import spacy


def ruler(folder: Path, **patterns: str) -> Path:
    """A saved pipeline that gives words their labels: ruler(path, 青禾科技="COMPANY")."""
    nlp = spacy.blank("zh")
    component: Any = nlp.add_pipe("entity_ruler")
    component.add_patterns([{"pattern": word, "label": label} for word, label in patterns.items()])
    nlp.to_disk(folder)
    return folder
