import Interview
import Matters
import Papers

/// The time stamps that a matter keeps and those that a reader brings: what each was given for, and what
/// its check came to.
struct StampReadings {
  /// What a stamp was given for.
  enum Subject: Equatable {
    /// The journal as it stood after an entry.
    case head(Int)
    /// A file of a publication, by its name; a manifest's stamp is one on the head that it names.
    case file(String, head: Int?)
    case unknown
  }

  struct Reading {
    /// The file's name.
    let name: String
    /// Where the matter keeps it; nil: the reader brought it.
    let kept: Attestation?
    let digest: String
    let subject: Subject
    let sentence: String
    /// Whether it is in order, as far as it was looked at.
    let holds: Bool
    /// Whether nothing here could read it.
    var isUnread: Bool { digest.isEmpty && holds }
    /// Whether an authority that the reader named vouches for it; its words for where trust begins.
    let anchor: String?
  }

  private(set) var all: [Reading] = []

  init(of publications: Publications, heads: [MatterHead], trust: Trust) async {
    let subjects = Subjects(publications, heads)
    for stamp in publications.stamps {
      all.append(await Self.read(stamp.name, stamp.bytes ?? [], stamp, subjects, trust))
    }
    for (name, bytes) in trust.stamps {
      all.append(await Self.read(name, bytes, nil, subjects, trust))
    }
  }

  /// What can be stamped of a matter, by its SHA-256.
  struct Subjects {
    private var known: [String: Subject] = [:]

    init(_ publications: Publications, _ heads: [MatterHead]) {
      for head in heads { known[head.link.hexadecimal] = .head(head.number) }
      for published in publications.documents {
        for (name, hash) in published.files {
          let isManifest = name.hasSuffix(".\(Manifest.ending)")
          known[hash] = .file(
            name,
            head: isManifest && heads.contains(published.manifest.head)
              ? published.manifest.head.number : nil)
        }
        for (came, _) in published.counterSignatures {
          known[came.hash] = .file(came.name, head: nil)
        }
      }
    }

    subscript(digest: String) -> Subject { known[digest] ?? .unknown }
  }

  /// Reads one, and checks it where authorities are named.
  ///
  /// - Parameter kept: where the matter keeps it; nil: somebody brings it.
  static func read(
    _ name: String, _ bytes: [UInt8], _ kept: Attestation?, _ subjects: Subjects, _ trust: Trust
  ) async -> Reading {
    let origin = kept.map { ", kept in entry \($0.entry.number)" } ?? ""
    func reading(
      _ digest: String, _ subject: Subject, _ sentence: String, _ holds: Bool,
      anchor: String? = nil
    ) -> Reading {
      Reading(
        name: name, kept: kept, digest: digest, subject: subject, sentence: sentence, holds: holds,
        anchor: anchor)
    }
    do throws(PaperFault) {
      let stamp = try await TimeStamp.read(bytes)
      let subject = subjects[stamp.digest]
      if subject == .unknown {
        let no =
          "No: “\(name)”\(origin) was given for other bytes (SHA-256 \(stamp.digest)), which are "
        return reading(stamp.digest, subject, no + "no file and no head of this matter.", false)
      }
      let said =
        "\(stamp.time)" + (stamp.authority.isEmpty ? "" : ", by “\(stamp.authority)”") + origin
      guard let authorities = trust.authorities else {
        return reading(
          stamp.digest, subject,
          "One that says \(said); nobody checked it: name the authority's certificates with "
            + "--tsa-certificates.", true)
      }
      switch try await stamp.check(against: authorities) {
      case .holds:
        return reading(
          stamp.digest, subject, "Yes: \(said). \(proves)", true,
          anchor: "a time stamp of \(said)")
      case .heldThen:
        return reading(
          stamp.digest, subject,
          "Yes: \(said); the authority's certificate was good then, and has expired since. \(proves)",
          true, anchor: "a time stamp of \(said)")
      case .noCertificates:
        return reading(
          stamp.digest, subject,
          "No: “\(authorities)” holds no certificate in PEM to check it by.", false)
      case .untrusted(let why):
        return reading(
          stamp.digest, subject,
          "No: one that says \(said), and it does not go back to the authorities that you named (\(why)).",
          false)
      }
    } catch {
      let start = error.lacksTool ? "Not checked: " : "No: “\(name)”\(origin): "
      return reading("", .unknown, start + error.message, error.lacksTool)
    }
  }

  /// What a stamp is and what it is not.
  private static let proves =
    "These bytes existed then, says that authority: nothing of who wrote them, or whether they are true."

  /// Of one that the matter keeps.
  func answer(of stamp: Attestation) -> Verifier.Answer {
    let found = all.first { $0.kept?.hash == stamp.hash && $0.kept?.name == stamp.name }
    return found.map { Verifier.Answer(sentence: $0.sentence, holds: $0.holds) }
      ?? .no("No: it cannot be read.")
  }
}

extension Verifier {
  /// - Parameter hash: of the file that is asked for; nil: of any of the publication.
  func stamped(_ published: Published, _ hash: String? = nil) -> Answer {
    let own = Set(hash.map { [$0] } ?? Array(published.files.values))
    // The manifest has the SHA-256 of every file.
    let manifest = published.files["\(published.manifest.document).\(Manifest.ending)"]
    let found = stamps.all.filter { own.contains($0.digest) || $0.digest == manifest }
    guard !found.isEmpty else {
      // Whose a stamp is that nobody could read here is not known.
      let unread = stamps.all.first { $0.isUnread }
      return .yes(unread?.sentence ?? "None is kept or was named.")
    }
    let said = found.map { one in
      guard case .file(let name, _) = one.subject else { return one.sentence }
      return "\(one.sentence) (Over “\(name)”.)"
    }
    return Answer(sentence: said.joined(separator: " "), holds: found.allSatisfy(\.holds))
  }
}
