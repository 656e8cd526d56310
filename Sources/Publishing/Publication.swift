/// A file that was made, and what the user should know about it.
package struct Publication: Hashable, Sendable {
  package var bytes: [UInt8]
  package var remarks: [Remark]

  package init(bytes: [UInt8], remarks: [Remark] = []) {
    self.bytes = bytes
    self.remarks = remarks
  }

  package enum Remark: Hashable, Sendable {
    /// The PDF is without tags for those who listen; `because` is what typst said.
    case untagged(because: String)
  }
}

extension Publication.Remark: CustomStringConvertible {
  package var description: String {
    switch self {
    case .untagged(let reason): "The PDF is not tagged for accessibility: \(reason)"
    }
  }
}
