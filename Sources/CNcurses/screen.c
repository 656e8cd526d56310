/* Globals and macros of curses.h and term.h behind functions. */
#define _GNU_SOURCE 1
#include "CNcurses.h"

#include <term.h>

SCREEN *cn_newterm(const char *type) { return newterm(type, stdout, stdin); }

WINDOW *cn_stdscr(void) { return stdscr; }

void cn_repaint(void) { clearok(curscr, TRUE); }

int cn_load_terminal_type(const char *name) {
  int result = -1;
  setupterm(name, 1, &result);
  return result;
}

const char *cn_capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? NULL : text;
}
