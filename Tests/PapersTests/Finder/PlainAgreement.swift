import Papers

/// A short agreement in plain words, made for the tests, and where in it the duties stand.
enum PlainAgreement {
  static let paper = Paper(
    format: .text,
    read: text.split(separator: "\n").map { line in
      if line.hasPrefix("# ") {
        return ReadPassage(.heading, level: 1, text: String(line.dropFirst(2)))
      }
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      return ReadPassage(
        .text, number: parts[0], level: parts[0].hasPrefix("(") ? 3 : 2, text: parts[1])
    })

  private static let text = """
    # Definitions
    1.1 “Sub-processor” means any third party that Vendor engages to process Customer Data.
    1.2 “Security Incident” means a breach of security that leads to loss of Customer Data.
    # Processing
    2.1 Vendor shall process Customer Data only on documented instructions from Customer, including as to transfers to a third country.
    2.2 Where Union or Member State law requires other processing, Vendor shall inform Customer of that legal requirement before processing.
    2.3 Vendor shall immediately inform Customer if, in its opinion, an instruction infringes data protection law.
    2.4 Everybody whom Vendor authorises to process Customer Data has undertaken to keep it confidential.
    # Security
    3.1 Vendor maintains the technical and organisational measures of Annex 2, which are appropriate to the risk.
    3.2 Vendor shall notify Customer of a Security Incident without undue delay and within 36 hours after becoming aware of it.
    3.3 Vendor shall give Customer the information it needs to tell the data subjects who are affected by a Security Incident.
    # Sub-processors
    4.1 Customer gives general written authorisation to engage the Sub-processors that Annex 3 lists with their names and countries.
    4.2 Vendor shall inform Customer of any intended addition or replacement of a Sub-processor 30 days in advance.
    4.3 Customer may object within 14 days; until the objection is settled, the Sub-processor is not engaged.
    4.4 Vendor shall impose on each Sub-processor, by contract, the same data protection obligations as set out here.
    4.5 Vendor remains fully liable to Customer for the performance of each Sub-processor.
    # Help
    5.1 Vendor forwards each request from a data subject within two business days, and helps to answer it.
    5.2 Vendor assists Customer with data protection impact assessments.
    5.3 Vendor assists Customer in prior consultation of the supervisory authority.
    5.4 Vendor assists Customer in meeting its own obligations under Article 32 as to security of processing.
    # End
    6.1 When the services end, Vendor shall, as Customer chooses, delete or return all Customer Data within 30 days.
    6.2 Existing copies are deleted too; backups are overwritten after 60 days.
    6.3 Vendor may retain what Union or Member State law requires it to store.
    # Proof
    7.1 Vendor makes available all information necessary to demonstrate compliance with Article 28.
    7.2 Customer or an auditor mandated by it may carry out audits, including inspections, on ten days' notice.
    # Annex 1
    8.1 The subject-matter of the processing is the translation service.
    8.2 The duration of the processing is the term of the agreement and the time until deletion.
    8.3 The categories of data subjects are employees and customers of Customer.
    8.4 The types of personal data are names, e-mail addresses and the texts submitted.
    # General
    9.1 Neither party is liable for indirect damages; total liability is limited to the fees paid in a year.
    9.2 Vendor may update this paper from time to time by posting a new version.
    9.3 Vendor does not use Customer Data to train machine learning models.
    9.4 Vendor challenges requests of law enforcement and of other public authorities, and tells Customer.
    """

  /// A row, and words of the passage that answers it.
  static let answers = [
    ("duties[A-1]", "only on documented instructions"),
    ("duties[A-2]", "transfers to a third country"),
    ("duties[A-3]", "Member State law requires other"),
    ("clauses[closing]", "instruction infringes"),
    ("clauses[b]", "keep it confidential"), ("clauses[c]", "technical and organisational measures"),
    ("duties[F-2]", "36 hours"), ("figures[breach]", "36 hours"),
    ("duties[F-3]", "tell the data subjects"),
    ("duties[D-1]", "general written authorisation"), ("duties[D-2]", "addition or replacement"),
    ("figures[notice]", "30 days in advance"), ("duties[D-3]", "may object"),
    ("figures[objection]", "within 14 days"), ("duties[D-4]", "same data protection obligations"),
    ("duties[D-5]", "fully liable"), ("duties[D-6]", "names and countries"),
    ("clauses[e]", "forwards each request"), ("figures[forward]", "two business days"),
    ("duties[F-1]", "security of processing"), ("duties[F-4]", "impact assessments"),
    ("duties[F-5]", "prior consultation"), ("duties[G-1]", "delete or return"),
    ("duties[G-2]", "Existing copies"), ("figures[backups]", "60 days"),
    ("duties[G-3]", "requires it to store"),
    ("duties[H-1]", "all information necessary"), ("duties[H-2]", "including inspections"),
    ("figures[audit-notice]", "ten days' notice"), ("duties[CH-1]", "translation service"),
    ("duties[CH-2]", "until deletion"), ("duties[CH-5]", "types of personal data"),
    ("duties[CH-6]", "categories of data subjects"), ("gaps[claims]", "total liability"),
    ("gaps[changes]", "posting a new version"), ("gaps[no-training]", "machine learning"),
    ("gaps[orders]", "law enforcement"),
  ]
}
