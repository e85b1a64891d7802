#!/bin/sh
# eval: figures on a small coded text, for eyes and for machines; a broken line is told with its number.
#   tests/eval_test.sh SOURCE_DIR POLYBIUS
set -u
polybius=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1

cat >gold.jsonl <<'END'
{"id":"1","text":"Kenya attacked Somalia on Monday.","events":[{"type":"ASSAULT","source":["KEN"],"target":["SOM"],"status":"actual"}]}
{"id":"2","text":"Uganda did not attack Somalia.","events":[{"type":"ASSAULT","source":["UGA"],"target":["SOM"],"status":"negated"}]}
{"id":"3","text":"Peru condemned Chile.","events":[{"type":"ACCUSE","mode":"disapprove","source":["PER"],"target":["CHL"]}]}
{"id":"4","text":"The weather was fine in Lima.","events":[]}
{"id":"5","text":"Peru condemned Chile.","events":[{"type":"AID","source":["PER"]}]}
END
"$polybius" eval gold.jsonl >table || exit 1
grep -q '^all ' table && grep -q '^ASSAULT ' table && grep -q 'AID .*missed; said instead: ACCUSE' table || {
    echo "the table lacks a row"; cat table; exit 1; }
"$polybius" eval --json gold.jsonl | jq -e '
    .texts == 5 and .failed == 0 and .type.wanted == 4 and .type.right == 3 and .full.right == 3
    and .by_type.AID.type.recall == 0 and .by_type.ASSAULT.full.f1 == 1 and .status.right == 2
    and .mode.right == 1' >/dev/null || {
    echo "the figures are not those of the gold"; "$polybius" eval --json gold.jsonl; exit 1; }

{ head -1 gold.jsonl; echo '{"id":"x","text":"Peru.","events":[{"type":"QUARREL"}]}'; } >broken.jsonl
"$polybius" eval broken.jsonl 2>err
[ $? -eq 3 ] && grep -q 'broken.jsonl:2' err || { echo "a broken line is not told"; cat err; exit 1; }
