# make demo: from a fresh clone to the first gap table. make test: everything the tests need, then the tests.
PYTHON ?= python3
BIN := .venv/bin
export PYTHONUTF8 := 1

.PHONY: setup setup-dev demo test check app bench format neo4j neo4j-stop clean

setup: .venv/.installed

.venv/.installed: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	touch $@

setup-dev: .venv/.installed-dev

.venv/.installed-dev: .venv/.installed requirements-dev.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.txt
	touch $@

demo: setup
	$(BIN)/normatlas build
	@echo
	$(BIN)/normatlas gaps --top 10
	@echo
	$(BIN)/normatlas report --to docx,xlsx,html
	@echo
	@echo "open the app: make app"

test: setup-dev
	scripts/browser
	$(BIN)/normatlas build
	$(BIN)/python -m pytest

check: setup-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy .
	$(BIN)/python -m ontology.generate --check
	$(BIN)/python -m ontology.n10s_mapping --check

format: setup-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

app: setup
	$(BIN)/normatlas app

bench: setup-dev
	$(BIN)/python -m tests.bench

neo4j: setup
	$(BIN)/python -m graph.neo4j_server start

neo4j-stop: setup
	$(BIN)/python -m graph.neo4j_server stop

clean:
	rm -rf .venv data/build .tools
