import PackModel

extension ProviderFact {
  /// Whether a company's name is the provider's, or begins with it: "OpenAI Ireland Ltd".
  package func isAbout(_ company: String) -> Bool {
    ProviderFact.isName(company, of: provider)
  }

  /// The same of any two names.
  package static func isName(_ company: String, of provider: String) -> Bool {
    let (company, provider) = (company.lowercased(), provider.lowercased())
    return company.hasPrefix(provider)
      && (company == provider || company.hasPrefix(provider + " "))
  }
}

extension Pack {
  /// Whether a fact is older than one may be, or of no day that could be read.
  package func isStale(_ day: CalendarDate?, asOf: CalendarDate) -> Bool {
    guard let day, case .quantity(let limit)? = review?.stale.flatMap({ norm($0)?.value })
    else { return day == nil }
    let order = Quantity(asOf.ordinal - day.ordinal, .day).compared(to: limit)
    return order != .less && order != .equal
  }
}
