# make setup | java | demo | test | check | bench; after setup and java nothing needs the network.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
PYTHON ?= python3.11
BIN := .venv/bin
STAMP := .venv/.setup
JARS := build/java/neo4j/.fetched build/java/apoc/.fetched build/java/gephi/.fetched

export HF_HUB_OFFLINE := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: setup venv-by-apt java jars demo test check lint bench clean
.DELETE_ON_ERROR:

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@command -v $(PYTHON) >/dev/null || { echo "kg needs Python 3.11 or 3.12: make setup PYTHON=/path/to/python" >&2; exit 1; }
	$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv || $(MAKE) --no-print-directory venv-by-apt
	$(BIN)/python -m pip install --quiet -e '.[dev]' -c constraints.txt
	@if pkg-config --exists icu-i18n && $(BIN)/python -m pip install --quiet -e '.[ftm]' -c constraints.txt; then :; else \
	  echo "NO FOLLOWTHEMONEY HERE (it wants g++, pkg-config and libicu-dev): its tests will be skipped" >&2; \
	  test -z "$${KG_NEEDS_SERVERS:-}"; fi
	touch $@

# Debian's own Python comes without venv
venv-by-apt:
	@test "$$(id -u)" = 0 && command -v apt-get >/dev/null || { echo "install $(notdir $(PYTHON))-venv, then make setup again" >&2; exit 1; }
	apt-get update -qq
	apt-get install -y -qq $(notdir $(PYTHON))-venv
	$(PYTHON) -m venv --clear .venv

demo: $(STAMP)
	mkdir -p build
	rm -f build/demo.db build/demo.db-wal build/demo.db-shm
	$(BIN)/kg build seeds/articles --db build/demo.db
	$(BIN)/kg said Sora --db build/demo.db
	$(BIN)/kg export graphml -o graph.graphml --db build/demo.db

# Neo4j, APOC and Gephi, which tests hand the graph to; fetched once
java:
	@if command -v java >/dev/null && command -v mvn >/dev/null && $(MAKE) --no-print-directory jars; then :; else \
	  echo "NO NEO4J AND GEPHI HERE (they need java, mvn and the network): their tests will be skipped" >&2; \
	  test -z "$${KG_NEEDS_SERVERS:-}"; fi

jars: $(JARS)

build/java/%/.fetched: tests/servers/%.xml
	rm -rf $(@D)
	mvn -q -B -f $< dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=$(abspath $(@D))
	touch $@

test: $(STAMP) java
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/mypy kg

check: lint test

bench: $(STAMP)
	$(BIN)/python bench/annotate.py

clean:
	rm -rf build dist graph.graphml
