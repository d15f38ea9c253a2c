# Each target does all its set-up: a fresh machine needs only Python 3.11 or newer with pip and venv, and make.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: run test lint types check bench format clean

run: $(VENV)/.run
	$(BIN)/mycity deals --city Suzhou

test: lint types check

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

check: $(VENV)/.dev
	$(BIN)/pytest --numprocesses=auto --dist=worksteal --cov --cov-report=term

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.figures
	$(BIN)/python -m benchmarks.statements
	$(BIN)/python -m benchmarks.datasets
	$(BIN)/python -m benchmarks.audit
	$(BIN)/python -m benchmarks.tables

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(VENV)/.run: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

$(VENV)/.dev: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev,documents,tables]"
	touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) build dist .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis
