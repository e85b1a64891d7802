#!/bin/sh
# Bad input costs itself only: a message that names file, place and reason, the right exit code, and every
# other report still coded.   tests/input_test.sh SOURCE_DIR POLYBIUS
set -u
polybius=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
bad=0

# try NAME CODE MESSAGE COMMAND…: exit code and a pattern that the messages must hold
try() {
    name=$1 want=$2 message=$3
    shift 3
    "$@" >out 2>err
    got=$?
    if [ $got -ne "$want" ]; then
        echo "$name: exit code $got, want $want"; sed 's/^/    /' err | head -5; bad=1
    fi
    if [ -n "$message" ] && ! grep -q "$message" err; then
        echo "$name: no message like '$message'"; sed 's/^/    /' err | head -5; bad=1
    fi
}

# After a try: the good report was coded all the same.
coded() {
    grep -q '"report_id":"good' out || { echo "$name: the good report is not coded"; bad=1; }
}

text='Rebels attacked the army base near the capital on Monday, killing 12 soldiers.'
printf '{"id":"good","published":"2024-08-20","text":"%s"}\n' "$text" >good.jsonl

try "good" 0 '' "$polybius" code good.jsonl; coded
try "missing file" 5 'absent.txt.*No such file' "$polybius" code absent.txt good.jsonl; coded
try "only a missing file" 3 'absent.txt' "$polybius" code absent.txt
mkdir -p mixed/deep empty
cp good.jsonl mixed/deep/
try "folder" 0 '' "$polybius" code mixed; coded
: >empty.txt
try "empty file" 5 'empty.txt.*empty' "$polybius" code empty.txt good.jsonl; coded
head -c 4096 /dev/urandom | tr '\000' '\001' >noise.bin
printf '\000\001\002\377\376' >>noise.bin
try "binary file" 5 'noise.bin' "$polybius" code noise.bin good.jsonl; coded
printf 'The army said\377\376 so on Monday.\n' >broken.txt
try "invalid UTF-8" 5 'broken.txt.*byte 13' "$polybius" code broken.txt good.jsonl; coded
{ cat good.jsonl; printf '{"id":"x","text":\n'; printf '{"id":"y"}\n'; printf 'plain\n'; } >lines.jsonl
try "broken lines" 5 'lines.jsonl:2' "$polybius" code lines.jsonl; coded
grep -q 'lines.jsonl:3.*text' err || { echo "broken lines: no word on line 3"; bad=1; }
grep -q 'lines.jsonl:4' err || { echo "broken lines: no word on line 4"; bad=1; }
{ printf '{"id":"long","text":"'; head -c 50000000 /dev/zero | tr '\0' 'a'; printf '"}\n'; cat good.jsonl; } >long.jsonl
try "a line of 50 MB" 5 'long.jsonl:1' "$polybius" code long.jsonl; coded
{ head -c 100000 /dev/zero | tr '\0' '['; echo; cat good.jsonl; } >nested.jsonl
try "100,000 brackets" 5 'nested.jsonl:1' "$polybius" code --input jsonl nested.jsonl; coded
{ printf '{"id":"endless","text":"'; i=0; while [ $i -lt 3000 ]; do printf 'the rebels and the army '; i=$((i + 1)); done; printf '"}\n'; cat good.jsonl; } >endless.jsonl
try "no sentence end" 0 '' "$polybius" code endless.jsonl; coded
try "bad date" 2 'no date' "$polybius" code --published yesterday good.jsonl
try "unknown option" 2 'no option' "$polybius" code --frobnicate good.jsonl
try "unknown format" 2 'does not know' "$polybius" code --format xls good.jsonl
try "no path" 2 'no report given' "$polybius" code
try "unknown command" 2 'no command' "$polybius" decode
printf 'Nothing of note.\n' >quiet.txt
try "nothing found" 1 '' "$polybius" code quiet.txt
try "standard input" 0 '' sh -c "cat good.jsonl | '$polybius' code -"; coded

home=$(dirname "$polybius")
head -c 1000 "$home/en.plb" >cut.plb
try "cut model" 4 'cut.plb' "$polybius" code --model cut.plb good.jsonl
head -c 5000 "$home/polybius-en.lex" >cut.lex
try "cut lexicon" 4 'cut.lex' "$polybius" code --lexicon cut.lex good.jsonl
cp "$home/polybius-en.lex" flipped.lex
printf 'X' | dd of=flipped.lex bs=1 seek=20000 conv=notrunc 2>/dev/null
try "flipped byte in the lexicon" 4 'flipped.lex' "$polybius" code --lexicon flipped.lex good.jsonl
cp "$home/en.plb" flipped.plb
printf 'X' | dd of=flipped.plb bs=1 seek=20000 conv=notrunc 2>/dev/null
try "flipped byte in the model" 4 'flipped.plb' "$polybius" code --model flipped.plb good.jsonl
[ -e /dev/full ] && try "full disk" 5 'No space left' "$polybius" code -o /dev/full good.jsonl
try "no such folder for output" 5 'nowhere' "$polybius" code -o nowhere/x good.jsonl

i=0
while [ $i -lt 300 ]; do sed "s/\"good\"/\"good$i\"/" good.jsonl; i=$((i + 1)); done >many.jsonl
{ "$polybius" code many.jsonl 2>err; echo $? >code; } | head -1 >out
# All may fit the pipe before it closes; otherwise it is told.
case $(cat code) in 0) ;; 5) grep -q 'standard output' err || { echo "closed pipe: no message"; bad=1; } ;;
*) echo "closed pipe: exit code $(cat code)"; bad=1 ;; esac
exit $bad
