import CSodium
import PackModel
import PlainText

/// Compiles a pack's sources: five phases, each over what the ones before it gave.
///
/// - Parameter lints: whether the pack is also looked at for what only its author must know: words
///   that its inventory calls wrong, items that nothing covers. That is for `check`, `adopt` and the
///   tests; no other start pays for it.
/// - Returns: the pack, or every diagnostic at once in the order of files and lines.
package func compile(
  _ sources: SourceFiles, lints: Bool = false
) -> Result<Pack, CompileFailure> {
  let report = Report(sources)
  guard let tree = readSyntax(sources, report) else {
    return .failure(CompileFailure(diagnostics: report.sorted))
  }
  let symbols = declareSymbols(tree, report)
  let resolved = resolve(tree, symbols, report)
  let contents = link(resolved, symbols, report)
  if lints { lint(contents, tree, report) }
  guard report.diagnostics.isEmpty else {
    return .failure(CompileFailure(diagnostics: report.sorted))
  }
  return .success(Pack(contents, hash: sources.hash))
}

/// A pack that did not compile.
package struct CompileFailure: Error, Hashable, Sendable {
  package let diagnostics: [Diagnostic]
}

extension SourceFiles {
  /// SHA-256 over the paths and bytes of all files, in lower-case hexadecimal.
  package var hash: String {
    var state = crypto_hash_sha256_state()
    crypto_hash_sha256_init(&state)
    func take(_ bytes: [UInt8]) { crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count)) }
    for path in paths {
      let bytes = files[path] ?? []
      take(Array("\(path)\n\(bytes.count)\n".utf8))
      take(bytes)
    }
    var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256_final(&state, &hash)
    return hash.hexadecimal
  }
}
