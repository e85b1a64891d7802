#include "base/mapped.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

plb_status plb_mapped_open(const char *path, plb_mapped *out, plb_error *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return plb_fail(err, PLB_EIO, 0, "%s: %s", path, strerror(errno));
    struct stat st;
    plb_status status = PLB_OK;
    if (fstat(fd, &st) != 0)
        status = plb_fail(err, PLB_EIO, 0, "%s: %s", path, strerror(errno));
    else if (!S_ISREG(st.st_mode))
        status = plb_fail(err, PLB_EIO, 0, "%s: not a regular file", path);
    else if (st.st_size == 0)
        status = plb_fail(err, PLB_EPARSE, 0, "%s: empty file", path);
    if (status == PLB_OK) {
        void *p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (p == MAP_FAILED)
            status = plb_fail(err, PLB_EIO, 0, "%s: %s", path, strerror(errno));
        else
            *out = (plb_mapped){ p, (size_t)st.st_size };
    }
    close(fd);
    return status;
}

void plb_mapped_close(plb_mapped *m)
{
    if (m->p) munmap((void *)(uintptr_t)m->p, m->n);
    *m = (plb_mapped){ NULL, 0 };
}
