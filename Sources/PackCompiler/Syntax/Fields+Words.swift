import PackModel

/// Words that many entries have.
extension Fields {
  /// LAW, GUIDANCE or MARKET; nil where the key is missing or is none of them.
  func normKind(_ key: String) -> NormKind? {
    guard let words = words(key), let node = self[key] else { return nil }
    if let kind = NormKind(rawValue: words) { return kind }
    refuse(
      .unknownWord, node.place, "“\(words)” is no kind of norm.",
      "Write LAW, GUIDANCE or MARKET.")
    return nil
  }

  /// `severity`; `note` where it cannot be read.
  func severity() -> Severity {
    let words = required("severity", what: "entry")
    if let severity = Severity(rawValue: words) { return severity }
    if !words.isEmpty {
      refuse(
        .unknownWord, self["severity"]?.place ?? place, "“\(words)” is no severity.",
        "Write critical, major, minor or note.")
    }
    return .note
  }

  /// A day; the first there is where it cannot be read.
  func date(_ key: String) -> CalendarDate {
    let words = required(key, what: "entry")
    if let date = CalendarDate(iso: words) { return date }
    if !words.isEmpty {
      refuse(
        .brokenValue, self[key]?.place ?? place, "“\(words)” is no date.",
        "Write it as 2026-03-01.")
    }
    return CalendarDate.first
  }
}
