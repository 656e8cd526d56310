/// A piece of a document's text, before the answers.
package indirect enum Inline: Hashable, Sendable {
  case text(String)
  case strong([Inline])
  case emphasis([Inline])
  case placeholder(Placeholder)
  /// The first of these clauses or sections that is in.
  case reference([String])
  case cite(String)
  case phrase(String)
}

/// What a placeholder prints.
package struct Placeholder: Hashable, Sendable {
  /// Where the words come from.
  package var source: Source
  /// In what form they stand.
  package var format: Format
  /// What stands in its place where its question is not asked.
  package var otherwise: Default?

  package enum Source: Hashable, Sendable {
    case expression(Expression)
    /// `text` `display` `says` `code` of the own row or option.
    case row(String)
    /// A column of a report's own table.
    case report(ReportColumn)
    case fact(ReportFact)
  }

  /// As it is; a number in words; joined with "or"; lines as a list.
  package enum Format: String, Hashable, Sendable, CaseIterable { case plain, words, or, list }

  /// `or norm ID`, `or CODE`: the value that holds where the answers leave the question out.
  package struct Default: Hashable, Sendable {
    /// A value that the question could be answered with.
    package var value: Value
    /// The norm that it is, by id; nil where it is an option of the question.
    package var norm: String?
    /// While this is *yes* the question is asked: its own `enableWhen`.
    package var unless: Expression

    package init(value: Value, norm: String?, unless: Expression) {
      self.value = value
      self.norm = norm
      self.unless = unless
    }
  }

  package init(source: Source, format: Format = .plain, otherwise: Default? = nil) {
    self.source = source
    self.format = format
    self.otherwise = otherwise
  }
}

/// A block of a document's text, before the answers.
package indirect enum TemplateBlock: Hashable, Sendable {
  case paragraph([Inline])
  case heading([Inline], id: String)
  case list(ordered: Bool, items: [ListItem])
  case table(header: [[Inline]], rows: [TableRow])
  /// `::: when` … `:::`
  case when(Expression, [TemplateBlock])
  /// `::: each` … `:::` around blocks that are no table rows and no list items.
  case each(Loop, [TemplateBlock])
  case contents
  case definitions
  case sources
  /// Who wrote, checked and reviewed the clauses that print.
  case credits
  case signatures([SignatureBlock])
  case landscape([TemplateBlock])
  case picture(Subject)

  /// What the program can draw.
  package enum Subject: String, Hashable, Sendable, CaseIterable { case matrix, chain }

  /// One party's place to sign; the fields are questions of its group.
  package struct SignatureBlock: Hashable, Sendable {
    /// The group that is the party, by number.
    package var group: Int
    /// The question for its name; nil where a line is left to write on. So are those of who signs.
    package var party: Int?
    /// Who signs.
    package var signatory: Int?
    /// As what.
    package var title: Int?
    /// Who signs beside them; a place is left while this question is asked. nil: one person signs.
    package var secondSignatory: Int?
    /// As what.
    package var secondTitle: Int?

    package init(
      group: Int, party: Int?, signatory: Int?, title: Int?, secondSignatory: Int? = nil,
      secondTitle: Int? = nil
    ) {
      self.group = group
      self.party = party
      self.signatory = signatory
      self.title = title
      self.secondSignatory = secondSignatory
      self.secondTitle = secondTitle
    }
  }

  /// A list item, or an `each` that makes one for every row.
  package struct ListItem: Hashable, Sendable {
    /// What makes one of it for every row; nil for a plain item.
    package var loop: Loop?
    /// While this is *no* it is out.
    package var condition: Expression?
    /// What stands in it.
    package var blocks: [TemplateBlock]

    package init(loop: Loop?, condition: Expression? = nil, blocks: [TemplateBlock]) {
      self.loop = loop
      self.condition = condition
      self.blocks = blocks
    }
  }

  /// A row of a table, or an `each` that makes one for every row.
  package struct TableRow: Hashable, Sendable {
    /// What makes one of it for every row; nil for a plain row.
    package var loop: Loop?
    /// While this is *no* it is out.
    package var condition: Expression?
    /// The text of each cell.
    package var cells: [[Inline]]

    package init(loop: Loop?, condition: Expression? = nil, cells: [[Inline]]) {
      self.loop = loop
      self.condition = condition
      self.cells = cells
    }
  }

  /// `each T where C`.
  package struct Loop: Hashable, Sendable {
    /// What is walked.
    package var range: Expression.Range
    /// Which rows count; nil: all.
    package var condition: Expression?
    /// `or run in`: one row alone stands in the sentence that leads to the list.
    package var runsIn: Bool

    package init(range: Expression.Range, condition: Expression?, runsIn: Bool = false) {
      self.range = range
      self.condition = condition
      self.runsIn = runsIn
    }
  }
}

