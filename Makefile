# A thin front for scripts/ and the CMake presets.
PRESET ?= release

run:    ; ./scripts/run $(PATHS)
test:   ; ./scripts/test
build:  ; ./scripts/setup && ./scripts/build $(PRESET)
bench:  build ; ./bench/run $(NEWS)
fuzz:   ; ./scripts/setup && ./scripts/fuzz
format: ; clang-format-14 -i $$(git ls-files '*.c' '*.h')
lint:   ; ./scripts/lint
train:  build ; ./scripts/train $(DATA)

.PHONY: run test build bench fuzz format lint train
