/* What Swift cannot import of ncurses, and what must be C because it runs in a signal handler.
   No logic: which attribute means what, when to suspend and what to say is decided in Swift. */
#ifndef CNCURSES_H
#define CNCURSES_H

/* Brings the wide functions (addnwstr and its like) into curses.h; curs_add_wstr(3X). */
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Attributes are macros with casts, which the importer passes over; curs_attr(3X). */
enum {
  CN_A_BOLD = A_BOLD,
  CN_A_DIM = A_DIM,
  CN_A_UNDERLINE = A_UNDERLINE,
  CN_A_REVERSE = A_REVERSE
};

/* newterm on standard input and output, whose FILE globals Swift 6 refuses; curs_initscr(3X). */
SCREEN *cn_newterm(const char *type);
void cn_delscreen(SCREEN *screen);

/* doupdate in one write. ncurses writes whenever the cursor moves: up to a hundred pieces a screen,
   each of which wakes the terminal, and over a line is a packet; curs_refresh(3X). */
void cn_update(void);

/* All of it, or what can be written; write(2). */
void cn_write(int fd, const char *text, size_t length);

/* The standard window is a mutable global, which Swift 6 refuses. */
WINDOW *cn_stdscr(void);

/* Marks the whole physical screen as unknown: the next doupdate sends all of it. */
void cn_repaint(void);

/* Loads the description of a terminal type without starting curses. 1 found, 0 unknown or too
   generic, -1 no terminfo database; curs_terminfo(3X), setupterm. */
int cn_load_terminal_type(const char *name);

/* A string capability of the loaded type, by its terminfo name; NULL where it has none. */
const char *cn_capability(const char *name);

/* Asks the terminal for clicks and the wheel; curs_mouse(3X). */
void cn_mouse_begin(void);

/* Behind KEY_MOUSE: where, and 0 for a click, -1 and 1 for the wheel up and down; false for nothing
   of these. The button names are macros. */
bool cn_mouse_event(int *column, int *row, int *kind);

/* Columns and rows as the kernel has them (TIOCGWINSZ); false where it has none. */
bool cn_window_size(int tty, int *columns, int *rows);

/* Whether bytes wait to be read from the terminal (FIONREAD); -1 where it is gone. */
int cn_waiting_bytes(int tty);

/* Catches SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT and SIGWINCH, and what else would end the
   program (SIGUSR1, SIGALRM and their like): each writes its number as one byte to the pipe, and nothing
   else. */
void cn_signals_begin(int pipe);

/* Puts back what stood before cn_signals_begin. */
void cn_signals_end(void);

/* For the time another program has the terminal: SIGINT and SIGQUIT are its business alone, SIGTSTP
   stops us with it. With false, back to what cn_signals_begin installed. */
void cn_signals_lend(bool lent);

/* Stops the whole process group as the terminal driver would, and returns when it is continued (or
   at once, where no shell is there that could continue it). */
void cn_stop_process_group(void);

/* From now on a trap, an abort or exit() gives the terminal back: settings as they are now on `tty`,
   then `reset` (at most 256 bytes). On a crash what was written to `captured` is copied to `errors`
   and `sentence` said. Async-signal-safe calls only; signal-safety(7). -1 for none. */
void cn_guard_begin(int tty, int out, const char *reset, size_t length, int errors, int captured,
                    const char *sentence);

/* Whether the guard acts; off while another program has the terminal, and at the end. */
void cn_guard_set(bool active);

/* Ends the guard and puts the earlier handlers back. */
void cn_guard_end(void);

/* Sends standard error to an unnamed file in memory. The file, or -1; `*kept` is the real one. */
int cn_capture_errors(int *kept);

#endif