/// What is numbered, referred to and explained.
package struct Clause: Hashable, Sendable {
  /// What references, coverage and explanations call it.
  package var id: String
  /// The document it stands in, by number.
  package var document: Int
  /// The section it stands in, by id.
  package var section: String
  /// The answer that it is for, where it is one of several; nil where it is not.
  package var alternative: Alternative?
  /// While this is *no* it is out; nil: it is always in.
  package var when: Expression?
  /// The obligations that it meets, by id.
  package var satisfies: [String]
  /// What it rests on, by id.
  package var authority: [String]
  /// Whether it bears a number.
  package var numbered: Bool
  /// Who stands behind its words.
  package var credits: Credits
  private var text: Part<[TemplateBlock]>

  /// `case: QUESTION CODE…`. Clauses of one document on one question that follow one another
  /// share a `group`.
  package struct Alternative: Hashable, Sendable {
    /// A question, or a value that a decision calculates.
    package var subject: Member
    /// The codes for which this clause stands.
    package var codes: [String]
    /// The codes for which nothing is written.
    package var silent: [String]
    /// Which clauses are alternatives of each other.
    package var group: Int

    package init(subject: Member, codes: [String], silent: [String], group: Int) {
      self.subject = subject
      self.codes = codes
      self.silent = silent
      self.group = group
    }
  }

  package init(
    id: String, document: Int, section: String, alternative: Alternative? = nil,
    when: Expression? = nil, satisfies: [String] = [], authority: [String] = [],
    numbered: Bool = true, credits: Credits = Credits(), blocks: [TemplateBlock] = []
  ) {
    self.id = id
    self.document = document
    self.section = section
    self.alternative = alternative
    self.when = when
    self.satisfies = satisfies
    self.authority = authority
    self.numbered = numbered
    self.credits = credits
    text = Part(blocks)
  }
}

extension Clause {
  /// Its text.
  package var blocks: [TemplateBlock] {
    get { text.value }
    set { text.value = newValue }
  }

  /// Leaves the text where it lies until it is read.
  package mutating func read(blocks: @escaping @Sendable () -> [TemplateBlock]) {
    text = Part(blocks)
  }
}

/// A heading with what stands under it.
package struct Section: Hashable, Sendable {
  /// What references call it.
  package var id: String
  /// Its heading.
  package var title: [Inline]
  /// How it is counted and where it stands.
  package var style: Style
  /// While this is *no* it is out; nil: it is in while one of its clauses is.
  package var when: Expression?
  /// Whether it stands in the long form of a report only.
  package var isLong: Bool
  /// Clauses by number in the pack, and blocks between them.
  package var parts: [Part]

  /// With a number; with a letter; without either; on the cover sheet.
  package enum Style: String, Hashable, Sendable, CaseIterable {
    case numbered, annex, plain, cover
  }

  /// What stands under the heading, in order.
  package enum Part: Hashable, Sendable {
    case clause(Int)
    case blocks([TemplateBlock])
  }

  package init(
    id: String, title: [Inline], style: Style, when: Expression?, isLong: Bool = false,
    parts: [Part]
  ) {
    self.id = id
    self.title = title
    self.style = style
    self.when = when
    self.isLong = isLong
    self.parts = parts
  }
}

/// A document of the pack, before the answers.
package struct DocumentTemplate: Hashable, Sendable {
  /// The pack's own name of it, and that of its file.
  package var id: String
  /// What it is for.
  package var role: DocumentRole
  /// What stands at its head.
  package var title: [Inline]
  /// Whether it is wanted at all; nil: always.
  package var when: Expression?
  /// The word by which it is asked for; a document without one is always wanted.
  package var with: String?
  /// In the order of the text.
  package var sections: [Section]
  /// Whether the document is signed, not only read.
  package var isSigned: Bool { role.isSigned }

  package init(
    id: String, role: DocumentRole, title: [Inline], when: Expression? = nil, with: String? = nil,
    sections: [Section]
  ) {
    self.id = id
    self.role = role
    self.title = title
    self.when = when
    self.with = with
    self.sections = sections
  }
}

/// Words by code or by number.
package struct Phrase: Hashable, Sendable {
  /// What texts call it.
  package var id: String
  /// How its words are found.
  package var rule: Rule

  package enum Rule: Hashable, Sendable {
    case code(Expression, [String: [Inline]])
    /// `{n}` in the words stands for the number.
    case count(Expression.Range, condition: Expression?, one: [Inline], other: [Inline])
  }

  package init(id: String, rule: Rule) {
    self.id = id
    self.rule = rule
  }
}
