import Canvas
import Interview
import PackModel

/// What a pause in the typing brings and takes long: the checks, what would follow from what is typed,
/// help and the draft beside the question. It is a value of its own, so that it can be worked out on
/// another thread while keys are taken.
package struct PauseWork: Hashable, Sendable {
  /// One is the same as another where it was asked for at the same moment.
  private let number: Int
  private let model: InterviewModel
  fileprivate let shared: Shared

  init(number: Int, _ model: InterviewModel, _ shared: Shared) {
    self.number = number
    self.model = model
    self.shared = shared
  }

  /// Works it out. Pure: the same work comes to the same.
  package func done() -> PauseResult {
    var (model, shared) = (model, shared)
    model.settle(&shared, isFirst: false)
    return PauseResult(work: self, model: model, shared: shared)
  }

  /// Whether the question is as it was when this was asked for.
  func isOf(_ model: InterviewModel, _ shared: Shared) -> Bool {
    PauseGround(self.model, self.shared) == PauseGround(model, shared)
  }

  package static func == (one: PauseWork, other: PauseWork) -> Bool { one.number == other.number }

  package func hash(into hasher: inout Hasher) { hasher.combine(number) }
}

/// What a settled page rests on: where it has changed, what was worked out before is of no use.
private struct PauseGround: Equatable {
  let file: OpenMatter.State?
  let place: ScreenLocation
  let words: String
  let mode: Mode
  let sidePane: SidePane
  let size: Size
  let profile: Profile
  let beside: Int

  init(_ model: InterviewModel, _ shared: Shared) {
    let file = shared.file
    self.file = file?.state
    place = model.cursor.place
    words = file.flatMap { file in model.slot.map { model.field.words($0, file) } } ?? ""
    mode = model.mode
    sidePane = model.sidePane
    size = shared.size
    profile = shared.profile
    beside = shared.beside.state
  }
}

/// What a pause has brought.
package struct PauseResult: Hashable, Sendable {
  let work: PauseWork
  let model: InterviewModel
  let shared: Shared

  /// Whether a line was the one that stood there when this was asked for, and is no longer true.
  func takesAway(_ notice: Notice?) -> Bool {
    notice != nil && work.shared.notice == notice && shared.notice == nil
  }

  package static func == (one: PauseResult, other: PauseResult) -> Bool { one.work == other.work }

  package func hash(into hasher: inout Hasher) { hasher.combine(work) }
}
