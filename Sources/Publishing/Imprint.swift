import PackModel

/// What a file says about itself besides its document. It never reads the clock.
package struct Imprint: Hashable, Sendable {
  /// The day that the file's own properties name, and that its margin comments bear.
  package var date: CalendarDate
  /// Stands in every page's header before the title: "Confidential".
  package var confidentiality: String?
  /// Stands at the foot of every page: the short hash of a final copy.
  package var footnote: String?
  /// Who made the changes that a redline tracks, and when; the journal says so, never the clock.
  package var revised = Revised(by: "art28", when: "1980-01-01T00:00:00Z")

  package struct Revised: Hashable, Sendable {
    package var by: String
    /// RFC 3339 in UTC.
    package var when: String

    package init(by: String, when: String) {
      self.by = by
      self.when = when
    }
  }

  package init(date: CalendarDate, confidentiality: String? = nil, footnote: String? = nil) {
    self.date = date
    self.confidentiality = confidentiality
    self.footnote = footnote
  }

  /// The beginning of that day, as files write it.
  var moment: String { "\(date.iso)T00:00:00Z" }

  /// The same in seconds since 1970, and never before ZIP's first day, 1980.
  var epoch: Int {
    // 1 January 1970 is day 719468 after 1 March of the year 0.
    max((date.ordinal - 719_468) * 86_400, 315_532_800)
  }
}
