/// What a list of matters shows of one. The caller knows the pack and says it; the file only keeps
/// it.
package struct MatterSummary: Hashable, Sendable {
  package var title: String
  package var controller: String
  package var processor: String
  package var answered: Int
  package var open: Int

  package init(
    title: String = "", controller: String = "", processor: String = "", answered: Int = 0,
    open: Int = 0
  ) {
    self.title = title
    self.controller = controller
    self.processor = processor
    self.answered = answered
    self.open = open
  }
}

/// A summary with what the journal itself says.
package struct MatterListing: Hashable, Sendable {
  package let summary: MatterSummary
  /// How many entries the journal has.
  package let entries: Int
  /// When and by whom the last one was made; nil where there is none.
  package let changed: String?
  package let changedBy: String?
  /// Whether it is locked, and all else is therefore empty.
  package let isLocked: Bool
}
