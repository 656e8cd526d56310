import PackModel
import PlainText

/// A time stamp of RFC 3161: an authority's word that a hash was there at a time. It is read and checked
/// by the system's `openssl ts`, which asks no network, in a box.
package struct TimeStamp: Hashable, Sendable {
  /// The SHA-256 that was stamped, in hexadecimal.
  package let digest: String
  /// RFC 3339 in UTC, to the second; the authority's clock.
  package let time: String
  /// As the authority calls itself; empty where it does not say. Only a check makes it more than a claim.
  package let authority: String
  /// The token alone, without the answer around it.
  private let token: [UInt8]

  /// In bytes; one with a chain of certificates has some 6,000.
  package static let largest = 1_000_000
  private static let tool = Box.Tool("openssl", package: "openssl")

  /// Reads an authority's answer, or the token that was taken out of one.
  ///
  /// - Parameter folders: where `openssl` is looked for.
  /// - Throws: where it is none, or openssl is missing.
  package static func read(
    _ bytes: [UInt8], folders: [String] = Box.folders
  ) async throws(PaperFault) -> TimeStamp {
    guard bytes.count <= largest else {
      throw PaperFault("It is larger than 1 MB, and so no time stamp.")
    }
    let inner = try await run(["-reply", "-in", "/dev/stdin", "-token_out"], bytes, folders)
    let token = inner.succeeded && !inner.output.isEmpty ? inner.output : bytes
    let read = try await run(
      ["-reply", "-in", "/dev/stdin", "-token_in", "-text"], token, folders)
    guard read.succeeded,
      let stamp = TimeStamp(said: String(decoding: read.output, as: UTF8.self), token)
    else {
      throw PaperFault(
        "It is no time stamp over a SHA-256, or the authority refused to give one. Ask again with the request that art28 timestamp request writes."
      )
    }
    return stamp
  }

  /// Reads what openssl prints of a token. All of it but the label comes before anything that an
  /// authority words freely, so the first of each kind of line is meant.
  private init?(said: String, _ token: [UInt8]) {
    let lines = said.split(separator: "\n").map(String.init)
    func value(_ label: String) -> String? {
      lines.first { $0.hasPrefix("\(label): ") }.map { String($0.dropFirst(label.count + 2)) }
    }
    guard value("Hash Algorithm") == "sha256",
      let start = lines.firstIndex(where: { $0.hasPrefix("Message data:") }),
      let time = value("Time stamp").flatMap(TimeStamp.iso)
    else { return nil }
    // "    0000 - 2c f2 … -26 …   ,.M._": sixteen bytes a line, then the same as characters.
    digest = lines[(start + 1)...].prefix(2).map { line in
      line.dropFirst(11).prefix(47).filter(\.isHexDigit)
    }.joined()
    guard digest.utf8.count == 64 else { return nil }
    self.time = time
    let name = value("TSA") ?? ""
    authority = Sanitiser.documentLine.clean(
      String(name.replacing("DirName:", with: "").prefix(200)))
    self.token = token
  }

  /// "Dec  1 14:55:29 2026 GMT", with parts of a second perhaps.
  private static func iso(_ text: String) -> String? {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 5, parts[4] == "GMT",
      let month = months.firstIndex(of: parts[0]), let day = Int(parts[1]),
      let year = Int(parts[3]), let date = CalendarDate(year: year, month: month + 1, day: day)
    else { return nil }
    let clock = parts[2].prefix { $0 != "." }
    let numbers = clock.split(separator: ":").compactMap { Int($0) }
    guard numbers.count == 3, clock.utf8.count == 8 else { return nil }
    return "\(date.iso)T\(clock)Z"
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  // MARK: Checking

  /// What a check came to.
  package enum Check: Hashable, Sendable {
    /// The authority's signature holds, and its certificate goes back to one of those that were named.
    case holds
    /// The same at the time of the stamp; the certificate has expired since.
    case heldThen
    /// The signature, or the way from its certificate to those that were named, does not hold; openssl's
    /// word for it.
    case untrusted(String)
    /// The file that was named holds no certificate.
    case noCertificates
  }

  /// - Parameter certificates: the absolute path of a PEM file with the certificates that are trusted.
  /// - Throws: where openssl is missing.
  package func check(
    against certificates: String, folders: [String] = Box.folders
  ) async throws(PaperFault) -> Check {
    let now = try await verify(certificates, [], folders)
    if now.succeeded { return .holds }
    if now.said.contains("Error loading file") { return .noCertificates }
    if now.said.contains("certificate has expired"), let seconds {
      let then = try await verify(certificates, ["-attime", String(seconds)], folders)
      if then.succeeded { return .heldThen }
    }
    return .untrusted(TimeStamp.reason(in: now.said))
  }

  private func verify(
    _ certificates: String, _ more: [String], _ folders: [String]
  ) async throws(PaperFault) -> Box.Outcome {
    try await TimeStamp.run(
      ["-verify", "-in", "/dev/stdin", "-token_in", "-digest", digest, "-CAfile", certificates]
        + more, token, folders)
  }

  /// Since 1970, of `time`.
  private var seconds: Int? {
    guard let day = CalendarDate(iso: time.prefix(10)),
      let first = CalendarDate(year: 1970, month: 1, day: 1)
    else { return nil }
    let clock = time.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3 else { return nil }
    return (day.ordinal - first.ordinal) * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
  }

  /// "…:Verify error:unable to get local issuer certificate", or the words of the last error.
  private static func reason(in said: String) -> String {
    let errors = said.split(separator: "\n").filter { $0.contains(":error:") }
    for error in errors {
      if let range = error.firstRange(of: "Verify error:") {
        return String(error[range.upperBound...])
      }
    }
    let parts = errors.last?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    return parts.count > 5 ? String(parts[5]) : "its signature does not hold"
  }

  private static func run(
    _ arguments: [String], _ input: [UInt8], _ folders: [String]
  ) async throws(PaperFault) -> Box.Outcome {
    var box = Box(tool, ["ts"] + arguments, input: input)
    box.folders = folders
    return try await box.run()
  }
}
