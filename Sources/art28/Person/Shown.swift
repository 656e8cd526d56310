/// Words for a person at a prompt.
enum Shown {
  /// A path as a shell takes it.
  static func shellWord(_ text: String) -> String {
    let plain = text.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
    return plain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
