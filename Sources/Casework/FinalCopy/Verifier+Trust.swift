import Interview
import Matters

/// Where trust in a matter begins: what the reader has from elsewhere, and how far it reaches.
extension Verifier {
  /// Who has the file can write its journal anew as a whole; this says up to which entry that would be
  /// noticed, and by what.
  package func beginning() -> Proof {
    var anchors = signedAnchors
    var lines: [String] = []
    var holds = true
    if let wanted = trust.head {
      if let head = heads.last(where: { $0.link.hexadecimal.hasPrefix(wanted) }) {
        anchors.append((head.number, "the head that you named is that of entry \(head.number)"))
      } else {
        holds = false
        lines.append(
          "  No: the head that you named is that of no entry. This is another journal, or an older state "
            + "of it.")
      }
    }
    for reading in stamps.all {
      if let anchor = reading.anchor, let head = reading.subject.entry {
        anchors.append((head, "\(anchor), on the head of entry \(head)"))
      }
      // What the matter keeps of a publication is said there.
      if reading.kept == nil || reading.subject.isHead || reading.isUnread || !reading.holds {
        holds = holds && reading.holds
        lines.append("  Time stamp “\(reading.name)”: \(reading.sentence)")
      }
    }
    lines += anchors.map { "  Known from elsewhere: \($0.says)." }
    let last = heads.count
    let reach = anchors.map(\.upTo).max() ?? 0
    if reach == 0 {
      lines.append(
        "  Nowhere outside this file: who has it can write it anew as a whole, with other answers, names "
          + "and times, and it would say the same here. So would an older copy of it.")
      lines.append(
        "  Name the key that signed (--key, its file or its fingerprint), a head that somebody keeps "
          + "(--head), or a time stamp (--timestamp).")
    } else if reach < last {
      lines.append(
        "  So entries 1 to \(reach) are those of that time. What came later "
          + "(\(RescueWords.list(Array(reach + 1...last)))) rests on this file alone.")
    } else {
      lines.append("  So all \(last) entries are those of that time.")
    }
    if let head = heads.last {
      lines.append("  Head of entry \(head.number), to be kept elsewhere: \(head.link.hexadecimal)")
    }
    return Proof(lines: ["Where trust begins"] + lines, holds: holds)
  }
}

extension StampReadings.Subject {
  /// The entry whose head was stamped; nil where none was.
  var entry: Int? {
    switch self {
    case .head(let number): number
    case .file(_, let head): head
    case .unknown: nil
    }
  }

  var isHead: Bool { if case .head = self { true } else { false } }
}
