/* libsodium's hashes and signatures; Swift imports them as they are. No logic.
   https://doc.libsodium.org */
#ifndef CSODIUM_H
#define CSODIUM_H

#include <sodium.h>

#endif
