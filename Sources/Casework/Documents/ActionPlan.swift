import Drafting
import Findings
import Interview
import Matters
import PackModel
import PlainText
import Publishing

/// The action plan as a table for spreadsheets and as a calendar. Both are made of the journal and
/// the day of the report alone, never of the clock.
package struct ActionPlan {
  let entries: [FindingEntry]
  let matter: String
  /// RFC 3339 of the journal's first and last entry.
  let first: String
  let last: String
  /// What tells the matter from every other one.
  let id: String

  /// - Parameters:
  ///   - entries: in the order of the plan.
  ///   - first: RFC 3339, of the journal's first entry.
  ///   - last: the same of its last.
  ///   - origin: who opened the matter, and what its file is called.
  package init(
    entries: [FindingEntry], matter: String, first: String, last: String, origin: [String]
  ) {
    self.entries = entries
    self.matter = matter
    self.first = first
    self.last = last
    // Several are opened in one second; a copy has the same journal, and a name of its own.
    let words = ([first, matter] + origin).joined(separator: "\n")
    id = String(Fingerprint(of: Array(words.utf8)).hexadecimal.prefix(20))
  }

  // MARK: CSV

  /// RFC 4180, with the mark by which spreadsheets know UTF-8.
  package var csv: String {
    let head = [
      "id", "severity", "finding", "action", "owner", "due", "status", "reason", "re-review",
    ]
    let rows = entries.map { entry in
      [
        entry.id, entry.words.severity.rawValue, entry.words.finding, entry.words.remedy,
        entry.followUp.owner ?? "", entry.followUp.due?.iso ?? "",
        entry.followUp.status.rawValue, entry.followUp.reason ?? "",
        entry.followUp.reReview?.iso ?? "",
      ]
    }
    return CSV.text([head] + rows)
  }

  // MARK: Calendar

  /// RFC 5545: a to-do for every action, and an all-day event for each day that was set, since
  /// many calendars show no to-dos.
  package var calendar: String {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//art28//action plan//EN"]
    lines.append(property("X-WR-CALNAME", "Action plan: \(matter)"))
    for entry in entries {
      lines += toDo(entry)
      if let due = entry.followUp.due {
        lines += event(entry, "due", due, "Due: \(entry.words.finding)")
      }
      if let day = entry.followUp.reReview {
        lines += event(entry, "re-review", day, "Re-review: \(entry.words.finding)")
      }
    }
    lines.append("END:VCALENDAR")
    return lines.map { ActionPlan.folded($0) + "\r\n" }.joined()
  }

  private func toDo(_ entry: FindingEntry) -> [String] {
    var lines = ["BEGIN:VTODO"] + identity(entry, "action")
    lines.append(property("SUMMARY", entry.words.finding))
    lines.append(property("DESCRIPTION", description(entry)))
    if let due = entry.followUp.due { lines.append("DUE;VALUE=DATE:\(ActionPlan.day(due))") }
    lines.append("PRIORITY:\(1 + 2 * entry.words.severity.rank)")
    let status =
      switch entry.followUp.status {
      case .open: "NEEDS-ACTION"
      case .inProgress: "IN-PROCESS"
      case .done: "COMPLETED"
      case .accepted: "CANCELLED"
      }
    return lines + ["STATUS:\(status)", "END:VTODO"]
  }

  private func event(
    _ entry: FindingEntry, _ kind: String, _ date: CalendarDate, _ summary: String
  ) -> [String] {
    ["BEGIN:VEVENT"] + identity(entry, kind) + [
      "DTSTART;VALUE=DATE:\(ActionPlan.day(date))", property("SUMMARY", summary),
      property("DESCRIPTION", description(entry)), "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
  }

  private func identity(_ entry: FindingEntry, _ kind: String) -> [String] {
    return [
      property("UID", "\(entry.id).\(kind).\(id)@art28"), "DTSTAMP:\(ActionPlan.stamp(last))",
    ]
  }

  private func description(_ entry: FindingEntry) -> String {
    let owner = entry.followUp.owner ?? "not named yet"
    return "\(entry.words.severity.rawValue): \(entry.words.remedy)\nOwner: \(owner)\n"
      + "Finding: \(entry.id)"
  }

  private func property(_ name: String, _ text: String) -> String {
    "\(name):\(ActionPlan.escaped(text))"
  }

  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in Sanitiser.document.clean(text).unicodeScalars {
      switch scalar {
      case "\\", ";", ",": out += "\\\(scalar)"
      case "\n": out += "\\n"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Lines of at most 75 octets; what goes on begins with a space. No letter is cut in two.
  static func folded(_ line: String) -> String {
    var out = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if octets + size > 75 {
        out += "\r\n "
        octets = 1
      }
      out.unicodeScalars.append(scalar)
      octets += size
    }
    return out
  }

  private static func day(_ date: CalendarDate) -> String {
    date.iso.filter { $0 != "-" }
  }

  /// "2026-11-21T10:00:00Z" as "20261121T100000Z".
  private static func stamp(_ when: String) -> String {
    let stamp = when.filter { $0 != "-" && $0 != ":" }
    return stamp.isEmpty ? "19700101T000000Z" : stamp
  }
}
