#!/bin/sh
# Put nomenklatura, the peer of bench/names.py, into an environment of its own: its libraries pin others than kg's.
set -eu
cd "$(dirname "$0")"
python3 -m venv .venv
.venv/bin/pip install --quiet "nomenklatura==4.17.4"
