#!/bin/sh
# Arrows point one way: checks that no folder of src/ includes one above it or beside it.
#   tests/layers.sh SOURCE_DIR
set -eu
cd "$1/src"

# What a folder may include, besides itself and polybius.h.
allowed() {
    case $1 in
    base) ;;
    model) echo base ;;
    text) echo base model ;;
    lexicon) echo base model text ;;
    ingest) echo base model text ;;
    annotate | ground | code | situate | export) echo base model text lexicon ;;
    pipeline) echo base model text lexicon ingest annotate ground code situate export ;;
    lexc) echo base lexicon ;;
    cli) echo base ;;
    *) echo "layers.sh does not know the folder $1" >&2; exit 1 ;;
    esac
}

bad=0
for folder in */; do
    folder=${folder%/}
    may=" $folder $(allowed "$folder") "
    for file in "$folder"/*.[ch]; do
        [ -e "$file" ] || continue
        for included in $(sed -n 's/^ *# *include *"\([a-z]*\)\/.*/\1/p' "$file"); do
            case $may in
            *" $included "*) ;;
            *)
                echo "src/$file includes $included/: $folder stands below or beside it"
                bad=1
                ;;
            esac
        done
    done
done
repeated=$(find . -name '*.[ch]' -exec basename {} \; | sort | uniq -d | grep -v '^main\.c$' || true)
if [ -n "$repeated" ]; then
    echo "file names that stand in two folders: $repeated"
    bad=1
fi
exit $bad
