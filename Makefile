# One front door for every developer command; `make` alone lists them.
# Two environments: .venv holds Isnad as a user gets it, .venv-dev the tools and the built wheel under test.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help demo test front check format score diff-readings accept-goldens mutants constructions train picture bench bench-record bench-pages clean

USER_ENV := .venv
DEV_ENV := .venv-dev
DEV := $(DEV_ENV)/bin/python
WHEELS := build/wheel
DEMO := build/demo.db
ARGS ?=
BEFORE ?= HEAD
AFTER ?= .
SAMPLE ?= 2000
EACH ?= 5
N ?= 200
SEED ?= 1
PATHS ?=

VENDOR := src/isnad/web/static/vendor
SOURCES := pyproject.toml README.md LICENSE hatch_build.py $(wildcard front/*.json front/.npmrc front/*.py) $(shell find src -type f ! -name '*.pyc')

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

# The first interpreter that is new enough and can make environments; name another with `make PYTHON=...`.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; \
	done)

help:
	@echo 'make demo    install Isnad into $(USER_ENV), make a record of the sample articles, brief on one day'
	@echo 'make test    build the wheel, install it into $(DEV_ENV), run the tests against it (ARGS="-k name")'
	@echo 'make front   fetch the fonts, the map outline and the network view of the page through npm, by lockfile'
	@echo 'make check   format, lint, strict types, import contract'
	@echo 'make format  put the code into its format'
	@echo 'make score   figures on the shared corpora, where they are there'
	@echo 'make diff-readings   which readings changed: BEFORE=HEAD AFTER=. SAMPLE=2000 EACH=5 PATHS="..."'
	@echo 'make accept-goldens  failing golden cases expect what is read today, for review in the diff (ARGS="part-of-an-id ...")'
	@echo 'make mutants         which small mistakes no test notices: N=200 SEED=1 ARGS="rooms"'
	@echo 'make constructions    write docs/constructions.md anew from the data'
	@echo 'make train   learn linker and confidence anew from the labelled articles in ../shared (some minutes), with their figures in docs'
	@echo 'make picture photograph the page for the README, with the Chromium that is installed'
	@echo 'make bench   articles a second, and the slowest article'
	@echo 'make bench-pages     milliseconds a page, beside Datasette where that is installed'
	@echo 'make bench-record    articles added a second, size, and the time of whole commands on a record'
	@echo 'make clean   remove the environments and everything built'

demo: $(USER_ENV)/installed
	@mkdir -p build
	@$(USER_ENV)/bin/isnad add --samples --record $(DEMO)
	@$(USER_ENV)/bin/isnad brief --on 2024-11-30 --record $(DEMO)
	@echo
	@echo 'This was the brief of one day, from sample articles that are now in the record $(DEMO). Look further:'
	@echo '    $(USER_ENV)/bin/isnad contacts --record $(DEMO)              all contacts; --actor, --pair, --since, --kind ... pick some'
	@echo '    $(USER_ENV)/bin/isnad show 39cae3ff --record $(DEMO)         one contact with its three witnesses'
	@echo '    $(USER_ENV)/bin/isnad compare 3569ff34 --record $(DEMO)      what its articles say, side by side'
	@echo '    $(USER_ENV)/bin/isnad search دمشق --record $(DEMO)           the articles themselves'
	@echo
	@echo 'Or see all of it in the browser, in Arabic and English:'
	@echo '    $(USER_ENV)/bin/isnad serve --record $(DEMO)                 prints the address to open'
	@echo
	@echo 'These were samples. To read your own articles (.txt .md .html .jsonl, feeds, .gz .xz .zip, folders, - for standard input):'
	@echo '    $(USER_ENV)/bin/isnad add PATH...                      into the record isnad.db here; then isnad contacts, show, brief ...'
	@echo '    $(USER_ENV)/bin/isnad read PATH...                     article by article; --lang ar for Arabic, --explain for the reasons'
	@echo '    $(USER_ENV)/bin/isnad read PATH... --format jsonl      one JSON document an article'
	@echo '    $(USER_ENV)/bin/isnad samples DIR                      copy the samples to look at or to change'

test: $(DEV_ENV)/wheel
	ISNAD_TEST_WHEEL=1 $(DEV) -P -m pytest -n auto --dist loadgroup $(ARGS)

front: $(DEV_ENV)/made
	@ISNAD_FRONT=require $(DEV) front/build.py
	@echo '$(VENDOR) is there and up to date.'

check: $(DEV_ENV)/tools
	$(DEV) -m ruff format --check .
	$(DEV) -m ruff check .
	$(DEV) -m mypy
	PYTHONPATH=src $(DEV_ENV)/bin/lint-imports

format: $(DEV_ENV)/tools
	$(DEV) -m ruff format .
	$(DEV) -m ruff check --fix .

score: $(DEV_ENV)/wheel
	@$(DEV) -P scripts/score.py $(ARGS)

diff-readings: $(DEV_ENV)/tools
	@$(DEV) scripts/diff_readings.py --before $(BEFORE) --after $(AFTER) --sample $(SAMPLE) --each $(EACH) $(PATHS)

accept-goldens: $(DEV_ENV)/tools
	@PYTHONPATH=src $(DEV) -m tests.golden_accept $(ARGS)

mutants: $(DEV_ENV)/tools
	@$(DEV) scripts/mutants.py --number $(N) --seed $(SEED) $(ARGS)

constructions: $(DEV_ENV)/tools
	@PYTHONPATH=src $(DEV) scripts/constructions_page.py

train: $(DEV_ENV)/tools
	ISNAD_FRONT=skip $(DEV) -m pip install --quiet '.[training]'
	PYTHONPATH=src $(DEV) -m training.learned ../shared

picture: $(DEV_ENV)/wheel
	@$(DEV) -P scripts/picture.py

bench: $(DEV_ENV)/wheel
	@$(DEV) -P benchmarks/read.py $(ARGS)

bench-pages: $(DEV_ENV)/wheel
	@$(DEV) -P benchmarks/pages.py $(ARGS)

bench-record: $(DEV_ENV)/wheel
	@$(DEV) -P benchmarks/record.py $(ARGS)

clean:
	rm -rf $(USER_ENV) $(DEV_ENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache \
		$(VENDOR) front/node_modules front/made front/aside

# Stamps: each is newer than what it was made from, so a second run does nothing. The page's files are fetched before pip
# is called, because pip keeps to itself what a build says; the build's own hook then finds them made.
$(USER_ENV)/made $(DEV_ENV)/made:
	@test -n '$(PYTHON)' && $(PYTHON) -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'Isnad needs Python 3.11 or newer with its venv module (on Debian and Ubuntu: python3-venv).' >&2; \
		echo 'Where it has another name, say so: make PYTHON=/path/to/python3' >&2; exit 1; }
	$(PYTHON) -m venv $(@D)
	@touch $@

$(USER_ENV)/installed: $(USER_ENV)/made $(SOURCES)
	@echo 'Installing Isnad and what it needs into $(USER_ENV) ...'
	@$(USER_ENV)/bin/python front/build.py
	@ISNAD_FRONT=skip $(USER_ENV)/bin/python -m pip install --quiet .
	@touch $@

$(DEV_ENV)/tools: $(DEV_ENV)/made pyproject.toml
	ISNAD_FRONT=skip $(DEV) -m pip install --quiet '.[dev]'
	@touch $@

$(DEV_ENV)/wheel: $(DEV_ENV)/tools $(SOURCES)
	rm -rf $(WHEELS)
	@$(DEV) front/build.py
	ISNAD_FRONT=skip $(DEV) -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir $(WHEELS) .
	$(DEV) -m pip install --quiet --no-deps --force-reinstall $(WHEELS)/*.whl
	@touch $@
