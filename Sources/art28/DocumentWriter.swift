import Documents
import Drafting
import Findings
import Interview
import PackModel
import Publishing

/// Drafts documents of a matter and writes them as files.
struct DocumentWriter: Sendable {
  let evaluation: Evaluation
  let asOf: CalendarDate
  let findings: FindingsResult
  let settings: DraftSettings
  /// A firm's own look for DOCX and PDF.
  let style: HouseStyle?
  /// The day that the files' own properties name: that of the last entry, never the clock's.
  let date: CalendarDate
  let output: Output

  struct Result: Sendable {
    var written: [String] = []
    /// What could not be written, a sentence each.
    var missing: [String] = []
    /// Files that are there and were not replaced.
    var held: [(path: String, obstacle: Output.Obstacle)] = []
    /// Remarks about files that were written all the same.
    var remarks: [String] = []
    var blanks = 0

    mutating func add(_ other: Result) {
      written += other.written
      missing += other.missing.filter { !missing.contains($0) }
      held += other.held
      remarks += other.remarks.filter { !remarks.contains($0) }
      blanks += other.blanks
    }

    /// What was not written and why, held files too.
    var failures: [String] {
      missing + held.map { Output.Fault.held($0.path, $0.obstacle).message }
    }

    /// Writes one file, and keeps what came of it.
    /// - Returns: where it was written.
    @discardableResult
    mutating func write(_ bytes: [UInt8], to path: String, by output: Output) -> String? {
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
  init(
    _ evaluation: Evaluation, asOf: CalendarDate, matter: String, lastEntry: String,
    output: Output, forms: [DocumentForm: String] = [:], style: HouseStyle? = nil,
    signers: [Int: DraftSettings.Signer] = [:]
  ) {
    self.evaluation = evaluation
    self.asOf = asOf
    findings = examine(evaluation, asOf: asOf)
    self.style = style
    self.output = output
    var settings = DraftSettings(of: evaluation.sheet, override: forms, matter: matter)
    settings.signers = signers
    self.settings = settings
    date = CalendarDate(iso: lastEntry.prefix(10)) ?? asOf
  }

  /// What several reports and documents are made of.
  var report: ReportData { ReportData(evaluation, findings, settings) }

  /// Writes one document in several formats. A format that cannot be made loses no other.
  ///
  /// - Parameter report: of the same writer, where it was made already.
  func write(
    _ id: String, as formats: [Format], to folder: String, with extras: Set<DraftExtra> = [],
    of report: ReportData? = nil
  ) async -> Result {
    var result = Result()
    guard let document = draft(id, evaluation, findings, settings, of: report) else {
      result.missing.append("The questionnaire has no document “\(id)”.")
      return result
    }
    result.blanks = document.blanks.count
    let imprint = Imprint(
      date: date,
      confidentiality: settings.confidentiality.isEmpty ? nil : settings.confidentiality)
    let publisher = Publisher(tools: Tools.paths, imprint: imprint, style: style)
    do throws(FileError) {
      try Files.makeFolder(folder)
    } catch {
      result.missing.append(error.message)
      return result
    }
    for format in formats where output.wants("\(id).\(format.rawValue)") {
      let path = "\(folder)/\(id).\(format.rawValue)"
      do throws(PublishError) {
        let publication = try await publisher.publish(document, as: format)
        guard let path = result.write(publication.bytes, to: path, by: output) else { continue }
        result.remarks += publication.remarks.map { "\(path): \($0)" }
      } catch {
        result.missing.append("\(error)")
      }
    }
    if extras.contains(.why) {
      result.write(
        Array(WhyJSON.map(document, evaluation).text.utf8), to: "\(folder)/\(id).why.json",
        by: output)
    }
    return result
  }
}
