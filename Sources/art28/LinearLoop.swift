import Glibc
import Screens

/// The screens without a screen: a prompt, a line, the same messages.
final class LinearLoop {
  private var desk: Screens.Desk
  private let runner: EffectRunner
  private let matter: String?
  private var code: Int32?

  init(desk: Screens.Desk, packs: PackStore, matter: String?) {
    self.desk = desk
    self.matter = matter
    runner = EffectRunner(packs: packs, who: desk.shared.who)
  }

  func run() throws {
    throw Outcome.usage("Line by line is being wired.")
  }
}
