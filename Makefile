# What can be done here: `make help`.
PREFIX ?= /usr/local
.DEFAULT_GOAL := help
.PHONY: help setup demo test test-epubcheck test-readers test-spark build bench setup-bench lint format record install screenshots

help: ## Say what can be done here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

setup: ## Install the libraries, EPUBCheck and what it needs
	@Scripts/setup

demo: setup build ## Make books of the example stories and check them with EPUBCheck
	@Scripts/demo

test: setup lint ## Run all tests, and EPUBCheck on every book they make
	@Scripts/test

test-epubcheck: build ## Judge whole and broken books as EPUBCheck does, and compare
	@Scripts/test-epubcheck

test-readers: build ## Show the example books to Chromium, MuPDF and calibre
	@Scripts/setup readers
	@Scripts/test-readers

test-spark: build ## Make books on Spark, and compare them with those of batch
	@Scripts/test-spark

screenshots: build ## Take pictures of an example book in every theme
	@Scripts/setup chromium
	@Scripts/screenshots

build: setup ## Build the program
	@Scripts/release --product fanfold

bench: setup-bench build ## Compare the speed with other programs'
	@Scripts/bench

setup-bench: setup ## Install the other programs
	@Scripts/setup hyperfine pandoc calibre

lint: ## Check style and layout
	@Scripts/lint

format: ## Format the Swift code
	@swift format -i -r Sources Tests Examples Package.swift

record: setup ## Write the tests' expected results anew
	@FANFOLD_RECORD=1 swift test --disable-xctest

install: build ## Install the program into PREFIX/bin
	@install -d $(DESTDIR)$(PREFIX)/bin
	@install -s -m 755 "$$(Scripts/release --path)/fanfold" $(DESTDIR)$(PREFIX)/bin/fanfold
