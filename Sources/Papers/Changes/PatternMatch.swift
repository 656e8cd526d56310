import PackModel

/// Where a pattern stands in a passage.
struct PatternMatch {
  /// Of the tokens, what is changed.
  let changed: Range<Int>
  /// What stood for the names that the pattern asks for, as the paper writes it.
  let found: [String: String]

  /// Every place of a pattern, in order; none overlaps the one before.
  ///
  /// - Parameter names: what the paper calls somebody, in small letters, by the pattern's names.
  static func all(
    _ pattern: WordsPattern, in tokens: PassageTokens, names: [String: [[String]]]
  ) -> [PatternMatch] {
    let matching = Matching(tokens: tokens, names: names)
    var matches: [PatternMatch] = []
    var at = 0
    while at < tokens.tokens.count {
      guard let state = matching.match(pattern.pieces[...], State(at: at), then: { $0 }) else {
        at += 1
        continue
      }
      let changed = (state.opens ?? at)..<(state.closes ?? state.at)
      matches.append(
        PatternMatch(changed: changed, found: state.found.mapValues { tokens.text($0) }))
      at = max(state.at, at + 1)
    }
    return matches
  }

  private struct State {
    var at: Int
    var opens: Int?
    var closes: Int?
    var found: [String: Range<Int>] = [:]
  }

  private struct Matching {
    let tokens: PassageTokens
    let names: [String: [[String]]]

    private func token(_ at: Int) -> PassageTokens.Token? {
      tokens.tokens.indices.contains(at) ? tokens.tokens[at] : nil
    }

    /// The longest of what may be left out is tried first.
    func match(
      _ pieces: ArraySlice<WordsPattern.Piece>, _ state: State, then goOn: (State) -> State?
    ) -> State? {
      guard let piece = pieces.first else { return goOn(state) }
      let rest = pieces.dropFirst()
      var state = state
      switch piece {
      case .word, .beginning, .sign:
        guard token(state.at).map({ isSame($0, piece) }) == true else { return nil }
        state.at += 1
        return match(rest, state, then: goOn)
      case .opens:
        state.opens = state.at
        return match(rest, state, then: goOn)
      case .closes:
        state.closes = state.at
        return match(rest, state, then: goOn)
      case .name(let name): return named(name, rest, state, goOn)
      case .figure(let kind):
        guard let end = figure(kind, at: state.at) else { return nil }
        state.at = end
        return match(rest, state, then: goOn)
      case .any(let most): return some(most, rest, state, goOn)
      case .rest:
        guard let end = tokens.undividedEnd(from: state.at) else { return nil }
        state.at = end
        return match(rest, state, then: goOn)
      case .choice(let ways, let isOptional):
        for way in ways {
          if let found = match(way[...], state, then: { match(rest, $0, then: goOn) }) {
            return found
          }
        }
        return isOptional ? match(rest, state, then: goOn) : nil
      }
    }

    private func isSame(_ token: PassageTokens.Token, _ piece: WordsPattern.Piece) -> Bool {
      switch piece {
      case .word(let word): token.isWord && token.text == word
      case .beginning(let start): token.isWord && token.text.hasPrefix(start)
      case .sign(let sign): !token.isWord && token.text == String(sign)
      default: false
      }
    }

    private func named(
      _ name: String, _ rest: ArraySlice<WordsPattern.Piece>, _ state: State,
      _ goOn: (State) -> State?
    ) -> State? {
      for words in names[name] ?? [] where !words.isEmpty {
        let end = state.at + words.count
        guard end <= tokens.tokens.count else { continue }
        let isThere = words.enumerated().allSatisfy { offset, word in
          let token = tokens.tokens[state.at + offset].text
          return token == word || offset == words.count - 1 && token == word + "'s"
        }
        guard isThere else { continue }
        var next = state
        next.at = end
        next.found[name] = state.at..<end
        if let found = match(rest, next, then: goOn) { return found }
      }
      return nil
    }

    private func some(
      _ most: Int, _ rest: ArraySlice<WordsPattern.Piece>, _ state: State,
      _ goOn: (State) -> State?
    ) -> State? {
      var next = state
      for count in 0...most {
        if count > 0 {
          guard let token = token(next.at), token.isWord || token.text == "/" else { return nil }
          next.at += 1
        }
        if let found = match(rest, next, then: goOn) { return found }
      }
      return nil
    }

    /// The number behind a figure that begins at a token.
    private func figure(_ kind: FigureKind, at: Int) -> Int? {
      guard let start = token(at)?.range.lowerBound else { return nil }
      let text = String(decoding: tokens.bytes[start...].prefix(80), as: UTF8.self)
      guard let figure = FigureReading.figures(in: text, [kind]).first,
        figure.range.lowerBound == 0
      else { return nil }
      let end = start + figure.range.upperBound
      return tokens.tokens.firstIndex { $0.range.lowerBound >= end } ?? tokens.tokens.count
    }
  }
}
