/// How long the types and functions of the package are.
struct HouseMeasures {
  /// By type, the lines of its declaration and of all its extensions, in whatever target they stand.
  private(set) var types: [String: Int] = [:]
  /// By function, as `Desk.handle`, the lines of the longest of its name.
  private(set) var functions: [String: Int] = [:]

  init(_ files: [SourceTree.File]) {
    let outlines = files.map { (file: $0, outline: SwiftOutline($0.lines)) }
    // By name, where a type is declared: its target, and for a private one its file.
    var declared: [String: [(target: String, file: String?)]] = [:]
    for (file, outline) in outlines {
      for type in outline.declarations where type.kind == .type {
        declared[type.name, default: []].append((file.target, type.isPrivate ? file.path : nil))
      }
    }
    for (file, outline) in outlines {
      for declaration in outline.declarations {
        guard declaration.kind != .function else {
          functions[declaration.name] = max(
            functions[declaration.name] ?? 0, declaration.lines.count)
          continue
        }
        guard let home = Self.home(declared[declaration.name] ?? [], of: declaration, in: file)
        else { continue }
        types["\(home) \(declaration.name)", default: 0] += declaration.length
      }
    }
  }

  /// Where the type is declared that a declaration is of; nil for one that is not the package's.
  private static func home(
    _ places: [(target: String, file: String?)], of declaration: SwiftOutline.Declaration,
    in file: SourceTree.File
  ) -> String? {
    if places.contains(where: { $0.file == file.path }) { return file.path }
    let seen = places.filter { $0.file == nil }.map(\.target)
    if seen.contains(file.target) { return file.target }
    let allowed = House.written.allowed(file.target)
    return seen.first { allowed.contains($0) }
  }
}
