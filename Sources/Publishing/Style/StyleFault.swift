/// A file of a house style that cannot be used, and what is wrong with it.
package struct StyleFault: Error, Hashable, Sendable {
  /// The file's name in the folder of the style.
  package var file: String
  /// A sentence without the full stop.
  package var said: String

  package init(file: String, said: String) {
    self.file = file
    self.said = said
  }
}

extension StyleFault: CustomStringConvertible {
  package var description: String { "“\(file)” cannot be used: \(said)." }
}

extension StyleFault {
  init(reference said: String) { self.init(file: HouseStyle.referenceName, said: said) }
}
