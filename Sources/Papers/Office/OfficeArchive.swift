import Compression

/// The archive that a text document is, within bounds: the named parts are read, nothing else.
enum OfficeArchive {
  /// Its XML is thirty times what it is packed; a thousand pages come to 30 MB.
  private static let limits = ZipArchive.Limits(
    xml: 80_000_000, other: PaperLimits.bytes, all: 130_000_000)

  static func open(_ bytes: [UInt8]) throws(PaperFault) -> ZipArchive {
    guard bytes.count <= PaperLimits.bytes else { throw .tooLarge }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw PaperFault(
        "The document has a password, or is an old .doc: save it as .docx without a password.")
    }
    do throws(ZipFault) {
      return try ZipArchive(bytes, within: limits)
    } catch {
      throw fault(error)
    }
  }

  /// What a part about a document says its title is.
  static func title(_ bytes: [UInt8]) throws(PaperFault) -> String? {
    var reader = try XMLReader(bytes)
    while let event = try reader.next() {
      guard event == .start("title") else { continue }
      let title = OneLine(try reader.textOfElement()).clean
      return title.isEmpty ? nil : title
    }
    return nil
  }

  private static func fault(_ fault: ZipFault) -> PaperFault {
    switch fault {
    case .noArchive: .brokenDocument
    case .overlapping: PaperFault("The document is not read: the files in it lie over each other.")
    case .twice(let name):
      PaperFault("The document is not read: it holds \(PaperFault.quoted(name)) twice.")
    case .outside(let name):
      PaperFault(
        "The document is not read: \(PaperFault.quoted(name)) in it is a name that leads out of it."
      )
    case .tooLarge(_, let limit), .tooMuch(let limit):
      PaperFault(
        "The document is not read: it would unpack to more than \(limit / 1_000_000) MB, which no paper needs."
      )
    }
  }
}

extension PaperFault {
  static let brokenDocument = PaperFault(
    "The document is broken: it ends too early, or its parts do not fit each other. Open it in a word processor, and save it again."
  )
  static let noText = PaperFault(
    "There is no text in the document. If its pages are pictures, have their text recognised first, and add that file."
  )

  /// The same of a document where it was said of a workbook.
  var ofDocument: PaperFault { self == .broken ? .brokenDocument : self }
}
