/// Who stands behind a text: "NAME, 2026-11-21" each, or nil where nobody does.
package struct Credits: Hashable, Sendable, Comparable {
  /// Who wrote it.
  package var written: String?
  /// Who held it against the law.
  package var checked: String?
  /// The lawyer who read it.
  package var reviewed: String?

  package init(written: String? = nil, checked: String? = nil, reviewed: String? = nil) {
    self.written = written
    self.checked = checked
    self.reviewed = reviewed
  }

  /// The name and the day of one of them.
  package static func parts(_ credit: String) -> (name: String, day: CalendarDate)? {
    guard let comma = credit.lastIndex(of: ",") else { return nil }
    let rest = credit[credit.index(after: comma)...].drop { $0 == " " }
    guard let day = CalendarDate(iso: rest), !credit[..<comma].isEmpty else { return nil }
    return (String(credit[..<comma]), day)
  }

  package static func < (a: Credits, b: Credits) -> Bool {
    (a.written ?? "", a.checked ?? "", a.reviewed ?? "")
      < (b.written ?? "", b.checked ?? "", b.reviewed ?? "")
  }
}
