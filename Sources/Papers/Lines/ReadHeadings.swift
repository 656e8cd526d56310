/// Settles which of the passages that may be headings are some, by what stands around them.
enum ReadHeadings {
  static func settled(_ read: [ReadPassage]) -> [ReadPassage] {
    var passages = read
    for index in read.indices where read[index].kind == .heading {
      let one = read[index]
      guard one.number != nil, !LaidHeadings.isCapital(one.text) else {
        // One that has no number after all, and no capitals.
        if one.level == nil { passages[index].kind = .text }
        continue
      }
      guard case .word = one.number.flatMap({ TypedNumber.split($0 + " X") })?.readings.first?.form
      else {
        if heads(index, read) == false { passages[index].kind = .text }
        continue
      }
    }
    return nested(titled(passages))
  }

  /// `Clause 7` in a line of its own has its title below it.
  private static func titled(_ read: [ReadPassage]) -> [ReadPassage] {
    var passages: [ReadPassage] = []
    for one in read {
      if let last = passages.last, last.kind == .heading, last.text.isEmpty, one.number == nil,
        one.kind == .heading || one.kind == .text && LaidHeadings.isTitleBelow(one.text)
      {
        passages[passages.count - 1].text = one.text
      } else {
        passages.append(one)
      }
    }
    return passages
  }

  /// Whether something stands below it. The items of a list are followed by each other.
  private static func heads(_ index: Int, _ read: [ReadPassage]) -> Bool {
    guard index + 1 < read.count else { return false }
    let (one, next) = (read[index], read[index + 1])
    guard next.number != nil, let level = one.level, let below = next.level else {
      return next.number == nil
    }
    return below > level
  }

  /// `Schedule 1` with `Annex I` directly below it holds all annexes up to the next schedule.
  private static func nested(_ read: [ReadPassage]) -> [ReadPassage] {
    var passages = read
    var outside: String?
    var inside: String?
    for index in read.indices {
      let word = Self.word(read[index])
      if let word, word == outside {
        inside = nil
      } else if let word, index > 0, let before = Self.word(read[index - 1]), before != word,
        before != inside
      {
        (outside, inside) = (before, word)
      } else if let word, inside != nil, word != inside, read[index].level == 1 {
        (outside, inside) = (nil, nil)
      }
      if inside != nil, let level = read[index].level { passages[index].level = level + 1 }
    }
    return passages
  }

  /// `schedule`, of a heading that begins with that word and a number.
  private static func word(_ one: ReadPassage) -> String? {
    guard one.kind == .heading, one.level == 1, let number = one.number,
      case .word(let word) = TypedNumber.split(number + " X")?.readings.first?.form
    else { return nil }
    return word
  }
}
