import Documents

/// Where blocks stand in the two texts of a redline: what came does not move what went, nor the other
/// way round. In a document without revisions both are one.
struct TrackedMargin {
  private var old = Margin.page
  private var new = Margin.page

  mutating func take(_ block: Block) -> Margin {
    switch block.revision {
    case .deleted: return old.take(block)
    case .inserted: return new.take(block)
    case nil:
      _ = old.take(block)
      return new.take(block)
    }
  }
}
