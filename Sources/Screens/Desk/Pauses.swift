/// What is waited for, and until when. The caller has the clock.
package struct Pauses<Time: Comparable & Sendable>: Sendable {
  private var due: [Pause: Time] = [:]

  package init() {}

  /// The first moment at which something is due; nil where nothing is waited for.
  package var next: Time? { due.values.min() }

  /// Waits until then, and no longer for what was waited for before.
  package mutating func wait(for pause: Pause, until time: Time) { due[pause] = time }

  /// Waits until then at the latest: what is waited for already comes no later than it would have.
  package mutating func wait(for pause: Pause, atMostUntil time: Time) {
    due[pause] = due[pause].map { min($0, time) } ?? time
  }

  /// What is due now; it is waited for no more.
  package mutating func take(at now: Time) -> [Pause] {
    let found = due.filter { $0.value <= now }
    for pause in found.keys { due[pause] = nil }
    return found.sorted { $0.value < $1.value }.map(\.key)
  }
}
