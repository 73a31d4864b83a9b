# The chores of the house. `make help` tells them.
.DEFAULT_GOAL := help
.PHONY: help demo test slow office lint types ci clean

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
RUN := $(VENV)/bin/python
PROFILES := $(sort $(wildcard samples/*/profile.yaml samples/*/profile.toml samples/*/profile.json))

help: ## tell the chores
	@sed -n 's/^\([a-z]*\):.*## /\1: /p' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## install into .venv and render every sample into out/
	@set -e; for profile in $(PROFILES); do \
		echo "== $$profile"; \
		$(RUN) -m taahodname render "$$profile" --out out --replace; \
	done
	@echo "The papers are in $(CURDIR)/out"

test: $(VENV)/.dev ## run the fast tests
	$(RUN) -m pytest -n 2 -rs

slow: $(VENV)/.dev ## run the tests that take longer, such as the installed wheel
	$(RUN) -m pytest -m slow -rs

office: $(VENV)/.dev ## run the tests that need LibreOffice; without it they are skipped and say so
	$(RUN) -m pytest -m office -rs

lint: $(VENV)/.dev ## read the code for slips and for its form
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check

types: $(VENV)/.dev ## read the types
	$(RUN) -m mypy

ci: ## all that is run on a fresh clone
	.ci/run

clean: ## remove all that was made, the environment too
	rm -rf $(VENV) out dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(RUN) -m pip install --quiet --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	$(RUN) -m pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/.installed
