import Documents
import PlainText

/// Neighbouring runs that look alike, as one: where a text came from does not show on paper.
struct Stretch: Hashable {
  var text: String
  var strong: Bool
  var emphasis: Bool
  var kind: Run.Kind
  var revision: Revision?

  /// What is printed of `runs`, in order; nothing that prints nothing, and no empty lines around it.
  static func stretches(of runs: [Run]) -> [Stretch] {
    trimmed(gather(runs, Sanitiser.document.clean))
  }

  /// The same without line breaks.
  static func line(of runs: [Run]) -> [Stretch] {
    trimmed(gather(runs, Sanitiser.documentLine.clean))
  }

  private static func gather(_ runs: [Run], _ clean: (String) -> String) -> [Stretch] {
    var gathered: [Stretch] = []
    gathered.reserveCapacity(runs.count)
    for run in runs {
      let text = clean(run.text)
      if text.isEmpty { continue }
      if run.kind == .text, let last = gathered.last, last.kind == .text,
        last.strong == run.strong, last.emphasis == run.emphasis, last.revision == run.revision
      {
        gathered[gathered.count - 1].text += text
      } else {
        gathered.append(
          Stretch(
            text: text, strong: run.strong, emphasis: run.emphasis, kind: run.kind,
            revision: run.revision))
      }
    }
    return gathered
  }

  private static func trimmed(_ stretches: [Stretch]) -> [Stretch] {
    var trimmed = stretches
    func isSpace(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x0A }
    while let first = trimmed.first, isSpace(first.text.utf8.first) {
      trimmed[0].text = String(first.text.drop { $0 == " " || $0 == "\n" })
      if trimmed[0].text.isEmpty { trimmed.removeFirst() }
    }
    while let last = trimmed.last, isSpace(last.text.utf8.last) {
      let end = last.text.utf8.count - last.text.utf8.reversed().prefix { isSpace($0) }.count
      trimmed[trimmed.count - 1].text = String(decoding: last.text.utf8.prefix(end), as: UTF8.self)
      if end == 0 { trimmed.removeLast() }
    }
    return trimmed
  }

  /// The words alone, without those that went.
  static func words(_ runs: [Run]) -> String {
    stretches(of: runs).reduce(into: "") { $0 += $1.revision == .deleted ? "" : $1.text }
  }

  /// The same on one line.
  static func lineOfWords(_ runs: [Run]) -> String {
    line(of: runs).reduce(into: "") { $0 += $1.revision == .deleted ? "" : $1.text }
  }

  var blank: Blank? {
    if case .blank(let blank) = kind { blank } else { nil }
  }
}
