/* Globals and macros of curses.h and term.h behind functions. */
#define _GNU_SOURCE 1
#include "CNcurses.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <term.h>
#include <unistd.h>

/* What ncurses writes to, and the file in memory where an update is gathered. */
static FILE *output;
static int gathered = -1;

SCREEN *cn_newterm(const char *type) {
  int fd = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  output = fd < 0 ? NULL : fdopen(fd, "w");
  SCREEN *screen = newterm(type, output ? output : stdout, stdin);
  if (screen && output) gathered = memfd_create("update", MFD_CLOEXEC);
  if (!screen && output) {
    fclose(output);
    output = NULL;
  }
  return screen;
}

void cn_delscreen(SCREEN *screen) {
  delscreen(screen);
  if (output) fclose(output);
  if (gathered >= 0) close(gathered);
  output = NULL;
  gathered = -1;
}

void cn_update(void) {
  char chunk[4096];
  ssize_t count;
  if (gathered < 0 || dup3(gathered, fileno(output), O_CLOEXEC) < 0) {
    doupdate();
    return;
  }
  doupdate();
  dup3(STDOUT_FILENO, fileno(output), O_CLOEXEC);
  off_t end = lseek(gathered, 0, SEEK_CUR);
  lseek(gathered, 0, SEEK_SET);
  for (off_t at = 0; at < end; at += count) {
    size_t wanted = end - at < (off_t)sizeof chunk ? (size_t)(end - at) : sizeof chunk;
    count = pread(gathered, chunk, wanted, at);
    if (count <= 0) return;
    cn_write(STDOUT_FILENO, chunk, (size_t)count);
  }
}

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
