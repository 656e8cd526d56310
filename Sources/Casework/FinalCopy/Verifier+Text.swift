import Documents
import Interview
import Matters
import PackModel
import Publishing

/// Whether a published text, and its file, can be made again from what the matter holds.
extension Verifier {
  func follows(_ published: Published) throws -> Answer {
    let manifest = published.manifest
    let drafted: (document: Document, day: CalendarDate)?
    do {
      drafted = try published.draftedAgain(from: file, at: workplace)
    } catch let outcome as Outcome {
      return .no("No: it cannot be drafted again. \(outcome.lines.joined(separator: " "))")
    }
    guard let drafted else {
      return .no("No: this journal does not hold the answers that the manifest names.")
    }
    let content = Fingerprint(of: Array(DocumentJSON.write(drafted.document).utf8))
    if content == manifest.content {
      return .yes(
        "Yes: drafted again as of entry \(manifest.head.number), its content has the same "
          + "hash (\(Published.shortened(content))).")
    }
    guard manifest.program == Build.version else {
      return .no(
        "Cannot be said here: it was drafted by art28 \(manifest.program), and "
          + "\(Build.version) drafts other words. Ask that version.")
    }
    return .no(
      "No: drafted again as of entry \(manifest.head.number), its content has another "
        + "hash (\(Published.shortened(content)), published \(Published.shortened(manifest.content)))."
    )
  }

  func again(
    _ record: Manifest.File, _ published: Published, _ bytes: [UInt8], _ follows: Answer
  ) async throws -> Answer {
    guard follows.holds, let drafted = try published.draftedAgain(from: file, at: workplace),
      let format = Format(rawValue: record.format)
    else { return .yes("Not tried: the text cannot be drafted here.") }
    let publisher = Published.publisher(
      for: published.manifest, day: drafted.day, style: style, tools: workplace.tools)
    do throws(PublishError) {
      let makings = try await publisher.makings(of: drafted.document, as: format)
      let (made, here) = (record.converter, makings?.converter)
      if let why = Converter.difference(made: made, here: here) {
        return .yes("Not tried: \(why).")
      }
      if makings.map({ Fingerprint(of: $0.style) }) != record.style {
        return .yes("Not tried: made with another style; name its folder with --style.")
      }
      if let fonts = record.fonts, fonts != Fonts.fingerprint(of: workplace.folders.fonts) {
        return .yes("Not tried: made with other fonts than this machine has.")
      }
      let again = try await publisher.publish(drafted.document, as: format).bytes
      let with = made.map { " with \($0)" } ?? ""
      if again == bytes { return .yes("Yes: made again\(with), it is the same byte for byte.") }
      if format.holdTheSame(again, bytes) {
        return .yes("Yes: made again, every part of it is the same; only its packing differs.")
      }
      let program = published.manifest.program
      guard program == Build.version else {
        return .yes("Cannot be said here: made by art28 \(program), here \(Build.version).")
      }
      return .no("No: made again\(with), it has other bytes.")
    } catch {
      if case .toolMissing(let tool, _) = error {
        return .yes("Not tried: made with \(record.converter ?? tool.rawValue), which is not here.")
      }
      return .yes("Not tried: \(error)")
    }
  }
}
