import Canvas
import Interview
import PackModel

/// Bringing up what follows from the typing: errors, warnings, counts, help and preview.
extension InterviewModel {
  /// A pause: what it brings is worked out elsewhere, and keys are taken meanwhile.
  mutating func settle(_ shared: inout Shared) -> Response {
    guard shared.file != nil else { return [] }
    pauses += 1
    return Response(
      [.workOut(PauseWork(number: pauses, self, shared))]
        + (asksBeside(shared).map { [$0] } ?? []))
  }

  /// What a pause has brought. Where the person has gone on since, it is asked for anew.
  mutating func take(_ result: PauseResult, _ shared: inout Shared) -> Response {
    guard result.work.isOf(self, shared) else { return .settling }
    editor.take(result.model.editor)
    settled = result.model.settled
    sidePane = result.model.sidePane
    if let file = result.shared.file { shared.file?.take(conclusionsOf: file) }
    if result.takesAway(shared.notice) { shared.notice = nil }
    return []
  }

  /// Brings it up here and now.
  ///
  /// - Parameter isFirst: without the checks and what typed text would change, which the first screen
  ///   does not wait for.
  mutating func settle(_ shared: inout Shared, isFirst: Bool) {
    if !isFirst { shared.file?.settle() }
    let side = sidePane.side(shared.size)
    let isRead = side == .preview && shared.file.flatMap(readRow) != nil
    if side == .preview, !isRead { shared.file?.settleDraft() }
    guard let file = shared.file else { return }
    // What is typed and could be accepted shows what would follow from it.
    var shown = file
    var reading: FieldReading?
    if let slot, mode == .answering {
      let now = editor.settle(slot, file, shared.profile, today: shared.today)
      if case .value(let value) = now, !isFirst {
        shown = shared.file?.trying(value, at: slot) ?? file
      }
      if now.isAcceptable, editor.errorWasShown, shared.notice?.kind == .error {
        shared.notice = nil
      }
      reading = now
    } else {
      editor.settleAside()
    }
    settled = Settled(file, shown: shown, cursor, field, reading)
    settled.read(mode, file.language)
    if side == .preview, !isRead { shown.settleDraft() }
    let area = panes(shared).side?.inset(columns: isCovered(shared) ? 1 : 0)
    sidePane.settle(
      self, file, shown: shown, side, area?.size ?? Size(columns: 0, rows: 1), shared.beside)
  }
}
