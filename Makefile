# vrplan: `make` alone lists what there is.
PYTHON ?= python3
DATE ?= 2018-07-01
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help report test words fix catalogues bench unseen clean

help: ## this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

report: .venv/run ## the report of 1.7.2018 on the real plan (another day: make report DATE=2019-01-01)
	@$(BIN)/vrplan status --data data --date $(DATE)

test: .venv/dev ## all checks: format, lint, types, architecture, tests, coverage
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --dist loadgroup --cov

words: .venv/dev ## the word lists of the reader and their table of statuses (docs/vocabulary.md)
	$(BIN)/pytest -q --no-header -rN tests/phrases

fix: .venv/dev ## format the code and mend what the linter can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

catalogues: .venv/dev ## the messages of the code into the catalogues of each language, and those compiled
	$(BIN)/python -m tools.catalogues

bench: .venv/bench ## start-up and loading as ratios in one run, other checkers too (docs/performance.md)
	$(BIN)/python -m bench.proof
	$(BIN)/python -m bench

unseen: .venv/run ## how well the reader reads texts that it was not written for (docs/reader.md)
	@$(BIN)/python -m bench.unseen

clean: ## remove the environment and all caches
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage*

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "vrplan needs Python 3.11 or newer; say which: make PYTHON=python3.12 ..."; exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade -c constraints.txt pip

.venv/run: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/dev: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ .venv/run

.venv/bench: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,bench]'
	@touch $@ .venv/dev .venv/run
