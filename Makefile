# paperq's chores; `make help` lists them. SWIFT, PREFIX and DESTDIR may be set.

SWIFT ?= swift
PREFIX ?= $(HOME)/.local
SWIFT_BUILD_FLAGS ?=
# The Swift runtime is linked in, so that the program runs where no Swift is installed.
RELEASE_FLAGS := -c release --scratch-path .build-release --static-swift-stdlib -Xlinker -lcurl -Xlinker -lxml2 -Xlinker -s

.PHONY: run build test test-long test-thread test-address test-sanitized fuzz bench lint format install release parse-timer clean help

run: build ## build paperq and open it (ARGS='list' gives it arguments)
	@.build/debug/paperq $(ARGS)

build:
	@Scripts/ensure-packages build
	@$(SWIFT) build --product paperq $(SWIFT_BUILD_FLAGS)

test: lint ## check the style and run every test
	@Scripts/ensure-packages build test
	@$(SWIFT) build --build-tests $(SWIFT_BUILD_FLAGS)
	@$(SWIFT) test --skip-build --disable-xctest $(SWIFT_BUILD_FLAGS)

test-long: ## run the long tests for long: more kills, more days, more damaged texts, more keys
	@$(SWIFT) build --build-tests $(SWIFT_BUILD_FLAGS)
	@PAPERQ_TEST_ROUNDS=20 $(SWIFT) test --skip-build --disable-xctest \
	  --filter 'KilledProgramTests|MonthOfUseTests|FuzzTests|RandomSessionTests' $(SWIFT_BUILD_FLAGS)

# In CI the store and the interface are tested under both sanitizers, and libFuzzer has a little time
# with each parser, before all tests without.
ifdef CI
test: test-sanitized
endif

test-sanitized:
	@Scripts/ensure-packages build
	@Scripts/test-sanitized thread $(STORE_AND_UI)
	@Scripts/test-sanitized address $(STORE_AND_UI) FuzzTests
	@PAPERQ_TESTS='$(STORE_AND_UI) FuzzTests' Scripts/fuzz 4

STORE_AND_UI := LibraryStoreTests WorkThreadsTests QueueUITests TerminalGridTests CursesTerminalTests

test-thread: ## run the tests under ThreadSanitizer (TESTS='LibraryStoreTests' for some)
	@Scripts/ensure-packages build test
	@Scripts/test-sanitized thread $(TESTS)

test-address: ## run the tests under AddressSanitizer (TESTS='LibraryStoreTests' for some)
	@Scripts/ensure-packages build test
	@Scripts/test-sanitized address $(TESTS)

fuzz: ## look for bytes that break a parser (SECONDS=60 each, TARGETS='query config')
	@Scripts/fuzz $(or $(SECONDS),60) $(TARGETS)

lint: ## check the style of the sources, strictly
	@$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

format: ## put the sources into the house style
	@$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

bench: ## measure paperq, beside newsboat and feedparser where they can be had
	@Scripts/bench

release:
	@Scripts/ensure-packages build release
	@$(SWIFT) build --product paperq $(RELEASE_FLAGS)

# A tool of Scripts/bench.
parse-timer: release
	@$(SWIFT) build --product ParseTimer $(RELEASE_FLAGS)

install: release ## install the program, man page and completions below PREFIX (~/.local)
	@Scripts/install .build-release/release/paperq "$(DESTDIR)$(PREFIX)"

clean: ## remove what was built
	@rm -rf .build .build-release .build-thread .build-address .build-fuzz

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)$$/\1\t\2/p' $(MAKEFILE_LIST) | sort | expand -t 14
