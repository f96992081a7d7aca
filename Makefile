# make demo    set up and show the brief of an example pile; writes brief.html
# make test    set up and run every check and the whole test suite
# make check   the checks alone: lint, types, import contracts, dependencies
# make bench   accuracy and speed on what ships in the repository
# make lock    write the lock files anew from pyproject.toml
# make clean   remove what the above made

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install -qq
PILE ?= examples/pile

.PHONY: demo test check lint types contracts unit bench gate lock hooks clean help
help:
	@sed -n 's/^# \(make.*\)/\1/p' Makefile

demo: $(VENV)/run
	$(BIN)/firsthand brief $(PILE) --output brief.html
	$(BIN)/firsthand brief $(PILE)
	@echo; echo "The same as a page, with the articles beside it: brief.html"

test: check unit

check: lint types contracts

lint: $(VENV)/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/dev
	$(BIN)/mypy

contracts: $(VENV)/dev
	$(BIN)/lint-imports
	$(BIN)/deptry .

unit: $(VENV)/dev
	$(BIN)/pytest

bench: $(VENV)/dev
	$(BIN)/python benchmarks/score_packs.py benchmarks/packs/*/ --run '$(BIN)/firsthand brief {articles} --format json'
	$(BIN)/python benchmarks/speed.py $(PILE)

gate: $(VENV)/dev
	$(BIN)/python benchmarks/gate.py

lock: $(VENV)/dev
	$(BIN)/uv pip compile pyproject.toml --output-file requirements/run.txt $(LOCKED)
	$(BIN)/uv pip compile pyproject.toml --output-file requirements/dev.txt $(LOCKED) --extra dev
LOCKED := --quiet --universal --upgrade --generate-hashes --no-emit-index-url --no-annotate --no-header --python-version 3.11

hooks: $(VENV)/dev
	$(BIN)/pre-commit install

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build src/*.egg-info brief.html

# --- the environment: made once, renewed when the lock file or pyproject.toml changes --------------

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The package is installed with the locked setuptools, so that nothing unlocked is fetched to build it.
$(VENV)/run: requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "Installing the pinned dependencies into $(VENV) (about a minute) …"
	$(PIP) --require-hashes --requirement requirements/run.txt
	$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/dev: requirements/dev.txt pyproject.toml | $(BIN)/python
	@echo "Installing the pinned dependencies into $(VENV) (about a minute) …"
	$(PIP) --require-hashes --requirement requirements/dev.txt
	$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@ $(VENV)/run
