#include "CZlib.h"

// zlib is the system's: nothing of it is compiled here.
