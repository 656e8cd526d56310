import CSodium
import Glibc

/// The memory of this process, which holds a client's words.
package enum ProcessMemory {
  /// From here on no core is dumped, and no other program of this person may look in. The runtime's own
  /// report of a crash, which prints what registers point to, is taken off; the signal that ends the
  /// program is the same.
  package static func keepToItself() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(UInt32(RLIMIT_CORE.rawValue)), &none)
    _ = cs_set_undumpable()
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGQUIT] {
      Glibc.signal(signal, SIG_DFL)
    }
  }
}
