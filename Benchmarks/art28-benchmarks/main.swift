import Documents
import Drafting
import Findings
import Glibc
import Interview
import PackCompiler
import PackModel
import Publishing

// Prints medians in milliseconds with the least and the greatest; nothing is asserted.

func milliseconds(_ duration: Duration) -> Double {
  let parts = duration.components
  return Double(parts.seconds) * 1000 + Double(parts.attoseconds) / 1e15
}

func shown(_ number: Double) -> String {
  let thousandths = Int((number * 1000).rounded())
  let rest = String(thousandths % 1000)
  return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
}

@discardableResult
func measure(_ name: String, runs: Int = 21, _ body: () -> Void) -> Double {
  body()
  let clock = ContinuousClock()
  let times = (0..<runs).map { _ in milliseconds(clock.measure(body)) }.sorted()
  let padded = name + String(repeating: " ", count: max(1, 44 - name.count))
  print("\(padded)\(shown(times[runs / 2])) ms  (\(shown(times[0])) to \(shown(times[runs - 1])))")
  return times[runs / 2]
}

func compiled(_ sources: SourceFiles) -> Pack {
  switch compile(sources) {
  case .success(let pack): return pack
  case .failure(let failure):
    for diagnostic in failure.diagnostics { print(diagnostic.rendered) }
    exit(1)
  }
}

func answered(_ pack: Pack, rows: Int) -> AnswerSheet {
  var sheet = AnswerSheet()
  var changes: [Change] = []
  for (number, question) in pack.questions.enumerated() where pack.table(of: number) == nil {
    switch question.kind {
    case .boolean:
      changes += sheet.setting(AnswerKey(question.linkId), to: .value(.boolean(number % 2 == 0)))
    case .quantity:
      changes += sheet.setting(
        AnswerKey(question.linkId), to: .value(.quantity(Quantity(number % 9, .day))))
    default: continue
    }
  }
  for row in 1...rows {
    let id = "r\(row)"
    changes.append(.addRow(table: "rows", row: id, at: row - 1))
    func set(_ column: String, _ value: Value) {
      changes.append(.set(AnswerKey("rows.\(column)", row: id), from: nil, to: .value(value)))
    }
    set("label", .text("Row \(row)"))
    set("hours", .quantity(Quantity(row % 7, .hour)))
    set("live", .boolean(row % 2 == 0))
    if row > 1 { set("above", .row("r\(max(1, row - row % 5 - 1))")) }
  }
  sheet.apply(Entry(number: 1, when: "", by: "", why: nil, changes: changes))
  return sheet
}

func evaluation(questions: Int) {
  let pack = compiled(SyntheticSources.make(questions: questions))
  let sheet = answered(pack, rows: 200)
  var flip = false
  measure("evaluate \(questions) questions, 200 rows") {
    flip.toggle()
    var next = sheet
    next.apply(
      Entry(
        number: 2, when: "", by: "", why: nil,
        changes: [
          .set(AnswerKey("q2"), from: sheet[AnswerKey("q2")], to: .value(.boolean(flip)))
        ]))
    _ = evaluate(pack, next)
  }
}

func decoding(_ name: String, _ pack: Pack) {
  guard let bytes = try? PackCache.encode(pack, by: "") else { return }
  measure("decode \(name)") { _ = try? PackCache.decode(bytes, by: "", hash: nil) }
}

func documents(_ folder: String) async {
  guard let sources = readFolder(folder) else {
    print("No pack at \(folder).")
    return
  }
  measure("compile the pack (cold)", runs: 5) { _ = compiled(sources) }
  let pack = compiled(sources)
  decoding("the real pack", pack)
  guard let example = pack.examples.first(where: { $0.id == pack.clean }),
    let day = CalendarDate(year: 2026, month: 11, day: 21)
  else { return }
  var assigning = Assigning(evaluate(pack, AnswerSheet()), renames: false)
  assigning.take(example.assignments)
  let sheet = assigning.evaluation.sheet
  measure("evaluate the real pack") { _ = evaluate(pack, sheet) }
  let evaluation = evaluate(pack, sheet)
  measure("examine (all checks)") { _ = examine(evaluation, asOf: day) }
  let findings = examine(evaluation, asOf: day)
  measure("draft the agreement") { _ = draft(.contract, evaluation, findings) }
  guard let document = draft(.contract, evaluation, findings) else { return }
  measure("Markdown") { _ = Markdown.write(document) }
  measure("plain text") { _ = PlainDocument.write(document) }
  measure("HTML") { _ = HTML.write(document) }
  guard CommandLine.arguments.count > 3 else { return }
  await tools(document, in: CommandLine.arguments[2], python: CommandLine.arguments[3])
}

