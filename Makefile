# A thin front door for people: each target installs what it needs (packaging/packages), then CMake presets do the work.

JOBS  ?= $(shell nproc)
SEEDS ?= 60000
TRIALS ?= 4
SECONDS ?= 60

# Two clones of one commit share what the compiler cache holds: paths count from the clone.
export CCACHE_BASEDIR   := $(CURDIR)
export CCACHE_NOHASHDIR := 1

install   := packaging/install-packages
configure := cmake --preset
build     := cmake --build --parallel $(JOBS) --preset
simulate   = build/dev/bin/zhixing-simulate --jobs $(JOBS) --results build/dev/results/simulation.jsonl --commit "$$(git rev-parse HEAD)"

.DEFAULT_GOAL := help
.PHONY: help deps build demo test bench torture sanitize strangers fuzz lint screenshots package clean

help: ## show this list
	@echo 'make TARGET, on Debian 12:'
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1	\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 16

deps: ## install what building, running, testing and the demo need
	@$(install) build run test demo

build: ## build the programs with asserts, into build/dev/bin
	@$(install) build run
	$(configure) dev
	$(build) dev --target zhixing zhixing-cli zhixing-server

demo: build ## the journey from a phone without a signal to headquarters
	@$(install) demo
	packaging/demo/run-demo build/dev/bin

# The chance in the tests follows from the commit: one commit, one verdict. What no commit has met, torture draws.
test: export ZHIXING_SEED ?= 0x$(or $(shell git rev-parse --short=8 HEAD),1)
test: ## build everything and run all tests
	@$(install) build run test
	$(configure) dev
	$(build) dev
	ctest --preset dev --parallel $(JOBS) --no-label-summary

bench: ## measure the server over loopback beside plain SQLite, and the application on a full device
	@$(install) build run
	$(configure) release
	$(build) release --target zhixing-bench zhixing-server zhixing-ui-bench
	build/release/bin/zhixing-bench
	build/release/bin/zhixing-ui-bench

torture: ## fresh seeded faults, simulated and with real programs, for some 20 minutes: make torture SEEDS=600000 TRIALS=40
	@$(install) build run test
	$(configure) dev
	$(build) dev --target zhixing-simulate zhixing-server zhixing-cli
	$(simulate) --seeds $(SEEDS)
	$(simulate) --seeds $$(($(SEEDS) / 10)) --with restore
	$(simulate) --seeds $$(($(SEEDS) / 10)) --with damage
	$(simulate) --seeds $$(($(SEEDS) / 100)) --files
	ZHIXING_TRIALS=$(TRIALS) ctest --preset dev --label-regex campaign --timeout 7200 --parallel $(JOBS) --no-label-summary --verbose

fuzz: ## give any bytes to what reads bytes from outside: make fuzz SECONDS=600
	@$(install) build run test fuzz
	$(configure) fuzz
	$(build) fuzz --target fuzzers
	tests/fuzz/run-fuzzers build/fuzz $(SECONDS)

sanitize: ## the tests of server, sync and connections with the thread, address and undefined-behaviour sanitizers
	@$(install) build run test
	$(configure) tsan
	$(build) tsan --target sanitized
	ZHIXING_TRIALS=2 ctest --preset tsan --label-regex '^sanitize$$' --no-label-summary
	$(configure) asan-ubsan
	$(build) asan-ubsan --target sanitized
	ZHIXING_TRIALS=2 ctest --preset asan-ubsan --label-regex '^sanitize$$' --no-label-summary

strangers: ## the server against other people's clients, which are fetched into build/dev first
	@$(install) build run test strangers
	$(configure) dev
	$(build) dev --target zhixing-server zhixing-cli
	npm install --no-save --no-audit --no-fund --prefix build/dev/tus_stranger tus-js-client@4.3.1
	cd tests/integration && ZHIXING_PROGRAMS=$(CURDIR)/build/dev/bin PYTHONPATH=../second_client python3 -B -m unittest tst_tus_stranger

lint: ## check format, C++ (changed files; ALL=1 for all) and QML
	@$(install) build run lint
	$(configure) dev
	tests/architecture/lint $(if $(ALL),--all)

screenshots: ## draw every page off screen, with the demo's people, into build/screenshots
	@$(install) build run
	$(configure) dev
	$(build) dev --target zhixing-gallery
	build/dev/bin/zhixing-gallery --out build/screenshots

package: ## make the Debian packages and the portable client, into build/release
	@$(install) build run package
	$(configure) release
	$(build) release --target zhixing zhixing-cli zhixing-server
	packaging/deb/make-packages build/release
	packaging/portable/make-portable build/release

clean: ## forget everything that was built
	cmake -E rm -rf build
