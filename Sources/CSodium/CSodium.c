#include "CSodium.h"

/* Before main, so that no caller has to think of it: sodium_init(3) chooses what this processor does
   fastest and opens the system's source of randomness. */
__attribute__((constructor)) static void begin(void) {
  if (sodium_init() < 0) __builtin_trap();
}
