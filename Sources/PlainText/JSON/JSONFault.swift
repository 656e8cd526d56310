/// What is wrong with a piece of JSON, and at which byte.
package struct JSONFault: Error, Hashable {
  /// Bytes from the beginning.
  package let offset: Int
  /// In words.
  package let what: String
}
