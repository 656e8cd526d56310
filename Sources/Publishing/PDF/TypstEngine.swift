/// typst, in the one form or the other.
struct TypstEngine {
  enum Form: Hashable { case command, wheel }

  let form: Form
  let path: String
  let epoch: Int
  let version: String

  /// The first that answers.
  static func found(_ tools: ToolPaths, epoch: Int) async throws(PublishError) -> TypstEngine {
    let candidates =
      (tools.typst.map { [(Form.command, $0)] } ?? []) + tools.pythons.map { (.wheel, $0) }
    for (form, path) in candidates {
      let arguments =
        form == .command ? ["--version"] : ["-I", "-c", "import typst; print(typst.__version__)"]
      let outcome = try await Child(
        tool: .typst, executable: path, arguments: arguments, epoch: epoch, seconds: 20
      ).run()
      guard outcome.succeeded else { continue }
      let said = String(decoding: outcome.output, as: UTF8.self)
      let version = said.split { $0 == " " || $0 == "\n" }.first { $0.first?.isNumber ?? false }
      return TypstEngine(
        form: form, path: path, epoch: epoch, version: version.map(String.init) ?? "")
    }
    throw .toolMissing(.typst, for: .pdf)
  }

  func compile(
    _ source: String, tagged: Bool, systemFonts: Bool
  ) async throws(PublishError) -> Child.Outcome {
    let arguments: [String]
    switch form {
    case .command:
      arguments =
        ["compile", "--format", "pdf", "--root", "/nonexistent"]
        + (tagged ? ["--pdf-standard", "ua-1"] : [])
        + (systemFonts ? [] : ["--ignore-system-fonts"]) + ["-", "-"]
    case .wheel:
      arguments = ["-I", "-c", Self.script, tagged ? "ua-1" : "", systemFonts ? "" : "ignore"]
    }
    return try await Child(
      tool: .typst, executable: path, arguments: arguments, input: Array(source.utf8), epoch: epoch
    ).run()
  }

  private static let script = """
    import sys, typst
    try:
        pdf = typst.compile(sys.stdin.buffer.read(), format="pdf", root="/",
            ignore_system_fonts=sys.argv[2] == "ignore",
            pdf_standards=[sys.argv[1]] if sys.argv[1] else [])
    except typst.TypstError as error:
        print("error:", error, file=sys.stderr)
        for hint in getattr(error, "hints", None) or []:
            print("hint:", hint, file=sys.stderr)
        sys.exit(1)
    sys.stdout.buffer.write(pdf)
    """
}
