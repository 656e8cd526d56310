/// Why an archive is not read: what a stranger's file could do harm with.
package enum ZipFault: Error, Hashable {
  case noArchive
  /// Files that share their bytes, so that little becomes much.
  case overlapping
  case twice(String)
  /// A name that leads out of the archive.
  case outside(String)
  case tooLarge(String, limit: Int)
  case tooMuch(limit: Int)
}
