import PackModel

extension WordChanges: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try WordChanges(
      language: c(it().language), names: names(it().names, by: &c), rules: c(it().rules),
      figures: c.list(it().figures) { it, c in
        try Figure(
          row: c(it().row), limit: c.index(it().limit, of: .questions), isMost: c(it().isMost),
          beside: c(it().beside))
      })
  }

  /// In the order of the names, so that equal packs give equal bytes.
  private static func names(
    _ it: @autoclosure () -> [String: [String]], by c: inout some Codec
  ) throws -> [String: [String]] {
    let pairs = try c.list(it().sorted { $0.key < $1.key }) { it, c in
      try (c(it().key), c(it().value))
    }
    return Dictionary(pairs) { first, _ in first }
  }
}

extension ChangeRule: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    var rule = try ChangeRule(id: c(it().id), finds: c(it().finds))
    rule.rows = try c(it().rows)
    rule.flaws = try c(it().flaws)
    rule.act = try c(it().act)
    rule.puts = try c(it().puts)
    rule.unless = try c(it().unless)
    rule.reachesSentence = try c(it().reachesSentence)
    rule.closes = try c(it().closes)
    rule.examples = try c.list(it().examples) { it, c in
      try Example(text: c(it().text), quoted: c(it().quoted), becomes: c(it().becomes))
    }
    return rule
  }
}

extension ChangeRule.Row: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try Self(table: c.index(it().table, of: .questions), row: c(it().row))
  }
}

extension ChangeRule.Act: PackedCase { static let cases = allCases }

extension WordsPattern: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    guard let pattern = try WordsPattern(c(it().source)) else { throw Damage() }
    return pattern
  }
}
