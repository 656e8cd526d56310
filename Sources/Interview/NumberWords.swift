import PackModel

/// Numbers in words.
enum NumberWords {
  /// Numbers below a hundred in English and German.
  static let all: [String: Int] = {
    var words = Dictionary(
      uniqueKeysWithValues: (0..<100).map { (Language.british.numberInWords($0), $0) })
    for (word, number) in german { words[word] = number }
    return words
  }()

  private static let german: [(String, Int)] = {
    let small = [
      "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
      "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn",
      "neunzehn",
    ]
    let tens = [
      "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig",
    ]
    var found = small.enumerated().map { ($1, $0) }
    // "null" stands for nothing at all in files.
    found.removeFirst()
    found += ["ein", "eine", "einen", "einem", "einer"].map { ($0, 1) }
    for (at, ten) in tens.enumerated() {
      found.append((ten, 20 + 10 * at))
      for one in 1...9 {
        found.append(((one == 1 ? "ein" : small[one]) + "und" + ten, 20 + 10 * at + one))
      }
    }
    // As it is written where there are no dots.
    return found
      + found.map { word, number in
        (
          word.replacing("ü", with: "ue").replacing("ö", with: "oe").replacing("ß", with: "ss"),
          number
        )
      }
  }()
}
