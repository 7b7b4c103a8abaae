#!/bin/sh
# Builds .venv from nothing but a Python and a reachable package index: the locked packages of
# requirements-dev.txt, and this checkout as an editable install. Run by `make setup`; safe to run again.
#
# The editable install is made without build isolation: hatchling is one of the locked packages, so nothing is
# ever fetched that requirements-dev.txt does not name with its hash. (A .pth file would do for importing, but
# there would be no `jixiao` command and no package metadata.)
set -eu

venv=.venv
lock=requirements-dev.txt
suitable='import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))'

find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        if "$candidate" -c "$suitable" >/dev/null 2>&1; then
            echo "$candidate"
            return
        fi
    done
    echo "make setup: no Python 3.11 or later with venv and pip found; install one (Debian: python3 python3-venv)" \
        "or name yours: make setup PYTHON=/path/to/python3" >&2
    return 1
}

if ! "$venv/bin/python" -c "$suitable" >/dev/null 2>&1; then
    python=$(find_python)
    echo "Building $venv with $("$python" --version)"
    "$python" -m venv --clear "$venv"
fi

# uv is itself one of the locked packages: its entry in the lock gives version and hashes.
install_uv() {
    sed -n '/^uv==/,/[^\\]$/p' "$lock" >"$venv/uv.txt"
    "$venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes --requirement "$venv/uv.txt"
}

with_uv() {
    { [ -x "$venv/bin/uv" ] || install_uv; } &&
        "$venv/bin/uv" pip sync --quiet --python "$venv/bin/python" --require-hashes "$lock" &&
        "$venv/bin/uv" pip install --quiet --python "$venv/bin/python" --no-deps --no-build-isolation --editable .
}

with_pip() {
    "$venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes --requirement "$lock" &&
        "$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
}

with_uv || { echo "uv could not do it; trying plain pip" >&2 && with_pip; } ||
    { echo "make setup: the packages could not be installed; see the lines above" >&2 && exit 1; }
