/// Who has a matter open for writing.
package struct Holder: Hashable, Sendable {
  package let who: String
  /// RFC 3339 in UTC, to the second.
  package let since: String
  /// The machine, as it calls itself; empty where it is not known.
  package let host: String
  /// The process; 0 where it is not known.
  package let process: Int
  /// Whether it is a command, which is over in a moment: others wait for it, and it for others.
  package let isBrief: Bool

  package init(
    who: String, since: String, host: String = "", process: Int = 0, isBrief: Bool = false
  ) {
    self.who = who
    self.since = since
    self.host = host
    self.process = process
    self.isBrief = isBrief
  }
}
