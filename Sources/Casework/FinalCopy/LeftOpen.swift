import Documents
import Interview

/// What `--leave LINKID=reason` says may stay open in a final copy.
enum LeftOpen {
  /// - Throws: an `Outcome` for what is no open point of the documents, or has no reason.
  static func read(
    _ words: [String], _ evaluation: Evaluation, _ documents: [Document]
  ) throws -> [(key: AnswerKey, reason: String)] {
    var open: [String: AnswerKey] = [:]
    for source in documents.flatMap(\.blanks).flatMap(\.waitsFor) {
      let key = AnswerKey(source.linkId, row: source.row)
      open[evaluation.path(of: key)] = key
    }
    return try words.map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      let reason = parts.count == 2 ? parts[1].filter { !$0.isNewline } : ""
      guard parts.count == 2, reason.contains(where: { !$0.isWhitespace }) else {
        throw Outcome.usage("“\(pair)”: write --leave LINKID=\"why it stays open\".")
      }
      guard let key = open[parts[0]] else {
        throw Outcome.usage(
          "“\(parts[0])” is no open point of the draft.",
          open.isEmpty
            ? "Nothing is open."
            : "Open points: \(open.keys.sorted().joined(separator: ", ")).")
      }
      return (key, reason)
    }
  }
}