/// DOCX and PDF in this process, each in turn with a tool on the same words: pandoc on the same HTML,
/// where it is installed, and typst on the words written by hand (`Benchmarks/peer.py`).
func tools(_ document: Document, in folder: String, python: String) async {
  guard let day = CalendarDate(year: 2026, month: 11, day: 21) else { return }
  let imprint = Imprint(date: day, confidentiality: "Confidential")
  write(HTML.write(document), to: "\(folder)/document.html")
  write(DocumentJSON.write(document), to: "\(folder)/document.json")
  run("python3 Benchmarks/peer.py \(folder)/document.json >\(folder)/peer.typ")

  let publisher = Publisher(tools: ToolPaths(typst: nil, pythons: [python]), imprint: imprint)
  let before = peakMemory()
  let size = (try? await publisher.publish(document, as: .docx))?.bytes.count ?? 0
  print("DOCX: \(size / 1000) kB; the peak of memory grew by \(peakMemory() - before) kB")
  await compare(
    "Document to DOCX", "pandoc on the same HTML",
    "pandoc -f html -t docx -o \(folder)/p.docx \(folder)/document.html 2>/dev/null"
  ) { (try? await publisher.publish(document, as: .docx)) != nil }
  let compile =
    "import typst; typst.compile('\(folder)/peer.typ', output='\(folder)/p.pdf', "
    + "pdf_standards='ua-1', ignore_system_fonts=True)"
  await compare(
    "Document to PDF", "typst alone, the same words by hand", "\(python) -I -c \"\(compile)\""
  ) { (try? await publisher.publish(document, as: .pdf)) != nil }
}

/// The most that this process has had in memory, in kilobytes.
func peakMemory() -> Int {
  var usage = rusage()
  getrusage(CInt(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss
}

func compare(
  _ name: String, _ peer: String, _ command: String, _ body: () async -> Bool
) async {
  let clock = ContinuousClock()
  var (ours, theirs): ([Double], [Double]) = ([], [])
  var peerIsHere = true
  for _ in 0..<11 {
    let start = clock.now
    guard await body() else { return print("\(name): not tried, its tool is missing") }
    ours.append(milliseconds(clock.now - start))
    let middle = clock.now
    if peerIsHere { peerIsHere = run(command) }
    theirs.append(milliseconds(clock.now - middle))
  }
  ours.sort()
  theirs.sort()
  func line(_ name: String, _ times: [Double]) -> String {
    let padded = name + String(repeating: " ", count: max(1, 44 - name.count))
    return "\(padded)\(shown(times[5])) ms  (\(shown(times[0])) to \(shown(times[10])))"
  }
  guard peerIsHere else { return print("\(line(name, ours))\n\(peer): not tried") }
  print(line(name, ours) + "  \(shown(ours[5] / theirs[5])) of the other")
  print(line(peer, theirs))
}

@discardableResult
func run(_ command: String) -> Bool {
  var process: pid_t = 0
  let words = ["/bin/sh", "-c", command]
  var arguments = words.map { strdup($0) } + [nil]
  defer { arguments.forEach { free($0) } }
  guard posix_spawn(&process, words[0], nil, nil, &arguments, environ) == 0 else { return false }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0, errno == EINTR {}
  return status == 0
}

func write(_ text: String, to path: String) {
  guard let file = fopen(path, "w") else { return }
  defer { fclose(file) }
  fputs(text, file)
}

func readFolder(_ folder: String) -> SourceFiles? {
  var files: [String: [UInt8]] = [:]
  func walk(_ path: String) {
    guard let directory = opendir("\(folder)/\(path)") else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let inner = path.isEmpty ? name : "\(path)/\(name)"
      if name.hasSuffix(".yaml") || name.hasSuffix(".md") {
        guard let file = fopen("\(folder)/\(inner)", "r") else { continue }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
          bytes += chunk[..<count]
        }
        if name.hasSuffix(".yaml") || inner.hasPrefix("documents") { files[inner] = bytes }
      } else {
        walk(inner)
      }
    }
  }
  walk("")
  return files["pack.yaml"] == nil ? nil : SourceFiles(files)
}

/// The part of the run that grows the clean case of a pack; `rows` alone as the first argument runs
/// nothing else.
func growth(_ folder: String) {
  guard let sources = readFolder(folder) else { return print("No pack at \(folder).") }
  let pack = compiled(sources)
  guard let example = pack.examples.first(where: { $0.id == pack.clean }),
    let day = CalendarDate(year: 2026, month: 11, day: 21)
  else { return }
  growing(pack, example.assignments, on: day)
  chains(compiled(SyntheticSources.make(questions: 500)))
  print("The most that was in memory: \(peakMemory() / 1000) MB")
}

if CommandLine.arguments.dropFirst().first == "rows" {
  growth(CommandLine.arguments.dropFirst(2).first ?? "Questionnaires/ai-dpa")
  exit(0)
}
for questions in [500, 2500, 5000, 10_000] {
  decoding("\(questions) questions", compiled(SyntheticSources.make(questions: questions)))
}
evaluation(questions: 500)
evaluation(questions: 5000)
await documents(CommandLine.arguments.dropFirst().first ?? "Questionnaires/ai-dpa")
