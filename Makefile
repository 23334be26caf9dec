# Two commands are all a newcomer needs: `make demo` and `make test`.

.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -euo pipefail -c

PORT ?= 8080
WEB_SOURCES := $(shell find web -path web/node_modules -prune -o -path web/dist -prune -o -type f -print 2>/dev/null)

.PHONY: help demo test dev bench fmt lint clean

help: ## Say what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-6s %s\n", $$1, $$2 }'

demo: ## Build everything and serve the example strategy on http://localhost:8080 (PORT=… for another)
	@script/setup demo
	@$(MAKE) --no-print-directory web/dist/index.html
	@cargo run --locked -p yanzhi -- demo --listen 127.0.0.1:$(PORT)

test: ## Everything CI runs: format, lints, both databases, API, browser (FAST=1: neither browser nor PostgreSQL)
	@script/test $(if $(FAST),--fast)

dev: ## Server and web pages that follow your edits (pages on http://localhost:5173)
	@script/setup demo
	@script/dev

bench: ## Measure the engine: a table of its kernels, their roofline and aims
	@cargo bench -p yanzhi-engine

fmt: ## Format the Rust code
	@cargo fmt --all

lint: ## Format check, lints, documentation, dependencies, shell
	@script/test --lint

clean: ## Remove what was built; databases stay
	@cargo clean
	@rm -rf web/dist

web/dist/index.html: $(WEB_SOURCES)
	@cd web && npm run --silent build
	@touch $@
