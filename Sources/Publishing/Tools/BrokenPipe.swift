import Glibc
import Synchronization

/// Keeps a program that stops reading from ending this one: SIGPIPE is ignored as long as any child
/// runs, and has its old meaning afterwards.
enum BrokenPipe {
  private struct State {
    var children = 0
    var before = sigaction()
  }

  private static let state = Mutex(State())

  static func ignore() {
    state.withLock { state in
      state.children += 1
      guard state.children == 1 else { return }
      var ignored = sigaction()
      ignored.__sigaction_handler.sa_handler = SIG_IGN
      sigaction(SIGPIPE, &ignored, &state.before)
    }
  }

  static func restore() {
    state.withLock { state in
      state.children -= 1
      if state.children == 0 { sigaction(SIGPIPE, &state.before, nil) }
    }
  }
}
