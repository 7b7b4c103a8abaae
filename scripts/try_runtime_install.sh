#!/bin/sh
# Installs the package as a user would, with requirements.txt and nothing else, into an environment of its own,
# and evaluates the example there: finds an import that only a developer's environment can satisfy.
set -eu

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

.venv/bin/uv build --quiet --wheel --no-build-isolation --python .venv/bin/python --out-dir "$room/dist"
.venv/bin/uv venv --quiet --python .venv/bin/python "$room/venv"
.venv/bin/uv pip install --quiet --python "$room/venv" --require-hashes --requirement requirements.txt
.venv/bin/uv pip install --quiet --python "$room/venv" --no-deps "$room"/dist/*.whl
cp -R examples "$room/examples"
cd "$room"
./venv/bin/jixiao evaluate examples/xinxiang-hitech-2023 --out out >/dev/null
echo "installed from the wheel with requirements.txt alone, the example evaluates"
