/* Fuzz: what libFuzzer does with a corpus, for compilers without it: runs every file of the folders
 * given, and copies of it with bytes changed, put in, taken out. The changes are the same in every
 * run. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

enum { CHANGED_COPIES = 200, MOST_CHANGES = 6, ROOM = 64 };

static uint32_t random_number(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*state >> 33);
}

/* One change; returns the new length. */
static size_t change(uint8_t *bytes, size_t n, uint64_t *state)
{
    static const uint8_t LIKELY[] = "\n\t .,'\"[]{}()-:\\\0\xff\xc3\xe2\x80 1Aa";
    size_t at = n ? random_number(state) % n : 0;
    uint8_t byte = LIKELY[random_number(state) % (sizeof LIKELY - 1)];
    switch (n ? random_number(state) % 4 : 1) {
    case 0:
        bytes[at] = byte;
        return n;
    case 1:
        memmove(bytes + at + 1, bytes + at, n - at);
        bytes[at] = byte;
        return n + 1;
    case 2:
        memmove(bytes + at, bytes + at + 1, n - at - 1);
        return n - 1;
    default:
        bytes[at] ^= (uint8_t)(1U << random_number(state) % 8);
        return n;
    }
}

/* In a block of its own size, so that a sanitizer sees reading past its end. */
static void run(const uint8_t *bytes, size_t n)
{
    uint8_t *copy = malloc(n ? n : 1);
    if (!copy) return;
    memcpy(copy, bytes, n);
    LLVMFuzzerTestOneInput(copy, n);
    free(copy);
}

static int run_file(const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f) return 1;
    fseek(f, 0, SEEK_END);
    long size = ftell(f);
    rewind(f);
    size_t n = size > 0 ? (size_t)size : 0;
    uint8_t *bytes = malloc(n + ROOM), *changed = malloc(n + ROOM);
    int bad = !bytes || !changed || fread(bytes, 1, n, f) != n;
    fclose(f);
    uint64_t state = n;
    for (int i = 0; !bad && i <= CHANGED_COPIES; i++) {
        size_t length = n;
        memcpy(changed, bytes, n);
        for (uint32_t k = i ? 1 + random_number(&state) % MOST_CHANGES : 0; k > 0; k--)
            length = change(changed, length, &state);
        run(changed, length);
    }
    free(bytes);
    free(changed);
    return bad;
}

static int run_folder(const char *folder)
{
    DIR *dir = opendir(folder);
    int n = 0;
    if (!dir) {
        fprintf(stderr, "fuzz_replay: no folder %s\n", folder);
        return 1;
    }
    for (struct dirent *e; (e = readdir(dir));) {
        char path[4096];
        if (e->d_name[0] == '.') continue;
        snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
        printf("%s\n", path); /* the last one is at fault when this dies */
        fflush(stdout);
        if (run_file(path)) {
            fprintf(stderr, "fuzz_replay: cannot read %s\n", path);
            n = -1;
            break;
        }
        n++;
    }
    closedir(dir);
    return n > 0 ? 0 : 1;
}

int main(int argc, char **argv)
{
    int bad = argc < 2;
    for (int i = 1; i < argc; i++) bad |= run_folder(argv[i]);
    return bad;
}
