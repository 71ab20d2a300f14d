#!/bin/sh
# Writes the three constraints files anew from pyproject.toml. No registry's address is written into them.
set -eu
cd "$(dirname "$0")/.."
compile() { uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate "$@"; }
compile pyproject.toml -o constraints/runtime.txt
compile --group build -o constraints/build.txt
compile pyproject.toml --group dev -o constraints/development.txt
