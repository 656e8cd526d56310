import Testing

@testable import Papers

@Suite("Words and their forms")
struct StemTests {
  /// From M. F. Porter's paper and the vocabulary that he published with it.
  private static let published = [
    ("caresses", "caress"), ("ponies", "poni"), ("ties", "ti"), ("cats", "cat"), ("feed", "feed"),
    ("agreed", "agre"), ("plastered", "plaster"), ("bled", "bled"), ("motoring", "motor"),
    ("sing", "sing"), ("conflated", "conflat"), ("troubled", "troubl"), ("sized", "size"),
    ("hopping", "hop"), ("tanned", "tan"), ("falling", "fall"), ("hissing", "hiss"),
    ("fizzed", "fizz"), ("failing", "fail"), ("filing", "file"), ("happy", "happi"), ("sky", "sky"),
    ("relational", "relat"), ("conditional", "condit"), ("rational", "ration"),
    ("valenci", "valenc"), ("digitizer", "digit"), ("conformabli", "conform"),
    ("radicalli", "radic"), ("vietnamization", "vietnam"), ("predication", "predic"),
    ("operator", "oper"), ("feudalism", "feudal"), ("decisiveness", "decis"),
    ("hopefulness", "hope"), ("formaliti", "formal"), ("sensibiliti", "sensibl"),
    ("triplicate", "triplic"), ("formative", "form"), ("formalize", "formal"),
    ("electrical", "electr"), ("goodness", "good"), ("revival", "reviv"), ("allowance", "allow"),
    ("inference", "infer"), ("airliner", "airlin"), ("adjustable", "adjust"),
    ("replacement", "replac"), ("adoption", "adopt"), ("homologou", "homolog"),
    ("communism", "commun"), ("effective", "effect"), ("probate", "probat"), ("rate", "rate"),
    ("cease", "ceas"), ("controll", "control"), ("roll", "roll"), ("is", "is"),
    ("generalizations", "gener"), ("oscillators", "oscil"),
  ]

  @Test("stems are those that the algorithm's author published", arguments: published)
  func stems(_ word: String, _ stem: String) { #expect(Stem.of(word) == stem) }

  @Test(
    "British and American spellings have one stem",
    arguments: [
      ("organisation", "organization"), ("authorised", "authorized"), ("anonymise", "anonymize"),
      ("organisational", "organizational"), ("analysed", "analyzed"),
    ])
  func spellings(_ british: String, _ american: String) {
    #expect(Spelling.stem(british) == Spelling.stem(american))
  }

  @Test("words that only look so stay what they are")
  func otherWords() {
    #expect(Spelling.one("raised") == "raised")
    #expect(Spelling.one("basis") == "basis")
    #expect(Spelling.stem("löschen") == "löschen")
  }
}
