# make demo    load the example articles, print who supplies what to whom, write demo.html
# make test    everything that must hold: style, types, imports, tests
# make lint    the same without the tests
# make pin     resolve the pinned requirements anew
# make eval    how right extraction is: on the corpus's test part, or on GOLD=folder
# make train   make the model anew from the corpus: two cores, under an hour
# make adapter train the model on, when the corpus has grown: half an hour
# make tagger  make the part-of-speech tagger anew from the corpus: ten minutes
# make clean   remove what these made
#
# All paths are relative: the folder's own path may have spaces.
.PHONY: demo test lint pin eval train adapter tagger clean setup setup-demo

BIN = .venv/bin

demo: setup-demo
	@sh requirements/demo.sh

test: lint
	@$(BIN)/python -m pytest

lint: setup
	@sh requirements/node.sh
	@$(BIN)/python -m ruff format --check --quiet .
	@$(BIN)/python -m ruff check --quiet .
	@$(BIN)/python -m mypy
	@$(BIN)/lint-imports --no-cache

# Quick where nothing has changed; PYTHON=/path/to/python chooses the interpreter.
setup:
	@PYTHON="$(PYTHON)" sh requirements/install.sh test

setup-demo:
	@PYTHON="$(PYTHON)" sh requirements/install.sh demo

# For every Python from 3.11 and every system at once; no index is named in what it writes.
UV = $(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --upgrade \
	pyproject.toml requirements/build.in

pin: setup
	@$(UV) --output-file requirements/demo.txt
	@$(UV) --extra dev --extra llm --constraint requirements/demo.txt --output-file requirements/test.txt

# GOLD holds articles/, and gold/ or frames/; ARGS=--help tells of the rest.
eval: setup
	@$(BIN)/python -m evaluation $(if $(GOLD),"$(GOLD)") $(ARGS)

# Needs the extra `train`; CORPUS may name several folders with articles/ and frames/.
train: setup
	@$(BIN)/python -m pip install --quiet --editable ".[train]"
	@PYTHON="$(BIN)/python" CORPUS="$(CORPUS)" sh training/run.sh

adapter: setup
	@$(BIN)/python -m pip install --quiet --editable ".[train]"
	@PYTHON="$(BIN)/python" CORPUS="$(CORPUS)" sh training/run.sh onward

tagger: setup
	@$(BIN)/python -m pip install --quiet --editable ".[train]"
	@$(BIN)/python -m training.tagger --corpus seeds/corpus --out seeds/tagger

clean:
	rm -rf .venv node_modules demo.html build dist armsgraph.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis \
		.import_linter_cache .grimp_cache
	@sh requirements/demo.sh clean
