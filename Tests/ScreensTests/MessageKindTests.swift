import Canvas
import Interview
import PackModel
import Testing

@testable import Screens

/// What a message is for all screens alike.
@Suite struct MessageKindTests {
  @Test func typingMovesNoRowAndKeepsWhatWasSaid() {
    let typed: [Message] = [
      .interview(.text(.typed("a"))), .home(.text(.typed("a"))), .goTo(.text(.typed("a"))),
      .search(.text(.typed("a"))), .person(.text(.typed("a"))), .leaving(.text(.typed("a"))),
    ]
    for message in typed {
      #expect(message.kind == .typing)
      #expect(!message.kind.laysOut && !message.kind.clearsNotice && message.kind.isFromUser)
    }
  }

  @Test func whatThePersonDoesTakesTheLineAway() {
    for message in [Message.undo, .review(.edit), .interview(.list(.down)), .turnTo(.goTo)] {
      #expect(message.kind.clearsNotice && message.kind.laysOut && !message.kind.keepsKeys)
    }
  }

  @Test func whatTheProgramHasDoneLeavesTheLine() {
    let replies: [Message] = [
      .elapsed(.settle), .elapsed(.keep), .saved(DeskNote(), ""), .resumed, .keepDesk,
      .noted(Notice("")), .notOpened(MatterMessage("")),
    ]
    for message in replies { #expect(!message.kind.isFromUser && !message.kind.clearsNotice) }
    #expect(Message.saved(DeskNote(), "").kind.keepsKeys)
    #expect(!Message.elapsed(.settle).kind.keepsKeys)
  }

  @Test func ofTwoWaysTheLaterIsGone() {
    let both = Response.turn(.back) + [.ring] + .turn(.open(.review)) + .typed
    #expect(both.turn == .open(.review))
    #expect(both.effects.first == .ring && both.effects.count == 3)
    #expect((Response.typed.layingOut() + [.ring]).laysOut)
  }
}
