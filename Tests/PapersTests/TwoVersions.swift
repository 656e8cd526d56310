import Papers

/// A small paper and a newer version of it.
enum TwoVersions {
  static let old = Paper(
    format: .docx,
    read: [
      ReadPassage(.heading, number: "1", level: 1, text: "Sub-processors", page: 1),
      ReadPassage(
        .text, number: "1.1", level: 2,
        text: "The vendor gives notice of new Sub-processors 30 days before they begin work.",
        page: 1),
      ReadPassage(
        .text, number: "1.2", level: 2,
        text: "The customer may object to a new Sub-processor on reasonable grounds.", page: 1),
      ReadPassage(.heading, number: "2", level: 1, text: "Breaches", page: 2),
      ReadPassage(
        .text, number: "2.1", level: 2,
        text: "The vendor notifies the customer of a breach without undue delay. "
          + "It tells what data are affected. It tells what it has done about the breach.", page: 2),
      ReadPassage(
        .text, number: "2.2", level: 2, text: "Notices go to the address in the order form.",
        page: 2),
      ReadPassage(.heading, number: "3", level: 1, text: "Audits", page: 3),
      ReadPassage(
        .text, number: "3.1", level: 2,
        text: "The customer may audit the vendor once a year at its own cost.", page: 3),
    ])
  static let new = Paper(
    format: .pdf,
    read: [
      ReadPassage(.heading, number: "1", level: 1, text: "Audits", page: 1),
      ReadPassage(
        .text, number: "1.1", level: 2,
        text: "The customer may audit the vendor once a year – at its own cost.", page: 1),
      ReadPassage(.heading, number: "2", level: 1, text: "Sub-processors", page: 1),
      ReadPassage(
        .text, number: "2.1", level: 2,
        text: "The vendor gives notice of new Sub-processors 10 days before they begin work.",
        page: 1),
      ReadPassage(
        .text, number: "2.2", level: 2,
        text: "Acceptance of this paper is consent to all of the vendor's present affiliates.",
        page: 1),
      ReadPassage(.heading, number: "3", level: 1, text: "Breaches", page: 2),
      ReadPassage(
        .text, number: "3.1", level: 2,
        text: "The vendor notifies the customer of a breach without undue delay.", page: 2),
      ReadPassage(
        .text, number: "3.2", level: 2,
        text: "It tells what data are affected. It tells what it has done about the breach.",
        page: 2),
      ReadPassage(
        .text, number: "3.3", level: 2, text: "Notices go to the address in the order form.",
        page: 2),
    ])
}
