# The commands of this checkout; `make help` lists them. Only `run` and `test` are needed to begin.

# The first Python that is new enough; the set-up says so clearly when there is none.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$python; exit; }; done; echo python3)
ENVIRONMENT := .venv/bin/python
UV ?= $(shell command -v uv || echo .venv/bin/uv)
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test bench lint screenshots translations lock clean

help: ## this list
	@grep -E '^[a-z]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 22

run: ## set up what is missing, then open the desk with a demonstration branch
	@$(PYTHON) -m installer.setup run
	@$(ENVIRONMENT) -m absher_desk demo

test: ## set up what is missing, then every check: format, lint, types, imports, translations, tests
	@$(PYTHON) -m installer.setup test
	@$(ENVIRONMENT) -m installer.gates

lint: ## the checks that take seconds
	@$(PYTHON) -m installer.setup test
	@$(ENVIRONMENT) -m installer.gates format lint types imports translations

bench: ## the benchmarks, against their peers
	@$(PYTHON) -m installer.setup bench
	@$(ENVIRONMENT) -m benchmarks

screenshots: ## every screen in both languages, into screenshots/
	@$(PYTHON) -m installer.setup test
	@$(ENVIRONMENT) -m installer.screenshots

translations: ## bring the words of the screens and i18n/parts/ into i18n/*.ts
	@$(PYTHON) -m installer.setup test
	@$(ENVIRONMENT) -m installer.translations update
	@$(ENVIRONMENT) -m installer.translations release

lock: ## choose versions anew and pin them with hashes in requirements/*.txt (needs uv)
	@$(UV) --version >/dev/null 2>&1 || { echo "make lock needs uv: install it with pip or your package tool"; exit 2; }
	@$(COMPILE) --upgrade requirements/run.in -o requirements/run.txt
	@$(COMPILE) --upgrade requirements/test.in -o requirements/test.txt -c requirements/run.txt
	@$(COMPILE) --upgrade requirements/bench.in -o requirements/bench.txt -c requirements/run.txt -c requirements/test.txt

clean: ## remove what checks and builds leave behind; .venv stays
	@rm -rf build dist screenshots demo-out .hypothesis .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	@rm -f .coverage .coverage.*
	@find absher_desk benchmarks installer tests -name __pycache__ -type d -prune -exec rm -rf {} +
