# Each target does all its set-up: a fresh machine needs only Python 3.11 or newer with pip and venv, and make.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# The servers that test-engines asks, where they are installed.
DEBIAN := postgresql postgresql-contrib mariadb-server openjdk-17-jre-headless

# What mycity reads of its translations.
CATALOGUE := src/mycity_cli/locale/zh/LC_MESSAGES/mycity.mo

.PHONY: run man docs pictures test test-engines engines-debian lint types check cover fuzz bench format messages clean

run: $(VENV)/.run
	$(BIN)/mycity deals --city Suzhou

# Types are looked at while the tests run: on a fresh machine they take most of a minute, on one processor.
test: lint
	$(MAKE) --jobs=2 types check

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

check: $(VENV)/.dev $(CATALOGUE)
	$(BIN)/pytest --numprocesses=auto --dist=worksteal

# The same tests, and which lines they run: that takes twice as long.
cover: $(VENV)/.dev $(CATALOGUE)
	$(BIN)/pytest --numprocesses=auto --dist=worksteal --cov --cov-report=term

# One process: each server is started once. Those that are not installed are skipped, and named at the end.
test-engines: $(VENV)/.engines
	$(BIN)/pytest --servers $(OPTIONS) tests/engines tests/tables/test_postgresql.py tests/tables/test_mysql.py

engines-debian:
	apt-get install --yes --no-install-recommends $(DEBIAN)

# MINUTES for each target; OPTIONS='--target statements --seed 7' runs one of them, with the inputs of a seed.
MINUTES ?= 1
fuzz: $(VENV)/.dev
	PYTHONPATH=tests $(BIN)/python -m fuzz --minutes $(MINUTES) $(OPTIONS)

bench: $(VENV)/.engines
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.figures
	$(BIN)/python -m benchmarks.statements
	$(BIN)/python -m benchmarks.datasets
	$(BIN)/python -m benchmarks.audit
	$(BIN)/python -m benchmarks.tables
	PYTHONPATH=tests $(BIN)/python -m benchmarks.engines

# The man pages, as a wheel has them: man -M build/man mycity
man: $(VENV)/.run
	$(BIN)/python -m mycity_cli.cli.man_pages build/man

# The site of the documentation, in build/site; a warning is an error.
docs: $(VENV)/.dev
	$(BIN)/python -m scripts.site_builder

# The pictures of the documents; the pages among them are shot in Chromium: apt-get install chromium.
pictures: $(VENV)/.dev
	$(BIN)/python -m scripts.pictures

# Takes the messages of the code into the catalogues, where they wait to be translated.
messages: $(VENV)/.dev
	$(BIN)/python -m scripts.catalogue update

$(CATALOGUE): $(CATALOGUE:.mo=.po) $(VENV)/.dev
	$(BIN)/python -m scripts.catalogue compile

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(VENV)/.run: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

$(VENV)/.dev: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev,docs,documents,report,tables]"
	touch $@ $(VENV)/.run

$(VENV)/.engines: $(VENV)/.dev
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[engines]"
	touch $@

clean:
	rm -rf $(VENV) build dist .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis
