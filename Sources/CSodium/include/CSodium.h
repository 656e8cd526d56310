/* libsodium; Swift imports it as it is. No logic. https://doc.libsodium.org
   And prctl(2), which Swift can't import, for the one thing that is wanted of it. */
#ifndef CSODIUM_H
#define CSODIUM_H

#include <sodium.h>
#include <sys/prctl.h>

/* No core of this process is dumped, and nobody but root may look into its memory. */
static inline int cs_set_undumpable(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

#endif
