/// What a person keeps to be offered in other matters, by the last part of a question's name: an
/// address of theirs serves whichever party they are.
package struct Profile: Hashable, Sendable {
  package private(set) var lines: [Line] = []

  package struct Line: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package init(_ lines: [Line] = []) { self.lines = lines }

  func values(for linkId: String) -> [String] {
    let name = Profile.name(linkId)
    return lines.filter { $0.name == name }.map(\.value)
  }

  /// Puts a value in, or takes it out where it is in. Says whether it is in now.
  mutating func toggle(_ value: String, for linkId: String) -> Bool {
    let line = Line(name: Profile.name(linkId), value: value)
    if let at = lines.firstIndex(of: line) {
      lines.remove(at: at)
      return false
    }
    lines.insert(line, at: 0)
    return true
  }

  private static func name(_ linkId: String) -> String {
    linkId.split(separator: ".").last.map(String.init) ?? linkId
  }
}
