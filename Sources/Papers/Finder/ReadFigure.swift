import PackModel

/// A number with what it counts, as a passage says it: a proposal, never an answer.
package struct ReadFigure: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    /// Business days stay business days, months months: nothing is converted.
    case quantity(Quantity)
    case money(Money)
  }

  package let value: Value
  /// What it was read from, in bytes of UTF-8 from the start of the text.
  package let range: Range<Int>

  package init(_ value: Value, _ range: Range<Int>) {
    self.value = value
    self.range = range
  }

  /// nil for what the pack asks for nowhere.
  package var kind: FigureKind? {
    switch value {
    case .quantity(let quantity): FigureKind(quantity.unit)
    case .money: .money
    }
  }
}
