/* Signals become bytes in a pipe, so that they are dealt with in the event loop. */
#define _GNU_SOURCE 1
#include "CNcurses.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* Those that mean something, and those that would end the program without a word and with the terminal
   as it is; signal(7). */
static const int caught[] = {SIGHUP,  SIGINT,    SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH, SIGUSR1,
                             SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO,   SIGXCPU, SIGPWR};
enum { CAUGHT = sizeof caught / sizeof *caught };

static struct sigaction earlier[CAUGHT];
static volatile sig_atomic_t pipe_fd = -1;

static void on_signal(int number) {
  int kept = errno;
  char byte = (char)number;
  /* A full pipe is not waited for: the loop has plenty to read then. */
  if (write(pipe_fd, &byte, 1) < 0) errno = kept;
  errno = kept;
}

static void set_handler(int number, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigaction(number, &action, NULL);
}

void cn_signals_begin(int pipe) {
  pipe_fd = pipe;
  for (int i = 0; i < CAUGHT; i++) {
    sigaction(caught[i], NULL, &earlier[i]);
    set_handler(caught[i], on_signal);
  }
}

void cn_signals_end(void) {
  for (int i = 0; i < CAUGHT; i++) sigaction(caught[i], &earlier[i], NULL);
}

void cn_signals_lend(bool lent) {
  set_handler(SIGINT, lent ? SIG_IGN : on_signal);
  set_handler(SIGQUIT, lent ? SIG_IGN : on_signal);
  set_handler(SIGTSTP, lent ? SIG_DFL : on_signal);
  set_handler(SIGCONT, lent ? SIG_DFL : on_signal);
}

void cn_stop_process_group(void) {
  set_handler(SIGTSTP, SIG_DFL);
  /* Linux gives a process-wide signal to the main thread if it can take it (complete_signal in
     kernel/signal.c), so on the main thread the stop has happened when kill returns. */
  kill(0, SIGTSTP);
  set_handler(SIGTSTP, on_signal);
}
