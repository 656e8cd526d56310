/// typst, in one of its two forms.
struct TypstEngine {
  enum Form: Hashable { case command, wheel }

  let form: Form
  let path: String
  let epoch: Int
  private static let absent = "art28: this python has no typst"

  /// Every typst that may be here, in the order they are tried.
  static func candidates(_ tools: ToolPaths, epoch: Int) -> [TypstEngine] {
    let commands = tools.typst.map { [TypstEngine(form: .command, path: $0, epoch: epoch)] } ?? []
    return commands + tools.pythons.map { TypstEngine(form: .wheel, path: $0, epoch: epoch) }
  }

  /// nil where this python does not have it.
  func compile(
    _ source: String, tagged: Bool, systemFonts: Bool
  ) async throws(PublishError) -> Child.Outcome? {
    let arguments: [String]
    switch form {
    case .command:
      arguments =
        ["compile", "--format", "pdf"] + (tagged ? ["--pdf-standard", "ua-1"] : [])
        + (systemFonts ? [] : ["--ignore-system-fonts"]) + ["-", "-"]
    case .wheel:
      arguments = ["-I", "-c", Self.script, tagged ? "ua-1" : "", systemFonts ? "" : "ignore"]
    }
    return try await run(arguments, input: Array(source.utf8))
  }

  /// "0.15.0"; nil where this python does not have it.
  func version() async throws(PublishError) -> String? {
    let arguments = form == .command ? ["--version"] : ["-I", "-c", Self.script, "version"]
    guard let outcome = try await run(arguments, input: []), outcome.succeeded else { return nil }
    return String(decoding: outcome.output, as: UTF8.self).split { $0 == " " || $0 == "\n" }
      .first { $0.first?.isNumber ?? false }.map(String.init)
  }

  private func run(
    _ arguments: [String], input: [UInt8]
  ) async throws(PublishError) -> Child.Outcome? {
    let outcome = try await Child(
      tool: .typst, executable: path, arguments: arguments, input: input, epoch: epoch
    ).run()
    return !outcome.succeeded && outcome.said.contains(Self.absent) ? nil : outcome
  }

  private static let script = """
    import sys
    try:
        import typst
    except ImportError:
        sys.exit("\(absent)")
    if sys.argv[1] == "version":
        sys.exit(print(typst.__version__))
    try:
        pdf = typst.compile(sys.stdin.buffer.read(), format="pdf",
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
