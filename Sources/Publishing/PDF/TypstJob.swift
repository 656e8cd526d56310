/// What typst is given: a source, and where it finds fonts and pictures.
struct TypstJob {
  var source: [UInt8]
  /// Whether the fonts of this machine may be used beside those that typst brings along.
  var systemFonts: Bool
  /// The folder of a firm's template, which its pictures lie in.
  var root: String?

  /// What came of it.
  struct Result {
    /// nil where it cannot be made at all.
    var pdf: [UInt8]?
    /// What stands against an accessible file, as typst says; empty where nothing does.
    var said: String
  }
}
