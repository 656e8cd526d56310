import Canvas
import Interview
import PackModel
import TestSupport
import Testing

@testable import Screens

/// What a field is offered, and pastes that are more than one answer.
@Suite struct OfferTests {
  @Test func aDateThatReadsTwoWaysIsAskedBack() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>3<Enter>3/4/2026<pause><Down><Down><Enter>")
    #expect(sitting.frame.text.contains("> 4 March 2026"))
    sitting.press("<Enter>")
    #expect(
      sitting.answer("signed") == .value(.date(try #require(CalendarDate(iso: "2026-03-04")))))
  }

  @Test func aProfileIsOfferedAndNeverFilledIn() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Kanzlei Grünwald<Ctrl-P>")
    guard case .keepProfile(let profile)? = sitting.effects.last else {
      Issue.record("the profile is not kept")
      return
    }
    var other = try Sitting.atQuestions()
    other.desk.shared.profile = profile
    other.press("<Enter><pause>")
    #expect(other.frame.text.contains("Kanzlei Grünwald (your profile)"))
    #expect(other.answer("controller.name") == nil)
    other.press("<Enter>")
    #expect(other.answer("controller.name") == nil)
    other.press("<Shift-Tab><pause><Down><Enter><Enter>")
    #expect(other.answer("controller.name") == .value(.text("Kanzlei Grünwald")))
    // The same key takes it out again.
    sitting.press("<Ctrl-P>")
    #expect(sitting.effects.last == .keepProfile(Profile()))
  }

  @Test func whatWasTypedElsewhereIsOffered() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter>Nordlicht GmbH<Enter><Ctrl-G>8<Enter>+no<pause>")
    #expect(sitting.desk.interview.editor.offers.map(\.text) == ["Nordlicht GmbH"])
    sitting.press("<Down><Enter><Enter>")
    #expect(sitting.answer("subprocessors.name", row: "r1") == .value(.text("Nordlicht GmbH")))
  }

  @Test func aPastedAddressIsShownThenSpreadAsOneAct() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter><paste:Nordlicht GmbH\nGermany>")
    #expect(sitting.entries.count == 1)
    #expect(sitting.frame.text.contains("Enter fills these fields."))
    sitting.press("<Enter>")
    #expect(sitting.entries.count == 2)
    #expect(sitting.answer("controller.name") == .value(.text("Nordlicht GmbH")))
    #expect(sitting.answer("controller.country") == .value(.code("de")))
    sitting.press("<Ctrl-Z>")
    #expect(sitting.answer("controller.name") == nil)
    #expect(sitting.answer("controller.country") == nil)
  }

  @Test func aPastedAddressCanStayOneLine() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Enter><paste:Nordlicht GmbH\nKanalstraße 8\nGermany>1<Enter>")
    #expect(
      sitting.answer("controller.name") == .value(.text("Nordlicht GmbH Kanalstraße 8 Germany")))
    sitting.press("<Shift-Tab><Ctrl-U><paste:Wyoming\nGermany><Esc>")
    #expect(sitting.desk.interview.mode == .answering)
    #expect(sitting.answer("controller.country") == nil)
  }

  @Test func theCellAboveIsCopied() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press(
      "<Ctrl-G>8<Enter>+Azure<Enter>irel<Enter><Enter><Enter>Tickethaus<Enter><Alt-'><Enter>")
    #expect(sitting.answer("subprocessors.country", row: "r2") == .value(.code("ie")))
    sitting.press("<Ctrl-G>5<Enter>1<Enter><Ctrl-G>9<Enter>3<Enter><Enter><Alt-A><Enter>")
    let three = Answer.value(.quantity(Quantity(3, .month)))
    #expect(sitting.answer("rights.limit", row: "access") == three)
    #expect(sitting.answer("rights.limit", row: "delete") == three)
  }

  @Test func theNextOneForCounselIsAKeyAway() throws {
    var sitting = try Sitting.atQuestions()
    sitting.press("<Ctrl-G>6<Enter><Alt-L><Enter><Ctrl-G>1<Enter><Alt-Q>")
    #expect(sitting.desk.interview.page.item == sitting.pack.question("authorisation"))
    sitting.press("<Ctrl-Z><Alt-Q>")
    #expect(sitting.desk.shared.notice?.text == "Nothing is left for counsel.")
  }
}
