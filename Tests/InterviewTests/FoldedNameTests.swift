import PackModel
import Testing

/// When two names are one.
struct FoldedNameTests {
  @Test(arguments: [
    ("the United Kingdom", "UNITED  KINGDOM"), ("Côte d’Ivoire", "cote d'ivoire"),
    ("Ålesund", "A\u{30A}lesund"), ("Straße", "STRASSE"), ("Łódź", "lodz"), ("Sørland", "sorland"),
    ("Research & development", "research and Development"), ("sub-processor", "Sub processor"),
    ("U.S.A.", "usa"), ("Ｇｅｒｍａｎｙ", "germany"), ("ﬁnance", "finance"), ("İzmir", "izmir"),
    ("Việt Nam", "Viet\u{202F}Nam"), ("Ελλάδα", "Ελλα\u{301}δα"), ("a\u{AD}b", "ab"),
    ("“quoted”", "quoted"),
  ]) func theseAreOne(_ one: String, _ other: String) {
    #expect(
      FoldedName(one) == FoldedName(other), "\(FoldedName(one).key), \(FoldedName(other).key)")
  }

  @Test(arguments: [
    ("TLS 1.2", "TLS 12"), ("< 250", "> 250"), ("10 %", "10"), ("C", "C+"), ("theatre", "atre"),
    ("日本", "中国"), ("Österreich", "Oesterreich"), ("one", "ones"),
  ]) func theseAreTwo(_ one: String, _ other: String) {
    #expect(FoldedName(one) != FoldedName(other))
  }
}
