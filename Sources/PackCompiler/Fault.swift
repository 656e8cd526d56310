/// What is wrong with a text, said without the place where the text stands.
struct Fault: Error {
  let kind: Diagnostic.Kind
  let message: String
  let remedy: String
  /// Scalars from the start of the text that is read.
  let offset: Int

  init(_ kind: Diagnostic.Kind, _ message: String, _ remedy: String, offset: Int = 0) {
    self.kind = kind
    self.message = message
    self.remedy = remedy
    self.offset = offset
  }

  func moved(by offset: Int) -> Fault {
    Fault(kind, message, remedy, offset: self.offset + offset)
  }
}
