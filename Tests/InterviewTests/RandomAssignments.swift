import Interview
import PackModel
import TestSupport

/// The lines of an answers file that somebody filled in at random: most are good, some are not.
struct RandomAssignments {
  private let pack: Pack
  private var random: SeededRandom
  private let places = ["a", "b", "c", "d", "0", "1", "7", "+"]

  init(_ pack: Pack, seed: UInt64) {
    self.pack = pack
    random = SeededRandom(seed: seed)
  }

  mutating func take(_ count: Int) -> [Assignment] {
    // A few questions come up again and again, so that answers meet.
    let often = (0..<12).compactMap { _ in pack.questions.indices.randomElement(using: &random) }
    let tables = pack.questions.indices.filter { pack.questions[$0].kind == .table }
    return (0..<count).compactMap { _ in
      let question: Int?
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<4: question = pack.questions.indices.randomElement(using: &random)
      case 4..<7: question = often.randomElement(using: &random)
      default:
        let table = tables.randomElement(using: &random)
        question = table.flatMap { pack.questions[$0].children.randomElement(using: &random) }
      }
      return question.map { assignment($0) }
    }
  }

  private mutating func assignment(_ question: Int) -> Assignment {
    let model = pack.questions[question]
    var path = model.linkId
    if let table = pack.table(of: question) {
      path = "\(pack.questions[table].linkId)[\(place(table))].\(model.name)"
    } else if model.kind == .table, Bool.random(using: &random) {
      let path = "\(model.linkId)[\(place(question))]"
      return Assignment(
        path: path, said: Int.random(in: 0..<4, using: &random) == 0 ? .removeRow : .open)
    }
    if Int.random(in: 0..<40, using: &random) == 0 {
      path += ["x", "[a]", "[a].name", ".name"].randomElement(using: &random) ?? ""
    }
    return Assignment(
      path: path, said: said(model), note: Int.random(in: 0..<8, using: &random) == 0 ? "so" : nil)
  }

  private mutating func place(_ table: Int) -> String {
    if case .pack(let rows) = pack.questions[table].rows, Int.random(in: 0..<10, using: &random) > 0
    {
      return rows.randomElement(using: &random)?.code ?? "a"
    }
    return places.randomElement(using: &random) ?? "a"
  }

  private mutating func said(_ model: Question) -> Assignment.Said {
    switch Int.random(in: 0..<24, using: &random) {
    case 0: return .unknown(note: Bool.random(using: &random) ? "ask" : nil)
    case 1: return .parked(note: "counsel")
    case 2: return .notApplicable(reason: "no reason to")
    case 3: return .none
    case 4: return .open
    case 5:
      return .words(["", "nonsense", "1.000", "yes", "  "].randomElement(using: &random) ?? "")
    case 6: return .list([words(model), words(model)])
    default:
      return model.kind == .table ? .none : .words(words(model))
    }
  }

  private mutating func words(_ model: Question) -> String {
    let number = Int.random(in: 0...60, using: &random)
    switch model.kind {
    case .group, .display, .table: return "what"
    case .boolean: return Bool.random(using: &random) ? "yes" : "no"
    case .choice where !model.rowsOf.isEmpty:
      let owners = model.rowsOf.map { pack.questions[$0].linkId }
      return (owners + ["a", "b", "c", "r1", "r2", "Company a", "company B", "Nobody"])
        .randomElement(using: &random) ?? ""
    case .choice: return model.options.randomElement(using: &random)?.code ?? "own words"
    case .checks:
      let codes = model.options.map(\.code).filter { _ in Bool.random(using: &random) }
      return codes.isEmpty ? "none" : codes.prefix(4).joined(separator: ", ")
    case .string, .text:
      return ["Company a", "Company b", "none", "Acme, Inc.", "Words"].randomElement(using: &random)
        ?? ""
    case .date: return "2026-0\(number % 9 + 1)-1\(number % 10)"
    case .quantity:
      return "\(number) \(model.units.randomElement(using: &random)?.rawValue ?? "day")"
    case .money: return "\(number)00 EUR"
    }
  }
}
