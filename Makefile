# Each target creates its own virtual environment, installs what it needs, and runs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check clean

demo: $(VENV)/.runtime
	$(BIN)/sanctions demo -o demo-report.xlsx

test: $(VENV)/.development
	$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile

check: $(VENV)/.development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# --no-deps: the constraints name every package, with its hash, already
$(VENV)/.runtime: constraints/runtime.txt constraints/build.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r constraints/runtime.txt -r constraints/build.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.development: constraints/development.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r constraints/development.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@ $(VENV)/.runtime

clean:
	rm -rf $(VENV) dist build demo-report*.xlsx demo-report-case.zip
