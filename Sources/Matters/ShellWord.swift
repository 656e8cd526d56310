extension String {
  /// The same as a shell takes it for one word.
  package var shellWord: String {
    let plain = !isEmpty && allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
    return plain ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}
