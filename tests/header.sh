#!/bin/sh
# The public header compiles alone, as C and as C++.   tests/header.sh SOURCE_DIR
set -eu
printf '#include <polybius.h>\nint main(void) { plb_error e; e.at = 0; return (int)e.at; }\n' |
    cc -std=c11 -Wall -Wextra -Wpedantic -Werror -I"$1/include" -fsyntax-only -x c -
printf '#include <polybius.h>\nint main() { plb_error e; e.at = 0; return (int)e.at; }\n' |
    c++ -std=c++11 -Wall -Wextra -Wpedantic -Werror -I"$1/include" -fsyntax-only -x c++ -
