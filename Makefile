# make setup | demo | test | check | bench; after setup nothing needs the network.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
PYTHON ?= python3.11
BIN := .venv/bin
STAMP := .venv/.setup

export HF_HUB_OFFLINE := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: setup demo test check lint bench clean
.DELETE_ON_ERROR:

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@command -v $(PYTHON) >/dev/null || { echo "kg needs Python 3.11 or 3.12: make setup PYTHON=/path/to/python" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet -e '.[dev]' -c constraints.txt
	touch $@

demo: $(STAMP)
	mkdir -p build
	rm -f build/demo.db build/demo.db-wal build/demo.db-shm
	$(BIN)/kg build seeds/articles --db build/demo.db
	$(BIN)/kg said Sora --db build/demo.db
	$(BIN)/kg export graphml -o graph.graphml --db build/demo.db

test: $(STAMP)
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/mypy kg

check: lint test

bench: $(STAMP)
	$(BIN)/python bench/annotate.py

clean:
	rm -rf build dist graph.graphml
