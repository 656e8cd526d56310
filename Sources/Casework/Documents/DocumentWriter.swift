import Documents
import Drafting
import Findings
import Interview
import PackModel
import PlainText
import Publishing

/// Drafts documents of a matter and writes them as files.
package struct DocumentWriter: Sendable {
  /// What is drafted from.
  package let evaluation: Evaluation
  /// The day on which ages are counted.
  package let asOf: CalendarDate
  /// What the checks say of it on that day.
  package let findings: FindingsResult
  /// The matter's, with those of these documents alone.
  package let settings: DraftSettings
  /// A firm's own look for DOCX and PDF.
  let style: HouseStyle?
  /// The day that the files' own properties name: that of the last entry, never the clock's.
  let date: CalendarDate
  /// Where files go, and what they may replace.
  package let output: Output
  private let tools: ToolPaths

  /// What came of writing documents.
  package struct Result: Sendable {
    /// Paths, in the order in which they were written.
    package var written: [String] = []
    /// What could not be written, a sentence each.
    package var missing: [String] = []
    /// Files that are there and were not replaced.
    package var held: [(path: String, obstacle: Output.Obstacle)] = []
    /// Remarks about files that were written all the same.
    package var remarks: [String] = []
    /// Named blanks in what was drafted.
    package var blanks = 0

    package init(missing: [String] = []) { self.missing = missing }

    /// Takes in what came of other documents; a sentence stands once.
    package mutating func add(_ other: Result) {
      written += other.written
      missing += other.missing.filter { !missing.contains($0) }
      held += other.held
      remarks += other.remarks.filter { !remarks.contains($0) }
      blanks += other.blanks
    }

    /// What was not written and why, held files too.
    package var failures: [String] {
      missing + held.map { Output.Fault.held($0.path, $0.obstacle).message }
    }

    /// Writes one file, and keeps what came of it.
    /// - Returns: where it was written.
    @discardableResult
    package mutating func write(_ bytes: [UInt8], to path: String, by output: Output) -> String? {
      do throws(Output.Fault) {
        let path = try output.write(bytes, to: path)
        written.append(path)
        return path
      } catch {
        switch error {
        case .failed(let error): missing.append(error.message)
        case .held(let path, let obstacle): held.append((path, obstacle))
        }
        return nil
      }
    }
  }

  /// - Parameters:
  ///   - lastEntry: RFC 3339, of the journal's last entry.
  ///   - forms: settings of these documents alone, which come before the matter's.
  ///   - changes: what is changed in the words of the paper under review.
  ///   - isLong: whether a report is written in its long form.
  package init(
    _ evaluation: Evaluation, asOf: CalendarDate, matter: String, lastEntry: String,
    output: Output, tools: ToolPaths, forms: [DocumentForm: String] = [:], style: HouseStyle? = nil,
    signers: [Int: DraftSettings.Signer] = [:], changes: PaperWordChanges = PaperWordChanges(),
    isLong: Bool = false
  ) {
    self.evaluation = evaluation
    self.asOf = asOf
    findings = examine(evaluation, asOf: asOf)
    self.style = style
    self.output = output
    self.tools = tools
    var settings = DraftSettings(of: evaluation.sheet, override: forms, matter: matter)
    settings.signers = signers
    settings.changes = changes
    settings.isLong = isLong
    self.settings = settings
    date = CalendarDate(iso: lastEntry.prefix(10)) ?? asOf
  }

  /// What several reports and documents are made of.
  package var report: ReportData { ReportData(evaluation, findings, settings) }

  /// Writes one document in several formats. A format that cannot be made loses no other.
  ///
  /// - Parameter report: of the same writer, where it was made already.
  package func write(
    _ id: String, as formats: [Format], to folder: String, with extras: Set<DraftExtra> = [],
    of report: ReportData? = nil
  ) async -> Result {
    var result = Result()
    guard let document = draft(id, evaluation, findings, settings, of: report) else {
      result.missing.append("The questionnaire has no document “\(id)”.")
      return result
    }
    result = await write(document, as: formats, to: folder)
    if extras.contains(.why) {
      result.write(
        Array(WhyJSON.map(document, evaluation).text.utf8), to: "\(folder)/\(id).why.json",
        by: output)
    }
    return result
  }

  /// Writes a document that was made already. A format that cannot be made loses no other.
  func write(_ document: Document, as formats: [Format], to folder: String) async -> Result {
    var result = Result()
    let id = document.id
    result.blanks = document.blanks.count
    let imprint = Imprint(
      date: date,
      confidentiality: settings.confidentiality.isEmpty ? nil : settings.confidentiality)
    let publisher = Publisher(tools: tools, imprint: imprint, style: style)
    do throws(FileError) {
      try Files.makeFolder(folder)
    } catch {
      result.missing.append(error.message)
      return result
    }
    for format in formats where format == .csv || output.wants("\(id).\(format.rawValue)") {
      do throws(PublishError) {
        for file in try await publisher.files(of: document, as: format)
        where output.wants(id + file.ending) {
          guard
            let path = result.write(
              file.publication.bytes, to: "\(folder)/\(id)\(file.ending)", by: output)
          else { continue }
          result.remarks += file.publication.remarks.map { "\(path): \($0)" }
        }
      } catch {
        result.missing.append("\(error)")
      }
    }
    return result
  }
}
