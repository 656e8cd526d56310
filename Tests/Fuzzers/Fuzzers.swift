import Glibc
import PlainText

/// Runs one target: by the compiler's libFuzzer where it was built with that (`scripts/fuzz`), else by
/// the mutator here, which needs no other build and goes the same way from the same seed.
///
///     fuzzers --list
///     fuzzers NAME [--runs N] [--seed N]      seeds, what was kept, then N changed inputs
///     fuzzers NAME FILE…                      these inputs only
///     fuzzers NAME --seeds FOLDER             writes the seeds down
///     fuzzers NAME --words                    the words of its language, as libFuzzer reads them
@main struct Fuzzers {
  static func main() {
    #if LIBFUZZER
      if let name = getenv("ART28_FUZZ_TARGET").map({ String(cString: $0) }) {
        Coverage.run(target(name))
      }
    #endif
    var words = Array(CommandLine.arguments.dropFirst())
    guard let name = words.first, name != "--list" else {
      for target in FuzzTarget.all { print(target.name) }
      return
    }
    words.removeFirst()
    let target = target(name)
    var (runs, seed, files): (Int?, UInt64, [String]) = (nil, 1, [])
    while !words.isEmpty {
      let word = words.removeFirst()
      switch word {
      case "--runs": runs = words.isEmpty ? nil : Int(words.removeFirst())
      case "--seed": seed = words.isEmpty ? seed : UInt64(words.removeFirst()) ?? seed
      case "--words":
        for word in target.words { print(Self.quoted(word)) }
        return
      case "--seeds": return write(target, to: words.first ?? ".")
      default: files.append(word)
      }
    }
    let watch = Watch(target.name)
    if files.isEmpty {
      let count = Chances(target, seed: seed).run(runs ?? target.runs, watch)
      print("\(target.name): \(count) inputs")
    } else {
      for file in files {
        watch.run(target, Folder.bytes(of: file))
        print("\(file): ended")
      }
    }
    Scratch.remove()
  }

  private static func target(_ name: String) -> FuzzTarget {
    guard let found = FuzzTarget.all.first(where: { $0.name == name }) else {
      print("There is no target \(name): fuzzers --list")
      exit(2)
    }
    return found
  }

  /// A line of a dictionary: every byte that is no letter or digit by its number.
  private static func quoted(_ word: String) -> String {
    let bytes = word.utf8.map { byte -> String in
      let isPlain = byte < 0x80 && Character(Unicode.Scalar(byte)).isLetter
      return isPlain ? String(Unicode.Scalar(byte)) : "\\x" + [byte].hexadecimal
    }
    return "\"\(bytes.joined())\""
  }

  private static func write(_ target: FuzzTarget, to folder: String) {
    for (number, seed) in (target.seeds() + target.kept).enumerated() {
      Folder.write(seed, to: "\(folder)/\(target.name)-\(number)")
    }
  }
}
