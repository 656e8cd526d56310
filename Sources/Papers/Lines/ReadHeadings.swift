/// Which of the passages that may be headings are some, by their numbers and by what stands around them.
enum ReadHeadings {
  /// Passages with their numbers taken out, and with the headings among them.
  /// - Parameter found: headings whose level is known are some; without a level they only may be.
  static func settled(_ found: [OfficePassage]) -> [ReadPassage] {
    let numbered = NumberDepths.settled(found)
    var passages = numbered
    for index in found.indices
    where found[index].read.kind == .heading && found[index].read.level == nil {
      let one = numbered[index]
      let isWorded = one.number.flatMap { TypedNumber.split($0 + " X") }?.isWorded ?? false
      if one.number == nil
        || !isWorded && !LaidHeadings.isCapital(one.text) && !heads(index, numbered)
      {
        passages[index].kind = .text
      }
    }
    return nested(titled(passages))
  }

  /// Whether something stands below it. The items of a list are followed by each other.
  private static func heads(_ index: Int, _ read: [ReadPassage]) -> Bool {
    guard index + 1 < read.count else { return false }
    let next = read[index + 1]
    guard next.number != nil, let level = read[index].level, let below = next.level else {
      return next.number == nil && next.kind != .cell
    }
    return below > level
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
