import Canvas
import Drafting
import Interview
import PlainText

/// How the final copy looks, and its keys.
extension FinalModel {
  // MARK: Looks

  mutating func layOut(_ shared: Shared) {
    let width = max(10, shared.panes.text.width)
    rows = head(width)
    after = tail(width)
    let list = list(width)
    scroll.follow(
      row: list.isEmpty ? 0 : rows.count + cursor, count: rows.count + list.count + after.count,
      height: shared.panes.text.height)
  }

  private func head(_ width: Int) -> [StyledLine] {
    switch stage {
    case .writing: return StyledLine.wrapped("Writing the final copy.", width: width)
    case .done(let report): return report.rows(width)
    case .choosing, .reasoning, .naming:
      let text =
        bars.isEmpty
        ? "Nothing stands in the way. All files are written or none, with a manifest as their proof."
        : "\(counted(bars.count, "thing")) \(bars.count == 1 ? "stands" : "stand") in the way of a final copy. Mend each, or give a reason by name."
      return StyledLine.wrapped(text, width: width, style: bars.isEmpty ? .normal : .warning)
        + [StyledLine()]
    }
  }

  /// What the cursor stands in.
  private func list(_ width: Int) -> [StyledLine] {
    switch stage {
    case .writing, .done: []
    case .choosing, .reasoning, .naming:
      lines.enumerated().map { number, line in
        StyledLine("  " + DisplayText("\(number + 1) \(line)").clipped(to: max(8, width - 2)).text)
      }
    }
  }

  /// The lines to choose from, in order.
  var lines: [String] {
    guard bars.isEmpty else { return sentences }
    return FinalModel.offered.map { "\(formats.contains($0) ? "[x]" : "[ ]") \($0.words)" }
      + [key.isEmpty ? "[ ] signed with a key of your own" : "[x] signed with the key \(key)"]
  }

  private func tail(_ width: Int) -> [StyledLine] {
    switch stage {
    case .choosing where bars.indices.contains(cursor):
      var found = [StyledLine()] + StyledLine.wrapped(sentences[cursor], width: width, sign: "*")
      if let note = noted[cursor] {
        found += StyledLine.wrapped("Noted before: \(note)", width: width, style: .dim)
      }
      return found
    case .reasoning(let bar, _):
      let asked =
        switch bar {
        case .blank: "Why may it stay open? The reason stands in the manifest and in the journal."
        case .critical: "Why is the risk taken? The reason stands in memo, manifest and journal."
        case .duty, .deviation: "Why is it so? The reason stands in the memo and in the journal."
        }
      return [StyledLine()] + StyledLine.wrapped(asked, width: width, style: .emphasis)
    case .naming:
      return [StyledLine()]
        + StyledLine.wrapped(
          "Where does the private key lie? art28 key new makes one. Empty: not signed.",
          width: width, style: .emphasis)
    default: return []
    }
  }

  private var field: LineField? {
    switch stage {
    case .reasoning(_, let line), .naming(let line): line
    default: nil
    }
  }

  func draw(_ shared: Shared, _ keys: KeyTable) -> Frame {
    var frame = Frame(size: shared.size)
    guard let file = shared.file else { return frame }
    let panes = shared.panes
    Chrome.title("Final copy - \(file.title)", file.saved, in: panes.title, &frame)
    let area = panes.text
    frame.caret = area.origin
    let (upper, lower) = area.splitBottom(field == nil ? 0 : after.count + 1)
    let list = list(area.width)
    let shown = (rows + list + (field == nil ? after : [])).dropFirst(scroll.first)
    for (number, strip) in shown.prefix(upper.height).enumerated() {
      frame.put(strip, at: Point(x: area.x, y: upper.y + number), within: upper)
    }
    if !list.isEmpty {
      let y = upper.y + rows.count + cursor - scroll.first
      if y < upper.y + upper.height {
        Chrome.marker(at: Point(x: area.x, y: y), in: upper, &frame)
      }
    }
    if let field {
      for (number, strip) in after.enumerated() {
        frame.put(strip, at: Point(x: lower.x, y: lower.y + number), within: lower)
      }
      Chrome.typed(field, at: Point(x: lower.x, y: lower.y + after.count), in: lower, &frame)
    }
    Chrome.notice(shared.notice, in: panes.notice, &frame)
    Chrome.keys(keys, in: panes.keys, &frame)
    return frame
  }

  // MARK: Keys

  func keys(_ shared: Shared) -> KeyTable {
    let back = KeyBinding(
      [.escape, .shift(.tab), .alt(.left)], .final(.close), "Back", bar: "back", rank: 4)
    let help = KeyBinding([.function(1)], .help, "This list", bar: "keys", rank: 60)
    switch stage {
    case .reasoning, .naming:
      return KeyTable(
        [
          .init([.enter], .final(.carryOn), "Keep it", bar: "keep", rank: 1),
          .init([.escape], .final(.close), "Back", bar: "back", rank: 2),
        ] + CommonKeys.editing { .final(.text($0)) } + CommonKeys.always,
        text: { .final(.text($0)) })
    case .writing: return KeyTable([back, help] + CommonKeys.always)
    case .done(let report) where report.written.isEmpty:
      return KeyTable(
        [.init([.enter], .final(.carryOn), "Choose anew", bar: "choose anew", rank: 1), back, help]
          + CommonKeys.always)
    case .done:
      return KeyTable(
        [
          .init(
            [.enter, .character("v")], .final(.verify), "Verify what was written", bar: "verify",
            rank: 1), back, help,
        ] + CommonKeys.always)
    case .choosing:
      var keys: [KeyBinding] = []
      if bars.isEmpty {
        keys = [
          .init([.enter], .final(.carryOn), "Write the final copy", bar: "write it", rank: 1),
          .init([.space], .final(.toggle), "Choose or leave out this one", bar: "choose", rank: 2),
        ]
        keys += (1...count).prefix(9).compactMap { number in
          String(number).first.map {
            .init([.character($0)], .final(.pick(number - 1)), lines[number - 1])
          }
        }
      } else {
        keys = [
          .init([.enter], .final(.carryOn), "To the question", bar: "to the question", rank: 1),
          .init(
            [.character("r"), .character("l")], .final(.reason),
            "Leave it so, by name and reason", bar: "give a reason", rank: 2),
        ]
      }
      return KeyTable(
        keys + [back, help] + CommonKeys.scrolling { .final(.list($0)) } + CommonKeys.always)
    }
  }
}
