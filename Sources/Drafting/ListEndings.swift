import Documents

/// How the items of a list end that continues a sentence: semicolons, and a full stop at the last.
/// Rows come and go with the answers, so an author cannot know which item is the last.
enum ListEndings {
  static func set(_ list: List) -> List {
    var list = list
    for at in list.items.indices {
      guard case .paragraph(var paragraph)? = list.items[at].blocks.last,
        let last = paragraph.runs.last
      else { continue }
      let isLast = at == list.items.count - 1
      guard let ending = ending(of: last.text, isLast: isLast) else { continue }
      var runs = paragraph.runs
      if case .text = last.kind {
        runs[runs.count - 1].text = ending.kept + ending.sign
      } else if !ending.sign.isEmpty {
        // A blank or a reference keeps its own words.
        runs.append(Run(ending.sign, provenance: last.provenance))
      }
      paragraph.runs = runs
      list.items[at].blocks[list.items[at].blocks.count - 1] = .paragraph(paragraph)
    }
    return list
  }

  /// What is kept of an item's text and the sign behind it; nil where it ends well as it is.
  private static func ending(of text: String, isLast: Bool) -> (kept: String, sign: String)? {
    var kept = Substring(text)
    while kept.last == " " { kept.removeLast() }
    if isLast {
      for tail in ["; and", "; or", ", and", ", or", ";", ","] where kept.hasSuffix(tail) {
        return (String(kept.dropLast(tail.count)), ".")
      }
    }
    guard let sign = kept.last, !".;:,!?".contains(sign), !kept.hasSuffix("; and"),
      !kept.hasSuffix("; or")
    else { return nil }
    return (String(kept), isLast ? "." : ";")
  }
}
