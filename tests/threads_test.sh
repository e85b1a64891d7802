#!/bin/sh
# The same bytes with any number of threads, twice.   tests/threads_test.sh SOURCE_DIR POLYBIUS
set -eu
source=$1 polybius=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for jobs in 1 2 5; do
    "$polybius" code --jobs $jobs -o "$folder/code.$jobs" "$source/samples" "$source/samples"
    "$polybius" report --jobs $jobs --format markdown -o "$folder/report.$jobs" "$source/samples"
    cmp "$folder/code.1" "$folder/code.$jobs"
    cmp "$folder/report.1" "$folder/report.$jobs"
done
