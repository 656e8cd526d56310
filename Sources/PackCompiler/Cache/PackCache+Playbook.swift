import PackModel

extension ByteWriter {
  mutating func write(_ deviation: Deviation) {
    write(deviation.when)
    write(deviation.norm)
    write(deviation.authority)
    write(deviation.says)
  }

  mutating func write(_ term: PlaybookTerm) {
    write(count: term.question)
    write(term.authority)
    write(map: term.sides) {
      $0.write($1.positions) {
        $0.write($1.when)
        $0.write($1.says)
      }
      $0.write($1.fallback)
      $0.write($1.because)
    }
  }
}

extension ByteReader {
  mutating func deviation() throws(PackCacheFault) -> Deviation {
    let when = try expression()
    let norm = try optionalString()
    let authority = try strings()
    return Deviation(when: when, norm: norm, authority: authority, says: try string())
  }

  mutating func playbookTerm() throws(PackCacheFault) -> PlaybookTerm {
    let question = try index(sizes.questions)
    let authority = try strings()
    return PlaybookTerm(
      question: question, authority: authority,
      sides: try map { reader throws(PackCacheFault) in try reader.playbookSide() })
  }

  private mutating func playbookSide() throws(PackCacheFault) -> PlaybookTerm.Side {
    let positions = try list { reader throws(PackCacheFault) in
      let when = try reader.expression()
      return PlaybookTerm.Bound(when: when, says: try reader.string())
    }
    let fallback = try inlines()
    return PlaybookTerm.Side(positions: positions, fallback: fallback, because: try string())
  }
}
