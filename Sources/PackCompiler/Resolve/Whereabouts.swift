import PackModel

/// What a text stands in.
struct Whereabouts {
  /// nil for a text that any document may print.
  var document: Int?
  var clause: Int?
  /// Those of the blocks around it.
  var conditions: [Expression] = []
}
