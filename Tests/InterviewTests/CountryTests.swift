import Interview
import PackModel
import TestSupport
import Testing

/// A country is that country, however it is written, or it is refused.
struct CountryTests {
  private let pack = TestPacks.real

  private func country() throws -> Int { try #require(pack.question("controller.country")) }

  private func read(_ text: String) throws -> String? {
    let value = try evaluate(pack, AnswerSheet()).read(text, for: country())
    guard case .choice(.code(let code)) = value else { return nil }
    return code
  }

  /// ISO 3166-1 as of 2026: alpha-2 and alpha-3.
  private static let codes = """
    AD/AND AE/ARE AF/AFG AG/ATG AI/AIA AL/ALB AM/ARM AO/AGO AQ/ATA AR/ARG AS/ASM AT/AUT AU/AUS
    AW/ABW AX/ALA AZ/AZE BA/BIH BB/BRB BD/BGD BE/BEL BF/BFA BG/BGR BH/BHR BI/BDI BJ/BEN BL/BLM
    BM/BMU BN/BRN BO/BOL BQ/BES BR/BRA BS/BHS BT/BTN BV/BVT BW/BWA BY/BLR BZ/BLZ CA/CAN CC/CCK
    CD/COD CF/CAF CG/COG CH/CHE CI/CIV CK/COK CL/CHL CM/CMR CN/CHN CO/COL CR/CRI CU/CUB CV/CPV
    CW/CUW CX/CXR CY/CYP CZ/CZE DE/DEU DJ/DJI DK/DNK DM/DMA DO/DOM DZ/DZA EC/ECU EE/EST EG/EGY
    EH/ESH ER/ERI ES/ESP ET/ETH FI/FIN FJ/FJI FK/FLK FM/FSM FO/FRO FR/FRA GA/GAB GB/GBR GD/GRD
    GE/GEO GF/GUF GG/GGY GH/GHA GI/GIB GL/GRL GM/GMB GN/GIN GP/GLP GQ/GNQ GR/GRC GS/SGS GT/GTM
    GU/GUM GW/GNB GY/GUY HK/HKG HM/HMD HN/HND HR/HRV HT/HTI HU/HUN ID/IDN IE/IRL IL/ISR IM/IMN
    IN/IND IO/IOT IQ/IRQ IR/IRN IS/ISL IT/ITA JE/JEY JM/JAM JO/JOR JP/JPN KE/KEN KG/KGZ KH/KHM
    KI/KIR KM/COM KN/KNA KP/PRK KR/KOR KW/KWT KY/CYM KZ/KAZ LA/LAO LB/LBN LC/LCA LI/LIE LK/LKA
    LR/LBR LS/LSO LT/LTU LU/LUX LV/LVA LY/LBY MA/MAR MC/MCO MD/MDA ME/MNE MF/MAF MG/MDG MH/MHL
    MK/MKD ML/MLI MM/MMR MN/MNG MO/MAC MP/MNP MQ/MTQ MR/MRT MS/MSR MT/MLT MU/MUS MV/MDV MW/MWI
    MX/MEX MY/MYS MZ/MOZ NA/NAM NC/NCL NE/NER NF/NFK NG/NGA NI/NIC NL/NLD NO/NOR NP/NPL NR/NRU
    NU/NIU NZ/NZL OM/OMN PA/PAN PE/PER PF/PYF PG/PNG PH/PHL PK/PAK PL/POL PM/SPM PN/PCN PR/PRI
    PS/PSE PT/PRT PW/PLW PY/PRY QA/QAT RE/REU RO/ROU RS/SRB RU/RUS RW/RWA SA/SAU SB/SLB SC/SYC
    SD/SDN SE/SWE SG/SGP SH/SHN SI/SVN SJ/SJM SK/SVK SL/SLE SM/SMR SN/SEN SO/SOM SR/SUR SS/SSD
    ST/STP SV/SLV SX/SXM SY/SYR SZ/SWZ TC/TCA TD/TCD TF/ATF TG/TGO TH/THA TJ/TJK TK/TKL TL/TLS
    TM/TKM TN/TUN TO/TON TR/TUR TT/TTO TV/TUV TW/TWN TZ/TZA UA/UKR UG/UGA UM/UMI US/USA UY/URY
    UZ/UZB VA/VAT VC/VCT VE/VEN VG/VGB VI/VIR VN/VNM VU/VUT WF/WLF WS/WSM YE/YEM YT/MYT ZA/ZAF
    ZM/ZMB ZW/ZWE
    """.split { $0 == " " || $0 == "\n" }.map { pair in
      let parts = pair.split(separator: "/")
      return (two: String(parts[0]), three: String(parts[1]))
    }

  @Test func everyCodeOfTheStandardIsThere() throws {
    #expect(Self.codes.count == 249)
    let options = pack.questions[try country()].options.map(\.code)
    #expect(Set(options).subtracting(Self.codes.map { $0.two.lowercased() }).count == 1)
    for (two, three) in Self.codes {
      let code = two.lowercased()
      for text in [two, code, two.capitalisedForTest, " \(two)\u{A0}", three, three.lowercased()] {
        #expect(try read(text) == code, "\(text)")
      }
    }
  }

  @Test func everyNameAndEveryAliasIsRead() throws {
    let options = pack.questions[try country()].options
    for option in options {
      for name in option.names {
        let forms = [
          name, name.uppercased(), name.lowercased(), "The \(FoldedName(name).key)",
          name.replacing(" and ", with: " & "), name.replacing(" ", with: "\u{A0}"),
          name.replacing("-", with: " "), name.replacing("’", with: "'"),
          String(decoding: decomposed(name), as: UTF8.self),
        ]
        for form in forms { #expect(try read(form) == option.code, "\(form)") }
      }
    }
  }

  /// Letters with their accents apart, as files from a Mac have them.
  private func decomposed(_ text: String) -> [UInt8] {
    var found = ""
    let accents: [(Character, String)] = [
      ("é", "e\u{301}"), ("è", "e\u{300}"), ("ô", "o\u{302}"), ("ã", "a\u{303}"),
      ("Å", "A\u{30A}"), ("ü", "u\u{308}"), ("ö", "o\u{308}"), ("ä", "a\u{308}"),
      ("Ö", "O\u{308}"), ("ñ", "n\u{303}"), ("ç", "c\u{327}"), ("á", "a\u{301}"),
    ]
    for character in text {
      found += accents.first { $0.0 == character }?.1 ?? String(character)
    }
    return Array(found.utf8)
  }

  @Test(arguments: [
    ("UK", "gb"), ("uk", "gb"), ("U.K.", "gb"), ("GB", "gb"), ("Great Britain", "gb"),
    ("United Kingdom", "gb"), ("England", "gb"), ("Scotland", "gb"),
    ("Vereinigtes Königreich", "gb"),
    ("USA", "us"), ("US", "us"), ("U.S.", "us"), ("United States", "us"),
    ("United States of America", "us"), ("Vereinigte Staaten", "us"), ("DE", "de"),
    ("Deutschland", "de"), ("NL", "nl"), ("The Netherlands", "nl"), ("Netherlands", "nl"),
    ("Holland", "nl"), ("Nederland", "nl"), ("IE", "ie"), ("Irland", "ie"), ("IS", "is"),
    ("ZA", "za"), ("Südafrika", "za"), ("Suedafrika", "za"), ("TR", "tr"), ("Turkey", "tr"),
    ("TÜRKİYE", "tr"), ("Czech Republic", "cz"), ("Tschechien", "cz"), ("Česko", "cz"),
    ("Schweiz", "ch"), ("Suisse", "ch"), ("Österreich", "at"), ("Oesterreich", "at"),
    ("España", "es"), ("Espana", "es"), ("Italia", "it"), ("Ελλάδα", "gr"), ("EL", "gr"),
    ("日本", "jp"), ("Côte d'Ivoire", "ci"), ("Cote d’Ivoire", "ci"), ("Ivory Coast", "ci"),
    ("Trinidad & Tobago", "tt"), ("Philippines", "ph"), ("Republic of Korea", "kr"), ("no", "no"),
    ("NO", "no"), ("EU", "eea-any"), ("EEA", "eea-any"), ("UAE", "ae"), ("Åland", "ax"),
  ]) func usualNamesAreRead(_ text: String, _ code: String) throws {
    #expect(try read(text) == code)
  }

  @Test(arguments: [
    ("Korea", ["North Korea", "South Korea"]),
    ("Congo", ["Democratic Republic of the Congo", "Republic of the Congo"]),
    ("Virgin Islands", ["British Virgin Islands", "United States Virgin Islands"]),
    ("Germany (Frankfurt)", ["“Germany” (de)"]),
    ("Switzerland, Germany", ["Germany", "Switzerland"]),
    ("US or EU", ["United States", "EU or EEA"]), ("Global", []), ("Germny", ["“Germany” (de)"]),
    ("Den", []), ("worldwide", []), ("DE/AT", ["Germany", "Austria"]), ("D", []), ("XX", []),
    ("EMEA", []), ("Deutschlandd", ["Germany"]), ("United", []), ("the", []), ("-", []),
    ("Ger", []),
  ]) func whatIsNoCountryIsRefusedWithWhatComesNear(_ text: String, _ near: [String]) throws {
    let question = try country()
    let error = try #require(throws: AnswerError.self, "“\(text)” is read") {
      try evaluate(pack, AnswerSheet()).read(text, for: question)
    }
    for name in near { #expect(error.message.contains(name), "\(error.message)") }
    #expect(error.message.count < 400, "not the whole list: \(error.message)")
  }

  /// What stands in the law's list is not moved by what a country is called.
  @Test func theLegalClassesStand() throws {
    let options = pack.questions[try country()].options
    func codes(_ place: String) -> Set<String> {
      Set(
        options.filter { $0.attributes["place"] == [place] && $0.code.utf8.count == 2 }.map(\.code))
    }
    let union = """
      at be bg hr cy cz dk ee fi fr de gr hu ie it lv lt lu mt nl pl pt ro sk si es se
      """.split { $0 == " " || $0 == "\n" }.map(String.init)
    #expect(union.count == 27)
    let regions = ["ax", "gf", "gp", "mq", "yt", "re", "mf"]
    #expect(codes("eea") == Set(union + ["is", "li", "no"] + regions))
    #expect(codes("uk") == ["gb"] && codes("ch") == ["ch"] && codes("us") == ["us"])
    let adequate = codes("adequate").subtracting(["br"])
    #expect(
      adequate == ["ad", "ar", "ca", "fo", "gg", "il", "im", "jp", "je", "nz", "kr", "uy"])
  }
}

extension String {
  /// "De": the first letter large, the others small.
  fileprivate var capitalisedForTest: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
