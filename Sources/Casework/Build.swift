/// This build of the program.
package enum Build {
  /// The program's version; it stands in manifests, and in the name of what a compiled pack is kept
  /// under.
  package static let version = "0.1.0"
}
