import PackModel

extension ByteWriter {
  mutating func write(_ column: ReportColumn) {
    write(column.table.rawValue)
    write(column.word)
  }
}

extension ByteReader {
  mutating func reportTable() throws(PackCacheFault) -> ReportTable {
    guard let table = ReportTable(rawValue: try string()) else { throw .damaged }
    return table
  }

  mutating func reportColumn() throws(PackCacheFault) -> ReportColumn {
    let table = try reportTable()
    guard let column = ReportColumn(try string(), of: table) else { throw .damaged }
    return column
  }

  mutating func reportFact() throws(PackCacheFault) -> ReportFact {
    guard let fact = ReportFact(rawValue: try string()) else { throw .damaged }
    return fact
  }
}
