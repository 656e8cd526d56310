/// What an open matter file can be used for.
package enum Access: Hashable, Sendable {
  case writing
  /// The reason is nil where the caller asked for it; else it says why nothing can be written here.
  case reading(because: MatterError?)

  package var canWrite: Bool { self == .writing }

  /// Why nothing can be written; nil where it can.
  var obstacle: MatterError.Kind? {
    switch self {
    case .writing: nil
    case .reading(let reason): reason?.kind ?? .openForReading
    }
  }
}
