import Synchronization

/// A value that is made when it is first asked for, once: a `lazy` that threads may share. What makes
/// it must be a function of what it holds, so that nobody can tell when it was made. It stands where
/// most never ask, and asking costs more than a key may.
package final class Deferred<Value: Sendable>: Sendable {
  private enum State {
    case made(Value)
    case waiting(@Sendable () -> Value)
  }

  private let state: Mutex<State>

  package init(_ value: Value) { state = Mutex(.made(value)) }

  package init(_ make: @escaping @Sendable () -> Value) { state = Mutex(.waiting(make)) }

  /// The value, where somebody has asked for it already.
  package var made: Value? {
    state.withLock { state in
      if case .made(let value) = state { value } else { nil }
    }
  }

  package var value: Value {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .waiting(let make):
        let value = make()
        state = .made(value)
        return value
      }
    }
  }
}

/// A part of something that may lie elsewhere until it is read. Two are equal where what is read is.
struct Part<Value: Hashable & Sendable>: Hashable, Sendable {
  private enum Source: Sendable {
    case here(Value)
    case elsewhere(@Sendable () -> Value)
  }

  private var source: Source

  init(_ value: Value) { source = .here(value) }

  init(_ read: @escaping @Sendable () -> Value) { source = .elsewhere(read) }

  var value: Value {
    get {
      switch source {
      case .here(let value): value
      case .elsewhere(let read): read()
      }
    }
    set { source = .here(newValue) }
  }

  static func == (a: Part, b: Part) -> Bool { a.value == b.value }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
