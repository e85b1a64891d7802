#!/bin/sh
# Golden files of one stage: every tests/golden/STAGE/NAME.in is read and what comes out is held against
# NAME.out. GOLDEN_UPDATE=1 writes NAME.out anew; review the difference like code.
#   tests/golden.sh SOURCE_DIR POLYBIUS STAGE
set -eu
source=$1 polybius=$2 stage=$3
folder=$source/tests/golden/$stage
got=$(mktemp)
trap 'rm -f "$got"' EXIT

# What a stage shows of a report.
show() {
    case $stage in
    text) "$polybius" annotate --format conllu "$1" | cut -f 1,2,10 ;;
    annotate) "$polybius" annotate --format conllu "$1" ;;
    ground)
        "$polybius" annotate --format json "$1" | jq -r '
            . as $r | "date \(.date)", (.mentions[] |
            [.kind, .begin, .end, ((if .part == "title" then $r.title else $r.text end)[.begin:.end]),
             (.code // .measure // .from // .precision // "-"),
             (.via // .how // "-"), (.low // .name // .to // "-")] | join(" | "))' ;;
    code)
        "$polybius" code --published 2024-08-21 "$1" | jq -c '
            {sentence, type, mode, cameo, status, time,
             source: [.source[].code], target: [.target[].code],
             date: .date.from, place: .place.name, says: [.attribution[].speaker.code],
             quantities: [.quantities[] | [.measure, .low, .high]], trigger: .trigger.lemma}' ;;
    report) "$polybius" report --format markdown --published 2024-08-21 "$1" ;;
    *) echo "golden.sh does not know the stage $stage" >&2; exit 1 ;;
    esac
}

bad=0
for in in "$folder"/*.in; do
    out=${in%.in}.out
    # Paths in the output would differ from machine to machine.
    (cd "$folder" && show "$(basename "$in")") >"$got" || true
    if [ "${GOLDEN_UPDATE:-}" = 1 ]; then
        cp "$got" "$out"
    elif ! diff -u "$out" "$got"; then
        echo "$out differs; GOLDEN_UPDATE=1 ctest -L golden writes it anew"
        bad=1
    fi
done
exit $bad
