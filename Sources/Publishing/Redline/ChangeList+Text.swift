import Documents

extension ChangeList {
  /// Of a stretch that did not change, this much is shown beside what did.
  private static let context = 48

  /// For the screen: words that went stand in [-…-], words that came in {+…+}.
  package var text: String {
    guard !isEmpty else { return "The text is the same.\n\(numbers)" }
    var out = "\(summary) [-went-] {+came+}\n"
    var section: String?
    for change in changes {
      if change.section != section {
        section = change.section
        out += "\n\(change.section.isEmpty ? "" : change.section + "\n")"
      }
      let words = change.parts.enumerated().map { at, part in
        switch part.revision {
        case .deleted: "[-\(part.text)-]"
        case .inserted: "{+\(part.text)+}"
        case nil:
          ChangeList.shortened(
            part.text, isFirst: at == 0, isLast: at == change.parts.count - 1)
        }
      }
      out += "  \(ChangeList.head(change))\(words.joined())\n"
    }
    return out + (renumbered.isEmpty ? "" : "\n\(numbers)")
  }

  /// For a mail: words that went are struck out, words that came are bold.
  package var markdown: String {
    guard !isEmpty else {
      return "The text is the same.\n" + (numbers.isEmpty ? "" : "\n\(numbers)")
    }
    var out = "\(summary) ~~went~~ **came**\n"
    var section: String?
    for change in changes {
      if change.section != section {
        section = change.section
        if !change.section.isEmpty {
          out += "\n## \(MarkdownText.escaped(change.section, at: .heading))\n"
        }
      }
      let words = change.parts.map { part in
        switch part.revision {
        case .deleted: ChangeList.marked(part.text, "~~")
        case .inserted: ChangeList.marked(part.text, "**")
        case nil: MarkdownText.escaped(part.text, at: .withinLine)
        }
      }
      out +=
        "\n- \(MarkdownText.escaped(ChangeList.head(change), at: .withinLine))\(words.joined())\n"
    }
    return out + (renumbered.isEmpty ? "" : "\n\(MarkdownText.escaped(numbers, at: .lineStart))")
  }

  private var summary: String {
    func count(_ number: Int, _ verb: String) -> String? {
      number == 0 ? nil : "\(number) \(verb)"
    }
    let came = changes.count { $0.revision == .inserted }
    let went = changes.count { $0.revision == .deleted }
    let parts = [
      count(changes.count - came - went, "changed"), count(came, "came"), count(went, "went"),
    ].compactMap { $0 }
    return "Passages: \(parts.joined(separator: ", "))."
  }

  private var numbers: String {
    guard !renumbered.isEmpty else { return "" }
    let list = renumbered.map { "\($0.number) (was \($0.earlier))" }
    return "Only the number changed: \(list.joined(separator: ", ")).\n"
  }

  private static func head(_ change: Change) -> String {
    var words: [String] = []
    if !change.place.isEmpty { words.append(change.place) }
    if let earlier = change.earlier { words.append("(was \(earlier))") }
    switch change.revision {
    case .inserted: words.append("new:")
    case .deleted: words.append("gone:")
    case nil: break
    }
    return words.isEmpty ? "" : words.joined(separator: " ") + "  "
  }

  /// A long stretch that stands in both is told by its ends.
  private static func shortened(_ text: String, isFirst: Bool, isLast: Bool) -> String {
    let ends = (isFirst ? 0 : context) + (isLast ? 0 : context)
    guard text.count > ends + context else { return text }
    func upTo(_ words: Substring, fromEnd: Bool) -> Substring {
      // Whole words.
      if fromEnd {
        return words.firstIndex(of: " ").map { words[$0...].dropFirst() } ?? words
      }
      return words.lastIndex(of: " ").map { words[..<$0] } ?? words
    }
    let head = isFirst ? "" : "\(upTo(text.prefix(context), fromEnd: false)) "
    let tail = isLast ? "" : " \(upTo(text.suffix(context), fromEnd: true))"
    return "\(head)…\(tail)"
  }

  /// Markdown's marks hold only where no space stands inside them.
  private static func marked(_ text: String, _ mark: String) -> String {
    let start = text.prefix { $0 == " " }
    let rest = text.dropFirst(start.count)
    let end = rest.reversed().prefix { $0 == " " }.count
    let words = MarkdownText.escaped(String(rest.dropLast(end)), at: .withinLine)
    if words.isEmpty { return text }
    return start + mark + words + mark + String(repeating: " ", count: end)
  }
}
