import ArgumentParser
import Documents
import Drafting
import Findings
import Interview
import Publishing

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what changed in the agreement: a redline.",
    discussion: """
      Compares two matters, or two moments of one: MATTER@12 is the matter as it was after \
      entry 12 (art28 log). The list stands on the screen; md writes redline.md, docx a \
      redline.docx whose tracked changes Word accepts or rejects one by one. Words that went \
      stand in [-…-], words that came in {+…+}.
      """)

  @Argument(help: "The matter before, or with --from the one matter.") var old: String
  @Argument(help: "The matter after.") var new: String?
  @ArgumentParser.Option(
    help: ArgumentHelp("The entry of the matter that is compared with today.", valueName: "entry"))
  var from: Int?
  @ArgumentParser.Option(
    help: ArgumentHelp("list, md, docx; several with commas.", valueName: "formats"))
  var to = "list"
  @ArgumentParser.Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var out = "."
  @OptionGroup var files: OverwriteOptions

  private enum Kind: String, CaseIterable { case list, md, docx }

  func run() async throws {
    let kinds = try to.split(separator: ",").map { name in
      guard let kind = Kind(rawValue: String(name)) else {
        throw Outcome.usage("“\(name)” is no form of a redline. Forms: list, md, docx.")
      }
      return kind
    }
    let before: Moment
    let after: Moment
    switch (new, from) {
    case (let new?, nil): (before, after) = (try .named(old), try .named(new))
    case (nil, let from?): (before, after) = (try .at(old, after: from), try .at(old, after: nil))
    case (nil, nil) where Moment.place(old).entry != nil:
      (before, after) = (try .named(old), try .named(Moment.place(old).path))
    case (nil, nil):
      throw Outcome.usage("Say what to compare with: a second matter, MATTER@12, or --from 12.")
    case (_?, _?): throw Outcome.usage("--from compares a matter with itself: leave NEW out.")
    }
    let redline = Document.redline(
      from: try Self.agreement(before), to: try Self.agreement(after))
    let settings = DraftSettings(of: after.evaluation.sheet)
    var imprint = Imprint(
      date: after.day,
      confidentiality: settings.confidentiality.isEmpty ? nil : settings.confidentiality,
      footnote: "Redline: \(before.title), entry \(before.last.number) – "
        + "\(after.title), entry \(after.last.number)")
    imprint.revised = Imprint.Revised(by: after.last.by, when: after.last.when)
    let changes = ChangeList(redline)
    let output = Output(
      source: "\(before.path) \(after.path)", overwrites: files.overwrite)
    for kind in kinds {
      switch kind {
      case .list: Console.say(lines: changes.text)
      case .md: try write(Array(changes.markdown.utf8), as: "md", by: output)
      case .docx:
        do {
          let publisher = Publisher(tools: Tools.paths, imprint: imprint)
          try write(
            try await publisher.publish(redline, as: .docx).bytes, as: "docx", by: output)
        } catch let error as PublishError {
          throw Outcome.found("\(error)")
        }
      }
    }
  }

  private func write(_ bytes: [UInt8], as ending: String, by output: Output) throws {
    let path = "\(out)/redline.\(ending)"
    try Files.outcome { () throws(FileError) in try Files.makeFolder(out) }
    do throws(Output.Fault) { try output.write(bytes, to: path) } catch { throw error.outcome }
    Console.say(path)
  }

  private static func agreement(_ moment: Moment) throws -> Document {
    // An agreement reads no findings.
    let findings = FindingsResult.none(moment.day)
    let settings = DraftSettings(of: moment.evaluation.sheet, matter: moment.title)
    guard let document = draft("agreement", moment.evaluation, findings, settings) else {
      throw Outcome.found("The questionnaire of “\(moment.title)” has no agreement.")
    }
    return document
  }
}
