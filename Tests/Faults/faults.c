// Preloaded into art28 by scripts/faults and the tests: has a chosen system call fail, or kills the
// program before it, has locks refuse or lie, turns the clock, and records what is written.
//
//   FAULTS_UNDER   only files whose path begins so are meant
//   FAULTS_AT      the number of the changing call that is meant, from 1 on; 0: none
//   FAULTS_DO      kill, short, or the number of an error
//   FAULTS_LASTS   with 1, every changing call after it fails too
//   FAULTS_FIRED   a file that is made when it happens
//   FAULTS_FLOCK, FAULTS_FCNTL   lie (all goes well), or the number of an error
//   FAULTS_CLOCK   seconds since 1970; with "-" behind it, an hour less at each look
//   FAULTS_RECORD  a file to which every changing call is written
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int count;

static const char *setting(const char *name) { const char *v = getenv(name); return v && *v ? v : 0; }

static int meant_path(int folder, const char *path) {
  const char *under = setting("FAULTS_UNDER");
  char whole[8192], at[64];
  // Where the tests put what the program says.
  if (!under || !path || strstr(path, "/.run-")) return 0;
  if (*path == '/') return !strncmp(path, under, strlen(under));
  if (folder == AT_FDCWD) { if (!getcwd(whole, sizeof whole)) return 0; }
  else {
    snprintf(at, sizeof at, "/proc/self/fd/%d", folder);
    ssize_t n = readlink(at, whole, sizeof whole - 1);
    if (n < 0) return 0;
    whole[n] = 0;
  }
  return !strncmp(whole, under, strlen(under));
}

static const char *path_of(int fd) {
  static __thread char whole[4096];
  char at[64];
  snprintf(at, sizeof at, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(at, whole, sizeof whole - 1);
  whole[n < 0 ? 0 : n] = 0;
  return whole;
}

// A pipe has no path.
static int meant(int fd) { const char *path = path_of(fd); return *path == '/' && meant_path(AT_FDCWD, path); }

static void record(const char *what, const char *path, const char *other, long at, const void *bytes, size_t n) {
  const char *file = setting("FAULTS_RECORD");
  if (!file) return;
  size_t room = 3 * 8192 + 2 * n, k;
  char *line = malloc(room);
  char here[4096] = "";
  if (path && *path != '/' && getcwd(here, sizeof here - 2)) strcat(here, "/");
  k = snprintf(line, room, "%s\t%s%s\t%s\t%ld\t", what, here, path ? path : "", other ? other : "", at);
  for (size_t i = 0; i < n; i++) k += sprintf(line + k, "%02x", ((const unsigned char *)bytes)[i]);
  line[k++] = '\n';
  int log = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_APPEND | O_CREAT, 0600);
  if (log >= 0) { syscall(SYS_write, log, line, k); syscall(SYS_close, log); }
  free(line);
}

// 0: go on; 1: half of it; -1: fails with errno.
static int fault(void) {
  const char *at = setting("FAULTS_AT"), *what = setting("FAULTS_DO"), *fired = setting("FAULTS_FIRED");
  if (!at || !what) return 0;
  int number = __sync_add_and_fetch(&count, 1), wanted = atoi(at);
  if (!wanted || !(number == wanted || (setting("FAULTS_LASTS") && number > wanted))) return 0;
  if (fired) syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, fired, O_WRONLY | O_CREAT, 0600));
  if (!strcmp(what, "kill")) { syscall(SYS_kill, getpid(), SIGKILL); for (;;) pause(); }
  if (!strcmp(what, "short")) return 1;
  errno = atoi(what);
  return -1;
}

// What gives space back does not fail for want of it.
static int fault_of_giving(void) {
  const char *what = setting("FAULTS_DO");
  return what && (atoi(what) == ENOSPC || atoi(what) == EDQUOT) ? 0 : fault();
}

static int makes(int flags) { return flags & (O_CREAT | O_TRUNC); }

#define OPEN(name, parameters, folder, path, real)                                         \
  int name parameters {                                                                    \
    va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, int); va_end(rest);    \
    int ours = makes(flags) && meant_path(folder, path), isNew = ours && access(path, F_OK); \
    if (ours && fault() < 0) return -1;                                                    \
    int fd = real;                                                                         \
    if (ours && fd >= 0) {                                                                 \
      if (isNew) record("create", path, 0, 0, 0, 0);                                       \
      if (flags & O_TRUNC) record("truncate", path_of(fd), 0, 0, 0, 0);                    \
    }                                                                                      \
    return fd;                                                                             \
  }
OPEN(open, (const char *path, int flags, ...), AT_FDCWD, path, NEXT(open)(path, flags, mode))
OPEN(open64, (const char *path, int flags, ...), AT_FDCWD, path, NEXT(open64)(path, flags, mode))
OPEN(openat, (int folder, const char *path, int flags, ...), folder, path, NEXT(openat)(folder, path, flags, mode))

