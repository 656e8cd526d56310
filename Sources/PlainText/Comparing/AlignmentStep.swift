/// One step along two lists, from front to back.
package enum AlignmentStep: Hashable, Sendable {
  case both(Int, Int)
  case old(Int)
  case new(Int)
}
