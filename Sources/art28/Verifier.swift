import Documents
import Interview
import Matters
import PackModel
import Publishing

/// Answers what can be asked of a final copy, a sentence each.
struct Verifier {
  let file: MatterFile
  /// In the order in which they were published.
  let all: [Published]
  /// The key that must have signed; nil where nobody asked.
  let key: VerifyingKey?
  let style: HouseStyle?

  struct Proof {
    var lines: [String]
    /// Whether all that decides was answered with yes.
    var holds: Bool
  }

  private struct Answer {
    var sentence: String
    var isYes: Bool
  }

  /// Of each document the last that was published.
  var latest: [Published] {
    all.filter { one in
      all.last { $0.manifest.document == one.manifest.document }?.entry.number == one.entry.number
    }
  }

  /// What is asked of a publication without its files.
  func text(of published: Published) throws -> Proof {
    let names = published.manifest.files.map(\.name).joined(separator: ", ")
    let follows = try self.follows(published)
    var lines = [
      "\(published.manifest.document): \(names), published in \(place(published))",
      Self.follows(follows),
    ]
    var holds = follows.isYes
    if let signed = signed(published) {
      lines.append(Self.signed(signed))
      holds = holds && signed.isYes
    }
    return Proof(lines: lines, holds: holds)
  }

  func file(named name: String, _ bytes: [UInt8]) async throws -> Proof {
    let hash = Fingerprint(of: bytes).hexadecimal
    guard let published = all.last(where: { $0.hashes.contains(hash) }) else {
      let known = all.last { $0.files[name] != nil }
      let why =
        known.map {
          "the file of that name that was published in \(place($0)) has other bytes"
        } ?? "no file of that name was published from this matter"
      return Proof(
        lines: [
          name,
          Self.published("No: its SHA-256 stands nowhere in the journal; \(why)."),
          Self.follows(
            Answer(sentence: "Not asked of a file that is not the published one.", isYes: false)),
          Self.again("Not tried: it is not the published file."),
        ], holds: false)
    }
    let follows = try self.follows(published)
    var lines = [
      name,
      Self.published("Yes: its SHA-256 stands in \(place(published))."),
      Self.follows(follows),
    ]
    if let record = published.manifest.files.first(where: { $0.content.hexadecimal == hash }) {
      lines.append(Self.again(try await again(record, published, bytes, follows.isYes)))
    }
    var holds = follows.isYes
    if let signed = signed(published) {
      lines.append(Self.signed(signed))
      holds = holds && signed.isYes
    }
    return Proof(lines: lines, holds: holds)
  }

  private static func published(_ sentence: String) -> String {
    "  Is this the published file? \(sentence)"
  }

  private static func follows(_ answer: Answer) -> String {
    "  Does the text follow from the answers and the questionnaire? \(answer.sentence)"
  }

  private static func again(_ sentence: String) -> String {
    "  Can the file be made again here? \(sentence)"
  }

  private static func signed(_ answer: Answer) -> String {
    "  Is it signed? \(answer.sentence)"
  }

  private func place(_ published: Published) -> String {
    let entry = published.entry
    return "entry \(entry.number) of the journal (\(entry.when.prefix(10)), \(entry.by))"
  }

  // MARK: Text

  private func follows(_ published: Published) throws -> Answer {
    let manifest = published.manifest
    guard let drafted = try published.draftedAgain(from: file) else {
      return Answer(
        sentence: "No: this journal does not hold the answers that the manifest names.",
        isYes: false)
    }
    let content = Fingerprint(of: Array(DocumentJSON.write(drafted.document).utf8))
    if content == manifest.content {
      return Answer(
        sentence:
          "Yes: drafted again as of entry \(manifest.head.number), its content has the same "
          + "hash (\(Published.shortened(content))).", isYes: true)
    }
    guard manifest.program == Build.version else {
      return Answer(
        sentence: "Cannot be said here: it was drafted by art28 \(manifest.program), and "
          + "\(Build.version) drafts other words. Ask that version.", isYes: false)
    }
    return Answer(
      sentence: "No: drafted again as of entry \(manifest.head.number), its content has another "
        + "hash (\(Published.shortened(content)), published \(Published.shortened(manifest.content))).",
      isYes: false)
  }

  // MARK: Files

  private func again(
    _ record: Manifest.File, _ published: Published, _ bytes: [UInt8], _ follows: Bool
  ) async throws -> String {
    guard follows, let drafted = try published.draftedAgain(from: file),
      let format = Format(rawValue: record.format)
    else { return "Not tried: the text cannot be drafted here." }
    let publisher = Published.publisher(
      for: published.manifest, day: drafted.day, style: style)
    do throws(PublishError) {
      let makings = try await publisher.makings(of: drafted.document, as: format)
      let (made, here) = (record.converter, makings?.converter)
      if let why = Converter.difference(made: made, here: here) { return "Not tried: \(why)." }
      if makings.map({ Fingerprint(of: $0.style) }) != record.style {
        return "Not tried: made with another style; name its folder with --style."
      }
      if let fonts = record.fonts, fonts != Fonts.fingerprint {
        return "Not tried: made with other fonts than this machine has."
      }
      let again = try await publisher.publish(drafted.document, as: format).bytes
      let with = made.map { " with \($0)" } ?? ""
      if again == bytes { return "Yes: made again\(with), it is the same byte for byte." }
      return format.holdTheSame(again, bytes)
        ? "Yes: made again, every part of it is the same; only its packing differs."
        : "No: made again\(with), it has other bytes."
    } catch {
      if case .toolMissing(let tool, _) = error {
        return "Not tried: made with \(record.converter ?? tool.rawValue), which is not here."
      }
      return "Not tried: \(error)"
    }
  }

  // MARK: Signature

  /// nil where it has none and nobody asked.
  private func signed(_ published: Published) -> Answer? {
    guard let signature = published.signature else {
      guard let key else { return nil }
      return Answer(
        sentence: "No: it has no signature, of key \(key.name) or any other.", isYes: false)
    }
    guard signature.holds(over: published.manifestBytes) else {
      return Answer(sentence: "No: the signature does not fit the manifest.", isYes: false)
    }
    guard let key else {
      return Answer(
        sentence: "With key \(signature.key.name); name the public key with --key to be sure whose "
          + "it is.", isYes: true)
    }
    guard signature.key == key else {
      return Answer(
        sentence: "No: with another key (\(signature.key.name), wanted \(key.name)).", isYes: false)
    }
    return Answer(sentence: "Yes: with key \(key.name).", isYes: true)
  }
}
