/* What the kernel knows of the terminal; ioctl_tty(2). Apart from term.h, whose macros take
   common names. */
#define _GNU_SOURCE 1
#include "CNcurses.h"

#include <sys/ioctl.h>

bool cn_window_size(int tty, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(tty, TIOCGWINSZ, &size) < 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

int cn_waiting_bytes(int tty) {
  int count = 0;
  return ioctl(tty, FIONREAD, &count) < 0 ? -1 : count;
}
