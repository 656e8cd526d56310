import Documents
import PlainText

/// How the items of a list end that continues a sentence: semicolons, the joint of the list before
/// its last item, and a full stop at the last. Rows come and go with the answers, so an author
/// cannot know which item is the last: "; and" or "; or" is written at any item, and stands where
/// it belongs.
enum ListEndings {
  private static let joints = ["; and", "; or"]

  static func set(_ list: List) -> List {
    var list = list
    let joint = list.items.lazy.compactMap { written(at: $0) }.first
    for at in list.items.indices {
      guard case .paragraph(var paragraph)? = list.items[at].blocks.last,
        let last = paragraph.runs.last
      else { continue }
      let following = list.items.count - 1 - at
      let sign = following == 0 ? "." : following == 1 ? joint ?? ";" : ";"
      var runs = paragraph.runs
      if case .text = last.kind {
        let before = runs.count > 1 ? runs[runs.count - 2].text.last : nil
        runs[runs.count - 1].text = ended(
          last.text, after: before, by: sign, isLast: following == 0)
      } else {
        // A blank or a reference keeps its own words.
        runs.append(Run(sign, provenance: last.provenance))
      }
      paragraph.runs = runs.filter { !$0.text.isEmpty }
      list.items[at].blocks[list.items[at].blocks.count - 1] = .paragraph(paragraph)
    }
    return list
  }

  private static func written(at item: List.Item) -> String? {
    guard case .paragraph(let paragraph)? = item.blocks.last, let last = paragraph.runs.last,
      case .text = last.kind
    else { return nil }
    return joints.first { last.text.withoutSpacesAtEnd.hasSuffix($0) }
  }

  /// The text with this sign behind it, in the place of the one that leads to a next item; as it
  /// is where it ends well.
  private static func ended(
    _ text: String, after before: Character?, by sign: String, isLast: Bool
  ) -> String {
    var kept = text.withoutSpacesAtEnd
    let tails = joints + [";"] + (isLast ? [", and", ", or", ","] : [])
    if let tail = tails.first(where: { kept.hasSuffix($0) }) { kept = kept.dropLast(tail.count) }
    guard let end = kept.last ?? before, !".:,!?".contains(end) else { return String(kept) }
    return kept + sign
  }
}
