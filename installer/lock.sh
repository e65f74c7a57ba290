#!/usr/bin/env bash
# Make both lock files anew from pyproject.toml: newest versions, the hash of every wheel, no address.
# Needs uv (https://docs.astral.sh/uv/).
set -euo pipefail
cd "$(dirname "$0")/.."

lock() {
    uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --only-binary :all: \
        --no-emit-index-url --no-header pyproject.toml "$@"
}

lock --output-file installer/requirements.lock
lock --extra test --output-file installer/requirements-test.lock
