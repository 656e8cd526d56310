extension TypedNumber {
  /// Passages with the numbers that were typed into their words taken out and put where they belong;
  /// `number`s that stand there already are followed. Cells and footnotes are left as they are.
  /// - Parameter indents: how far in each passage stands, in any unit; empty where that is not known.
  package static func recognised(
    in read: [ReadPassage], indents: [Int?] = []
  ) -> [ReadPassage] {
    var passages = read
    var sequence = NumberSequence()
    let splits = read.map { one in
      one.kind == .text || one.kind == .heading
        ? TypedNumber.split(one.number.map { "\($0) X" } ?? one.text) : nil
    }
    // Each with the one behind it.
    let places = splits.indices.filter { splits[$0] != nil }
    var nexts: [Int: TypedNumber] = [:]
    for (place, next) in zip(places, places.dropFirst()) { nexts[place] = splits[next] }
    for index in read.indices {
      let indent = indents.indices.contains(index) ? indents[index] : nil
      if let number = read[index].number {
        guard read[index].kind != .cell else { continue }
        if let level = read[index].level {
          sequence.note(number, level: level)
        } else if let split = splits[index] {
          // It is one, though it may follow nothing.
          passages[index].level =
            sequence.follow(split, indent: indent, next: nexts[index])
            ?? sequence.take(split, indent: indent)
        }
        continue
      }
      guard let split = splits[index] else { continue }
      let level = sequence.follow(split, indent: indent, next: nexts[index])
      if let known = read[index].level, read[index].kind == .heading {
        // A heading may begin with any number.
        guard level != nil || !split.isBare else { continue }
        sequence.note(split.number, level: known)
      } else if let level {
        passages[index].level = level
      } else {
        continue
      }
      passages[index].number = split.number
      passages[index].text = split.rest
    }
    return passages
  }
}
