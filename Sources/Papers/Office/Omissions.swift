/// What stands in a document and is not among its passages.
struct Omissions {
  var deletions = 0
  var pictures = 0
  var hasHidden = false
  var hasContents = false
  /// Headers and footers.
  var hasMargins = false
  var hasForeignParts = false

  mutating func add(_ other: Omissions) {
    deletions += other.deletions
    pictures += other.pictures
    hasHidden = hasHidden || other.hasHidden
    hasContents = hasContents || other.hasContents
    hasMargins = hasMargins || other.hasMargins
    hasForeignParts = hasForeignParts || other.hasForeignParts
  }

  /// A sentence for each.
  var remarks: [String] {
    var remarks: [String] = []
    if deletions > 0 {
      remarks.append(
        deletions == 1
          ? "1 proposed deletion is not in the text."
          : "\(deletions) proposed deletions are not in the text.")
    }
    if hasHidden { remarks.append("Hidden text is not read.") }
    if hasContents { remarks.append("The table of contents is not read.") }
    if hasMargins { remarks.append("Headers and footers are not read.") }
    if pictures > 0 {
      remarks.append(
        pictures == 1 ? "1 picture is not read." : "\(pictures) pictures are not read.")
    }
    if hasForeignParts { remarks.append("Parts that are put in from other files are not read.") }
    return remarks
  }
}