ssize_t write(int fd, const void *bytes, size_t n) {
  if (!meant(fd)) return NEXT(write)(fd, bytes, n);
  int f = fault();
  if (f < 0) return -1;
  if (f && n > 1) n /= 2;
  long at = lseek(fd, 0, fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
  ssize_t done = NEXT(write)(fd, bytes, n);
  if (done > 0) record("write", path_of(fd), 0, at, bytes, done);
  return done;
}

static ssize_t pwrite_any(int fd, const void *bytes, size_t n, off_t at) {
  int ours = meant(fd), f = ours ? fault() : 0;
  if (f < 0) return -1;
  if (f && n > 1) n /= 2;
  ssize_t done = syscall(SYS_pwrite64, fd, bytes, n, at);
  if (ours && done > 0) record("write", path_of(fd), 0, at, bytes, done);
  return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t n, off_t at) { return pwrite_any(fd, bytes, n, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t n, off_t at) { return pwrite_any(fd, bytes, n, at); }

// Names take no space when they are synced.
static int fault_at(int fd) {
  struct stat status;
  return !fstat(fd, &status) && S_ISDIR(status.st_mode) ? fault_of_giving() : fault();
}

#define ON_FILE(name, parameters, call, what, at)                    \
  int name parameters {                                              \
    int ours = meant(fd);                                            \
    if (ours && fault_at(fd) < 0) return -1;                         \
    int done = NEXT(name) call;                                      \
    if (ours && !done) record(what, path_of(fd), 0, at, 0, 0);       \
    return done;                                                     \
  }
ON_FILE(ftruncate, (int fd, off_t n), (fd, n), "truncate", n)
ON_FILE(ftruncate64, (int fd, off64_t n), (fd, n), "truncate", n)
ON_FILE(fsync, (int fd), (fd), "sync", 0)
ON_FILE(fdatasync, (int fd), (fd), "sync", 0)
ON_FILE(fchmod, (int fd, mode_t m), (fd, m), "mode", m)
ON_FILE(fchown, (int fd, uid_t u, gid_t g), (fd, u, g), "owner", g)

#define ON_PATH(name, parameters, call, what, fault)                 \
  int name parameters {                                              \
    int ours = meant_path(AT_FDCWD, path);                           \
    if (ours && fault() < 0) return -1;                              \
    int done = NEXT(name) call;                                      \
    if (ours && !done) record(what, path, 0, 0, 0, 0);               \
    return done;                                                     \
  }
ON_PATH(unlink, (const char *path), (path), "unlink", fault_of_giving)
ON_PATH(mkdir, (const char *path, mode_t m), (path, m), "mkdir", fault)
ON_PATH(rmdir, (const char *path), (path), "rmdir", fault_of_giving)
ON_PATH(chmod, (const char *path, mode_t m), (path, m), "mode", fault)

#define ON_TWO(name, what)                                           \
  int name(const char *path, const char *other) {                    \
    int ours = meant_path(AT_FDCWD, other);                          \
    if (ours && fault() < 0) return -1;                              \
    int done = NEXT(name)(path, other);                              \
    if (ours && !done) record(what, path, other, 0, 0, 0);           \
    return done;                                                     \
  }
ON_TWO(rename, "rename")
ON_TWO(link, "link")

// Locks. 1: it is done otherwise, with what stands in `result`.
static int lock(const char *name, int *result) {
  const char *how = setting(name);
  if (!how) return 0;
  *result = 0;
  if (strcmp(how, "lie")) { errno = atoi(how); *result = -1; }
  return 1;
}

int flock(int fd, int operation) {
  int result;
  return lock("FAULTS_FLOCK", &result) ? result : NEXT(flock)(fd, operation);
}

static int fcntl_any(int fd, int command, void *argument) {
  int result;
  if ((command == F_SETLK || command == F_SETLKW) && ((struct flock *)argument)->l_type != F_UNLCK
      && lock("FAULTS_FCNTL", &result))
    return result;
  return syscall(SYS_fcntl, fd, command, argument);
}
int fcntl(int fd, int command, ...) {
  va_list rest; va_start(rest, command); void *argument = va_arg(rest, void *); va_end(rest);
  return fcntl_any(fd, command, argument);
}
int fcntl64(int fd, int command, ...) {
  va_list rest; va_start(rest, command); void *argument = va_arg(rest, void *); va_end(rest);
  return fcntl_any(fd, command, argument);
}

// The clock of the day; what measures spans is left alone.
static int turned(time_t *now) {
  static int looks;
  const char *at = setting("FAULTS_CLOCK");
  if (!at) return 0;
  char *end;
  *now = strtoll(at, &end, 10);
  if (*end == '-') *now -= 3600L * __sync_fetch_and_add(&looks, 1);
  return 1;
}
time_t time(time_t *into) {
  time_t now;
  if (!turned(&now)) return NEXT(time)(into);
  if (into) *into = now;
  return now;
}
int clock_gettime(clockid_t clock, struct timespec *into) {
  if (clock == CLOCK_REALTIME && turned(&into->tv_sec)) { into->tv_nsec = 0; return 0; }
  return syscall(SYS_clock_gettime, clock, into);
}
int gettimeofday(struct timeval *restrict into, void *restrict zone) {
  if (turned(&into->tv_sec)) { into->tv_usec = 0; return 0; }
  return NEXT(gettimeofday)(into, zone);
}
