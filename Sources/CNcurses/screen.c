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

void cn_mouse_begin(void) {
  mouseinterval(0);
  mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
}

bool cn_mouse_event(int *column, int *row, int *kind) {
  MEVENT event;
  if (getmouse(&event) != OK) return false;
  *column = event.x;
  *row = event.y;
  if (event.bstate & BUTTON1_PRESSED) *kind = 0;
  else if (event.bstate & BUTTON4_PRESSED) *kind = -1;
  else if (event.bstate & BUTTON5_PRESSED) *kind = 1;
  else return false;
  return true;
}
