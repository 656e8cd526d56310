import Compression
import Documents

/// A firm's own look: a DOCX file that gives the styles, the numbering and the letterhead for Word,
/// and a template for PDF in typst's language. Where one is missing the program's own is taken.
package struct HouseStyle: Hashable, Sendable {
  package static let referenceName = "reference.docx"
  package static let templateName = "template.typ"
  /// A folder beside them whose fonts the template can use.
  package static let fontsName = "fonts"

  /// Where pictures that the template names lie.
  let folder: String
  let reference: [UInt8]?
  let template: String?

  /// - Throws: `StyleFault` naming the file and what is wrong with it. A template is typst's to
  ///   judge, when it is used.
  package init(
    folder: String, reference: [UInt8]?, template: [UInt8]?
  ) throws(StyleFault) {
    self.folder = folder
    self.reference = reference
    if let reference { _ = try Reference(firm: reference) }
    guard let template else {
      self.template = nil
      return
    }
    guard let text = String(validating: template, as: UTF8.self) else {
      throw StyleFault(file: Self.templateName, said: "it is no UTF-8 text")
    }
    for member in TypstTemplate.mustPrint where !text.contains(member) {
      throw StyleFault(
        file: Self.templateName, said: "it never prints \(member), so words would be lost")
    }
    self.template = text
  }

  /// A pair to start from: the program's own look, with a word on what can be changed.
  package static func starter(paper: Document.Paper) -> (reference: [UInt8], template: [UInt8]) {
    (OwnReference.starter(paper: paper).bytes(), Array(TypstTemplate.starter.utf8))
  }
}
