import ArgumentParser
import Documents
import Drafting
import Findings
import Interview
import PackCompiler
import PackModel

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compile a pack and prove its checks by their own examples.")

  @Argument(help: "The pack's folder.") var pack = "Questionnaires/ai-dpa"
  @Flag var text = false

  func run() throws {
    let sources = try PackFolder.read(pack)
    switch compile(sources) {
    case .success(let pack):
      guard let date = CalendarDate(year: 2026, month: 11, day: 21) else { return }
      let faults = prove(pack, asOf: date)
      for fault in faults { print("\(fault.check): \(fault.message)") }
      print(
        "\(pack.id) \(pack.version): \(pack.questions.count) questions, \(pack.clauses.count) clauses, \(pack.checks.count) checks; \(faults.count) examples do not come out."
      )
      if text {
        var a = Assigning(evaluate(pack, AnswerSheet()), renames: false)
        a.take(pack.examples.first { $0.id == pack.clean }?.assignments ?? [])
        let f = examine(a.evaluation, asOf: date)
        for id in ["agreement", "gap-report"] {
          guard let d = draft(id, a.evaluation, f) else { continue }
          for b in d.cover + d.blocks { dump(b, "") }
        }
      }
    case .failure(let failure):
      for diagnostic in failure.diagnostics { print(diagnostic.rendered) }
      print("\(failure.diagnostics.count) faults.")
      throw ExitCode(1)
    }
  }

  func dump(_ block: Block, _ indent: String) {
    func w(_ r: [Run]) -> String { r.map(\.text).joined() }
    switch block {
    case .heading(let h): print("\n\(h.number ?? "") \(w(h.runs))\n")
    case .paragraph(let p): print("\(indent)\(p.number ?? "") \(w(p.runs))")
    case .list(let l):
      for i in l.items {
        print("\(indent)  \(i.marker)", terminator: "")
        for b in i.blocks { dump(b, indent + "  ") }
      }
    case .table(let t):
      print(indent + "| " + t.header.map(w).joined(separator: " | "))
      for r in t.rows { print(indent + "| " + r.map(w).joined(separator: " | ")) }
    case .signatures(let s): for x in s { print("SIGN \(w(x.party)): \(x.lines.map { $0.label + " " + w($0.runs) })") }
    case .contents(let e): for x in e { print("   \(x.number ?? "") \(w(x.runs))") }
    case .landscape(let b): for x in b { dump(x, indent) }
    }
  }
}
