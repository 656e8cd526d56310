import Canvas

extension VirtualScreen {
  mutating func perform(_ token: SequenceParser.Token) {
    switch token {
    case .character(let scalar): put(scalar)
    case .control(let byte): control(byte)
    case .escape(let text): escape(text)
    case .sequence(let mark, let parameters, let final):
      if mark == "?", final == "h" || final == "l" {
        for mode in parameters.compactMap({ $0 }) { setMode(mode, final == "h") }
      } else if mark == nil {
        sequence(final, parameters)
      } else {
        note(mark, parameters, final)
      }
    case .system(let text):
      if text.hasPrefix("52;c;") { clipboard = String(text.dropFirst(5)) }
    }
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x07: bells += 1
    case 0x08: move(x: cursor.x - 1, y: cursor.y)
    case 0x09: move(x: (cursor.x / 8 + 1) * 8, y: cursor.y)
    case 0x0A...0x0C: lineFeed()
    case 0x0D: move(x: 0, y: cursor.y)
    case 0x0E, 0x0F: break
    default: unknown.append("control \(byte)")
    }
  }

  private mutating func escape(_ text: String) {
    switch text {
    case "7": saved = (cursor, pen)
    case "8": restoreCursor()
    case "=": keypadIsApplication = true
    case ">": keypadIsApplication = false
    case "D": lineFeed()
    case "E":
      move(x: 0, y: cursor.y)
      lineFeed()
    case "M": reverseLineFeed()
    // Character sets: only US-ASCII is ever chosen, by terminfo's sgr0.
    case "(B", ")B", ")0": break
    default: unknown.append("ESC \(text)")
    }
  }

  private mutating func sequence(_ final: Character, _ parameters: [Int?]) {
    func number(_ index: Int = 0) -> Int {
      max(1, (index < parameters.count ? parameters[index] : nil) ?? 1)
    }
    let kind = (parameters.first ?? nil) ?? 0
    switch final {
    case "A": move(x: cursor.x, y: cursor.y - number())
    case "B", "e": move(x: cursor.x, y: cursor.y + number())
    case "C", "a": move(x: cursor.x + number(), y: cursor.y)
    case "D": move(x: cursor.x - number(), y: cursor.y)
    case "E": move(x: 0, y: cursor.y + number())
    case "F": move(x: 0, y: cursor.y - number())
    case "G", "`": move(x: number() - 1, y: cursor.y)
    case "d": move(x: cursor.x, y: number() - 1)
    case "H", "f": move(x: number(1) - 1, y: number() - 1)
    case "J": eraseScreen(kind)
    case "K": eraseLine(kind)
    case "X": erase(row: cursor.y, cursor.x..<(cursor.x + number()))
    case "@": insertCells(number())
    case "P": deleteCells(number())
    case "L": insertRows(number())
    case "M": deleteRows(number())
    case "S": scroll(up: number())
    case "T": scroll(down: number())
    case "b": for _ in 0..<number() { put(lastCharacter) }
    case "r": setRegion(top: number() - 1, bottom: number(1), isWhole: parameters.count < 2)
    case "m": setAttributes(parameters.map { $0 ?? 0 })
    case "h" where kind == 4: isInserting = true
    case "l" where kind == 4: isInserting = false
    case "s": saved = (cursor, pen)
    case "u": restoreCursor()
    // Window titles: pushed and popped by terminfo's smcup and rmcup.
    case "t": break
    default: note(nil, parameters, final)
    }
  }

  private mutating func note(_ mark: Character?, _ parameters: [Int?], _ final: Character) {
    let numbers = parameters.map { $0.map(String.init) ?? "" }.joined(separator: ";")
    unknown.append("CSI \(mark.map(String.init) ?? "")\(numbers)\(final)")
  }

  private mutating func setMode(_ mode: Int, _ isOn: Bool) {
    switch mode {
    case 25: cursorIsVisible = isOn
    case 1049 where isOn != modes.contains(1049):
      if isOn {
        saved = (cursor, pen)
        mainScreen = cells
        cells = Self.blank(size)
      } else {
        cells = mainScreen ?? cells
        mainScreen = nil
        restoreCursor()
      }
    default: break
    }
    guard mode != 25 else { return }
    if isOn { modes.insert(mode) } else { modes.remove(mode) }
  }

  private mutating func setAttributes(_ codes: [Int]) {
    var rest = codes.isEmpty ? [0] : codes[...]
    while let code = rest.popFirst() {
      switch code {
      case 0: pen = Cell()
      case 1: pen.attributes.insert(.bold)
      case 2: pen.attributes.insert(.dim)
      case 4: pen.attributes.insert(.underline)
      case 7: pen.attributes.insert(.reverse)
      case 22: pen.attributes.subtract([.bold, .dim])
      case 24: pen.attributes.remove(.underline)
      case 27: pen.attributes.remove(.reverse)
      case 30...37: pen.colour = code - 30
      case 39: pen.colour = nil
      case 40...49: break
      default: unknown.append("SGR \(code)")
      }
    }
  }
}
