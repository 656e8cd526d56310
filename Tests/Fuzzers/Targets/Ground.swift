import Documents
import Drafting
import Findings
import Interview
import PackCompiler
import PackModel
import Publishing
import TestSupport

/// What the targets stand on, made once.
enum Ground {
  static let pack = TestPacks.mini
  static let empty = evaluate(pack, AnswerSheet())
  static let today = CalendarDate(iso: "2026-03-01") ?? .first
  static let answers = Folder.file("Questionnaires/ai-dpa/examples/saas-processor/answers.yaml")

  /// Everything that is made of answers.
  static func use(_ evaluation: Evaluation) {
    let findings = examine(evaluation, asOf: today)
    for document in evaluation.pack.documents {
      guard let drafted = draft(document.id, evaluation, findings) else { continue }
      _ = Markdown.write(drafted)
      _ = PlainDocument.write(drafted)
      _ = HTML.write(drafted)
      _ = DocumentJSON.write(drafted)
    }
    _ = evaluation.allAnswers()
    _ = evaluation.shortfalls()
  }

  /// The pack with one file instead of another.
  static func use(file path: String, _ bytes: [UInt8]) {
    var files = TestPacks.miniSources.files
    files[path] = bytes
    switch compile(SourceFiles(files), lints: true) {
    case .failure(let failure): for found in failure.diagnostics { _ = found.rendered }
    case .success(let pack): use(evaluate(pack, AnswerSheet()))
    }
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
