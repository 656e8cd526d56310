import Expressions
import PackModel

/// What every part of a pack is resolved with: the symbols, and the ways to read a reference, a
/// condition and a text.
struct Resolver {
  let symbols: SymbolTable
  let report: Report
  /// By question: while it is no, the question is not asked. They are read first, as texts ask for
  /// them and none of them holds a text.
  private(set) var conditions: [Expression?] = []

  init(_ symbols: SymbolTable, _ report: Report) {
    self.symbols = symbols
    self.report = report
    conditions = symbols.questions.enumerated().map { number, question in
      expression(question.fields, "enableWhen", Scope(symbols, of: number))
    }
  }

  /// Outside every table and group.
  var scope: Scope { Scope(symbols) }

  // MARK: Ids

  /// The ids of a list, each reported that nothing of the kind has.
  func ids(
    _ kind: SymbolKind, _ fields: Fields, _ key: String, hint: SymbolKind.Hint? = nil
  ) -> [String] {
    fields.list(key).map { id, place in
      look(kind, id, place, hint: hint)
      return id
    }
  }

  func authorities(_ fields: Fields, _ key: String = "authority") -> [String] {
    ids(.authority, fields, key)
  }

  /// Reports an id that nothing of the kind has.
  func look(_ kind: SymbolKind, _ id: String, _ place: SourcePosition, hint: SymbolKind.Hint? = nil)
  {
    if !symbols.has(kind, id) { report.add(symbols.unknown(kind, id, hint: hint), place) }
  }

  func norm(_ id: String, _ place: SourcePosition) -> Norm? {
    if let norm = symbols.norm(id) { return norm }
    report.add(symbols.unknown(.norm, id), place)
    return nil
  }

  func question(_ id: String, _ place: SourcePosition) -> Int? {
    if let number = symbols.question(id) { return number }
    report.add(symbols.unknown(.member, id), place)
    return nil
  }

  /// The question that a key names, where it stands there.
  func question(_ fields: Fields, _ key: String) -> Int? {
    guard let id = fields.words(key), let place = fields[key]?.place else { return nil }
    return question(id, place)
  }

  // MARK: Expressions

  /// A condition or value with its kind; nil, with a diagnostic, where it cannot be read.
  func typed(_ words: String, _ place: SourcePosition, _ scope: Scope) -> Typed? {
    do throws(GrammarFault) {
      var parser = try ExpressionParser(words, scope)
      return try parser.whole()
    } catch {
      report.add(Fault(error), place)
      return nil
    }
  }

  func expression(_ words: String, _ place: SourcePosition, _ scope: Scope) -> Expression? {
    typed(words, place, scope)?.expression
  }

  func expression(_ source: TextSource, _ scope: Scope) -> Expression? {
    expression(source.text, source.place(0), scope)
  }

  /// The expression of a key, where it stands there.
  func expression(_ fields: Fields, _ key: String, _ scope: Scope) -> Expression? {
    guard let node = fields[key], let words = node.words else { return nil }
    return expression(words, node.textPlace, scope)
  }

  // MARK: Text

  /// A text that any document may print: it may refer to clauses and sections of all of them.
  func inlines(_ source: TextSource, _ scope: Scope) -> [Inline] {
    var text = TextResolver(self)
    let found = text.inlines(source, scope)
    for reference in text.references {
      for id in reference.ids where !symbols.isClauseOrSection(id) {
        report.add(symbols.unknown(.clause, id), reference.place)
      }
    }
    return found
  }

  func inlines(_ words: String, _ place: SourcePosition, _ scope: Scope) -> [Inline] {
    inlines(TextSource(words, place), scope)
  }

  /// The text of a key, where it stands there.
  func inlines(_ fields: Fields, _ key: String, _ scope: Scope) -> [Inline]? {
    guard let node = fields[key], let words = node.words else { return nil }
    return inlines(words, node.textPlace, scope)
  }
}
