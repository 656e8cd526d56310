/// Something that could stand in the field in focus. It is offered and never filled in.
package struct Offer: Hashable, Sendable {
  package let text: String
  /// Where it comes from, in words; empty where the question itself offers it.
  package let from: String
}
