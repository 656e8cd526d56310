import PackModel

/// Finds what the rules of a pack change in the words of a paper. It changes nothing itself.
package struct WordChanging: Sendable {
  /// What the paper calls somebody, word by word in small letters.
  private let names: [String: [[String]]]

  /// - Parameter names: by the names that patterns ask for.
  package init(names: [String: [String]]) {
    self.names = names.mapValues { list in
      list.map { name in PassageTokens(name).tokens.map(\.text) }
        .sorted { $0.count > $1.count }
    }
  }

  /// What a rule changes in a passage.
  ///
  /// - Parameters:
  ///   - quoted: what was quoted of it, in bytes of UTF-8.
  ///   - puts: what is put in, in the paper's own terms.
  /// - Returns: nothing where the rule does not hold.
  package func edits(
    _ rule: ChangeRule, in text: String, quoted: Range<Int>, puts: String
  ) -> [WordEdit] {
    let tokens = PassageTokens(text)
    var edits: [WordEdit] = []
    for match in PatternMatch.all(rule.finds, in: tokens, names: names) {
      let first = min(match.changed.lowerBound, tokens.tokens.count - 1)
      let sentence = tokens.sentence(around: first)
      let reach =
        rule.reachesSentence ? tokens.bytes(of: sentence) : tokens.bytes(of: match.changed)
      guard reach.overlaps(quoted), !isBarred(rule, tokens, sentence) else { continue }
      var new = puts
      for (name, words) in match.found { new = new.replacing("{\(name)}", with: bare(words)) }
      guard let edit = edit(rule.act, match.changed, new, tokens, sentence) else { continue }
      if edits.contains(where: { $0 == edit || $0.touches(edit.range) }) { continue }
      edits.append(edit)
    }
    return edits
  }

  private func bare(_ words: String) -> String {
    ["'s", "’s"].contains { words.hasSuffix($0) } ? String(words.dropLast(2)) : words
  }

  private func isBarred(
    _ rule: ChangeRule, _ tokens: PassageTokens, _ sentence: Range<Int>
  ) -> Bool {
    let own = PassageTokens(tokens.text(sentence))
    return rule.unless.contains { !PatternMatch.all($0, in: own, names: names).isEmpty }
  }

  private func edit(
    _ act: ChangeRule.Act, _ changed: Range<Int>, _ new: String, _ tokens: PassageTokens,
    _ sentence: Range<Int>
  ) -> WordEdit? {
    switch act {
    case .strikeSentence:
      // What stands before the words may be another duty, and a paragraph that is all of it has a number.
      let isAll = sentence.count == tokens.tokens.count
      return changed.lowerBound == sentence.lowerBound && !isAll ? going(sentence, tokens) : nil
    case .strike:
      let changed = tokens.withBrackets(changed)
      let starts = changed.lowerBound == sentence.lowerBound
      // The next word begins the sentence then.
      if starts, changed.upperBound < sentence.upperBound {
        let wide = changed.lowerBound..<(changed.upperBound + 1)
        let next = tokens.text(changed.upperBound..<wide.upperBound)
        guard next.first?.isLetter == true else { return nil }
        return WordEdit(
          range: tokens.bytes(of: wide), old: tokens.text(wide), new: capitalised(next))
      }
      return going(changed, tokens)
    case .replace:
      guard !changed.isEmpty else { return nil }
      let starts = changed.lowerBound == sentence.lowerBound
      return WordEdit(
        range: tokens.bytes(of: changed), old: tokens.text(changed),
        new: starts ? capitalised(new) : new)
    case .behind: return coming(new, behind: changed.upperBound, tokens)
    case .end: return coming(new, behind: tokens.clauseEnd(from: changed.lowerBound), tokens)
    }
  }

  private func going(_ range: Range<Int>, _ tokens: PassageTokens) -> WordEdit? {
    range.isEmpty
      ? nil : WordEdit(range: tokens.bytes(of: range), old: tokens.text(range), new: "")
  }

  /// Behind the token before `end`; a few words before it say where.
  private func coming(_ new: String, behind end: Int, _ tokens: PassageTokens) -> WordEdit? {
    guard end > 0, !new.isEmpty else { return nil }
    let anchor = max(0, end - 4)..<end
    let place = tokens.bytes(of: anchor).upperBound
    return WordEdit(range: place..<place, old: tokens.text(anchor), new: new)
  }

  private func capitalised(_ text: String) -> String {
    text.first.map { String($0).uppercased() + text.dropFirst() } ?? text
  }
}
