#!/bin/sh
# Properties of the output on the shipped samples: every span is in its text, every record is whole.
#   tests/samples_test.sh SOURCE_DIR POLYBIUS
set -eu
source=$1 polybius=$2

"$polybius" annotate --format json "$source/samples" | jq -e -s '
    def text($r): if .part == "title" then $r.title else $r.text end;
    length > 0 and all(.[]; . as $r
      | all(.sentences[]; . as $s | text($r) as $t
            | all($s.tokens[]; $t[.begin:.end] == .form)
              and ([$s.tokens[] | select(.head == 0)] | length) == 1)
        and all(.mentions[]; .begin < .end and .end <= (text($r) | length))
        and all(.predicates[]; .begin < .end)
        and all(.attributions[]; .content != null))' >/dev/null || {
    echo "annotate: a span or a tree is wrong"; exit 1; }

"$polybius" code "$source/samples" | jq -e -s '
    length > 20 and all(.[];
        (.event_id | length) == 16 and .report_id != null and .type != null
        and (.quad >= 1 and .quad <= 4)
        and .trigger.begin < .trigger.end
        and (.confidence >= 0 and .confidence <= 1)
        and all(.source[], .target[]; .begin < .end and .via != null)
        and (.place == null or .place.precision != "country" or .place.lat == null))
    and ([.[].event_id] | length == (unique | length))' >/dev/null || {
    echo "code: a record breaks the contract"; exit 1; }
