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

  /// A PDF by PDF/UA-1, or one without tags where typst finds something against it: what keeps a
  /// file from being accessible must not keep it from being made.
  ///
  /// - Returns: nil where this python does not have it.
  func compile(_ job: TypstJob) async throws(PublishError) -> TypstJob.Result? {
    if form == .wheel {
      // One start for both tries.
      guard let outcome = try await run(["-I", "-c", Self.script] + words(of: job), job) else {
        return nil
      }
      return TypstJob.Result(pdf: outcome.succeeded ? outcome.output : nil, said: outcome.said)
    }
    guard let tagged = try await run(arguments(of: job, isTagged: true), job) else { return nil }
    if tagged.succeeded { return TypstJob.Result(pdf: tagged.output, said: "") }
    let plain = try await run(arguments(of: job, isTagged: false), job)
    return TypstJob.Result(
      pdf: plain.flatMap { $0.succeeded ? $0.output : nil }, said: tagged.said)
  }

  private func arguments(of job: TypstJob, isTagged: Bool) -> [String] {
    ["compile", "--format", "pdf", "--diagnostic-format", "short"]
      + (isTagged ? ["--pdf-standard", "ua-1"] : [])
      + (job.systemFonts ? [] : ["--ignore-system-fonts"])
      + (job.root.map { ["--root", $0, "--font-path", "\($0)/\(HouseStyle.fontsName)"] } ?? [])
      + ["-", "-"]
  }

  private func words(of job: TypstJob) -> [String] {
    [job.systemFonts ? "system" : "own", job.root ?? ""]
  }

  /// "0.15.0"; nil where this python does not have it.
  func version() async throws(PublishError) -> String? {
    let arguments = form == .command ? ["--version"] : ["-I", "-c", Self.script, "version"]
    guard let outcome = try await run(arguments, nil), outcome.succeeded else { return nil }
    return String(decoding: outcome.output, as: UTF8.self).split { $0 == " " || $0 == "\n" }
      .first { $0.first?.isNumber ?? false }.map(String.init)
  }

  private func run(
    _ arguments: [String], _ job: TypstJob?
  ) async throws(PublishError) -> Child.Outcome? {
    let outcome = try await Child(
      tool: .typst, executable: path, arguments: arguments, input: job?.source ?? [], epoch: epoch
    ).run()
    return !outcome.succeeded && outcome.said.contains(Self.absent) ? nil : outcome
  }

  private static let script = """
    import re, sys
    try:
        import typst
    except ImportError:
        sys.exit("\(absent)")
    if sys.argv[1] == "version":
        sys.exit(print(typst.__version__))
    source, root, pdf = sys.stdin.buffer.read(), sys.argv[2], None
    for standards in (["ua-1"], []):
        try:
            pdf = typst.compile(source, format="pdf", pdf_standards=standards,
                ignore_system_fonts=sys.argv[1] == "own", root=root or None,
                font_paths=[root + "/\(HouseStyle.fontsName)"] if root else [])
            break
        except typst.TypstError as error:
            if standards:
                place = re.search(r"typ:(\\d+):", getattr(error, "diagnostic", ""))
                print(f"{place[1] if place else 0}: error: {error}", file=sys.stderr)
    if pdf is None:
        sys.exit(1)
    sys.stdout.buffer.write(pdf)
    """
}
