# make demo: the main job on corpus/    make test: linters, types and all tests    make install: the set-up alone
PYTHON ?= python3
BIN := .venv/bin
OUT := out

export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: install demo test floors bench clean

install: .venv/installed

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; try: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

demo: install
	mkdir -p $(OUT)
	$(BIN)/extractor run corpus/pages -o $(OUT)/articles.jsonl --force
	$(BIN)/extractor run corpus/pages -o $(OUT)/articles.duckdb --force
	$(BIN)/extractor show "$$(ls corpus/pages/*.xml | head -n 1)" --html $(OUT)/article.html --force
	@echo
	@echo "records:       $(OUT)/articles.jsonl"
	@echo "database:      $(OUT)/articles.duckdb   (views cited_documents, held_posts, indicator_periods)"
	@echo "HTML view:     $(OUT)/article.html      (open it in a browser)"

test: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

floors: install
	$(BIN)/python -m tests.floors

bench: install
	$(BIN)/python benchmarks/compare.py

clean:
	rm -rf .venv $(OUT) dist build .pytest_cache .mypy_cache .ruff_cache
