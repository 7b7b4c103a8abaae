# `make help` lists what there is. Nothing has to be installed first except Python 3.11+ with pip.

BIN := .venv/bin
READY := .venv/.ready
CASE := examples/xinxiang-hitech-2023
OUT := out/xinxiang
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-system lint types architecture check adversary paraphrases fuzz bench pictures pages templates audit-quality audit-quality-pdf audit-truth verify-quality lock format clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-17s %s\n", $$1, $$2 }' Makefile

setup: $(READY)  ## build .venv with everything a checkout needs (.venv/bin/jixiao)

$(READY): requirements-dev.txt pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh
	@touch $@

demo: $(READY)  ## evaluate a real case and say which files to open
	@$(BIN)/jixiao evaluate $(CASE) --out $(OUT)
	@echo
	@echo "Open $(OUT)/report.docx in Word, or $(OUT)/report.html in a browser, where every score opens the way to it;"
	@echo "$(OUT)/scores.xlsx has live formulas, $(OUT)/plan.docx is the plan. Programs read $(OUT)/result.json."

test: $(READY)  ## run every test that needs Python packages only, and the examples in docstrings
	@$(BIN)/pytest -n auto --maxprocesses 4 -m "not system"

test-system: $(READY)  ## run the tests that need LibreOffice, Chromium or Java (installs Spark, 300 MB)
	@sh scripts/programs.sh
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --requirement requirements-spark.txt
	@$(BIN)/pytest -n auto --maxprocesses 2 -m system tests

lint: $(READY)  ## check style and formatting
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

format: $(READY)  ## put the code into the common format
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

types: $(READY)  ## check types, strictly
	@$(BIN)/mypy

architecture: $(READY)  ## check that every room imports only from the floors below it
	@$(BIN)/lint-imports --no-logo

check: lint types architecture test  ## everything above that checks

adversary: $(READY)  ## put clauses that change a rule into the sentences of the corpus; none may pass unnoticed
	@$(BIN)/python -m tests.rules.adversary 200000

paraphrases: $(READY)  ## say the sentences of the corpus in other words; every one must be read the same
	@$(BIN)/python -m tests.rules.paraphrases

fuzz: $(READY)  ## read damaged files of every kind for three minutes (FUZZ_SECONDS=n: longer)
	@FUZZ_SECONDS=$${FUZZ_SECONDS:-180} $(BIN)/pytest -q tests/documents/test_fuzz.py

bench: $(READY)  ## measure, beside a peer, and print the table of docs/benchmarks.md
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --requirement requirements-bench.txt
	@$(BIN)/python -m benchmarks

pictures: $(READY)  ## draw the pictures of the README anew from the program's real output
	@$(BIN)/python scripts/pictures.py
	@sh scripts/programs.sh
	@$(BIN)/python scripts/report_pictures.py

pages: $(READY)  ## write anew the pages of docs/ that come from catalogues, types and the corpus of rules
	@$(BIN)/python scripts/rule_forms_page.py
	@$(BIN)/python -m scripts.rule_pages
	@$(BIN)/python scripts/checks_page.py
	@$(BIN)/python -m scripts.check_pages
	@$(BIN)/python scripts/template_variables_page.py
	@$(BIN)/python scripts/questionnaires_page.py
	@$(BIN)/python scripts/form_store_page.py
	@$(BIN)/python -m scripts.profiles_page

templates: $(READY)  ## build the Word templates that come with the program anew
	@$(BIN)/python -m scripts.word_templates

audit-quality: $(READY)  ## audit 2,000 consistent reports and 7,000 with a fault, and write docs/audit-quality.md
	@$(BIN)/python -m tests.quality 2000 100 docs/audit-quality.md

audit-quality-pdf: $(READY)  ## the same on 50 reports printed by LibreOffice and Chromium, and write docs/audit-quality-pdf.md
	@$(BIN)/python -m tests.quality.printed 50 docs/audit-quality-pdf.md

audit-truth: $(READY)  ## compare the audit with hand-audited reports (TRUTH=folder with truth-*.yaml)
	@$(BIN)/python -m scripts.audit_truth $(TRUTH)

verify-quality: $(READY)  ## verify 17,000 forms of 18 layouts with planted faults, and write docs/verify-quality.md
	@$(BIN)/python -m tests.world 5 25 docs/verify-quality.md

lock: $(READY)  ## lock what pyproject.toml asks for (UPGRADE=--upgrade: take newer versions)
	@$(LOCK) $(UPGRADE) pyproject.toml --output-file requirements.txt
	@$(LOCK) $(UPGRADE) pyproject.toml --constraint requirements.txt --extra dev --output-file requirements-dev.txt
	@$(LOCK) $(UPGRADE) pyproject.toml --constraint requirements-dev.txt --extra bench --output-file requirements-bench.txt
	@$(LOCK) $(UPGRADE) pyproject.toml --constraint requirements-dev.txt --extra spark --output-file requirements-spark.txt
	@! grep -nE '://|--(extra-)?index-url|--find-links' requirements*.txt || { echo "an address stands in the lock" >&2; exit 1; }

clean:  ## remove what is built here, the environment too
	rm -rf .venv out dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
