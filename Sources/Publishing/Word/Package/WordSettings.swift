import PlainText

/// `word/settings.xml`.
enum WordSettings {
  /// What a firm's own reference may set, in the schema's order: how pages, tabs and hyphens work.
  /// Left behind is what belongs to its text alone or reaches beyond it: protection, templates, mail
  /// merge, tracked changes.
  private static let before = [
    "w:embedTrueTypeFonts", "w:saveSubsetFonts", "w:mirrorMargins", "w:bordersDoNotSurroundHeader",
    "w:bordersDoNotSurroundFooter", "w:gutterAtTop", "w:defaultTabStop", "w:autoHyphenation",
    "w:consecutiveHyphenLimit", "w:hyphenationZone", "w:doNotHyphenateCaps", "w:evenAndOddHeaders",
    "w:characterSpacingControl",
  ]
  private static let after = ["w:clrSchemeMapping", "w:decimalSymbol", "w:listSeparator"]

  /// The program's own, by name.
  static let own = [
    "w:defaultTabStop": "<w:defaultTabStop w:val=\"567\"/>",
    "w:autoHyphenation": "<w:autoHyphenation/>",
    "w:consecutiveHyphenLimit": "<w:consecutiveHyphenLimit w:val=\"2\"/>",
    "w:hyphenationZone": "<w:hyphenationZone w:val=\"283\"/>",
    "w:doNotHyphenateCaps": "<w:doNotHyphenateCaps/>",
    "w:characterSpacingControl": "<w:characterSpacingControl w:val=\"doNotCompress\"/>",
  ]

  /// What of a reference's settings is taken over, by name.
  static func taken(from settings: XMLTags) -> [String: String] {
    var taken: [String: String] = [:]
    for tag in settings.tags where tag.kind != .closes && (before + after).contains(tag.name) {
      let attributes = tag.attributes.filter { $0.key.hasPrefix("w:") }.sorted { $0.key < $1.key }
      taken[tag.name] =
        "<\(tag.name)" + attributes.map { " \($0.key)=\"\($0.value)\"" }.joined() + "/>"
    }
    return taken
  }

  /// Asks Word to look up the contents' pages, and to work as in its newer versions.
  static func xml(_ taken: [String: String], language: String) -> String {
    """
    \(WordXML.head)<w:settings \(WordXML.namespaces)><w:zoom w:percent="100"/>\
    \(before.compactMap { taken[$0] }.joined())<w:updateFields w:val="true"/><w:compat>\
    <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" \
    w:val="15"/></w:compat><w:themeFontLang w:val="\(WordXML.escaped(Sanitiser.documentLine.clean(language)))"/>\
    \(after.compactMap { taken[$0] }.joined())</w:settings>
    """
  }
}
