/* Gives the terminal back when the process crashes or calls exit(). */
#define _GNU_SOURCE 1
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static const int traps[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGSYS};
enum { TRAPS = sizeof traps / sizeof *traps };

static volatile sig_atomic_t active;
static struct termios settings;
static char reset_text[256];
static size_t reset_length;
static const char *crash_sentence;
static int tty_fd = -1, out_fd = -1, errors_fd = -1, captured_fd = -1;
static struct sigaction earlier[TRAPS];
static char handler_stack[65536];

void cn_write(int fd, const char *text, size_t length) {
  while (length > 0) {
    ssize_t count = write(fd, text, length);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    text += count;
    length -= (size_t)count;
  }
}

static void restore(void) {
  if (!active) return;
  active = 0;
  tcsetattr(tty_fd, TCSANOW, &settings);
  cn_write(out_fd, reset_text, reset_length);
}

static void replay_captured(void) {
  char chunk[1024];
  ssize_t count;
  if (captured_fd < 0 || lseek(captured_fd, 0, SEEK_SET) < 0) return;
  while ((count = read(captured_fd, chunk, sizeof chunk)) > 0)
    cn_write(errors_fd, chunk, (size_t)count);
}

static void on_trap(int number) {
  if (active) {
    restore();
    replay_captured();
    cn_write(errors_fd >= 0 ? errors_fd : STDERR_FILENO, crash_sentence, strlen(crash_sentence));
  }
  /* SA_RESETHAND put the default back; the signal is delivered again when this returns. */
  raise(number);
}

void cn_guard_begin(int tty, int out, const char *reset, size_t length, int errors, int captured,
                    const char *sentence) {
  static bool registered;
  tty_fd = tty;
  out_fd = out;
  errors_fd = errors;
  captured_fd = captured;
  crash_sentence = sentence;
  reset_length = length < sizeof reset_text ? length : sizeof reset_text;
  memcpy(reset_text, reset, reset_length);
  tcgetattr(tty, &settings);
  if (!registered) atexit(restore);
  registered = true;

  /* A stack of its own, so that an overflow of the main one is handled too; sigaltstack(2). */
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_handler = on_trap, .sa_flags = SA_ONSTACK | SA_RESETHAND};
  for (int i = 0; i < TRAPS; i++) sigaction(traps[i], &action, &earlier[i]);
  active = 1;
}

void cn_guard_set(bool on) { active = on; }

void cn_guard_end(void) {
  active = 0;
  for (int i = 0; i < TRAPS; i++) sigaction(traps[i], &earlier[i], NULL);
}

int cn_capture_errors(int *kept) {
  int file = memfd_create("errors", MFD_CLOEXEC);
  if (file < 0) return -1;
  *kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (*kept < 0 || dup2(file, STDERR_FILENO) < 0) {
    close(file);
    return -1;
  }
  return file;
}
