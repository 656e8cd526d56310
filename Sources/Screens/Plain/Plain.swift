package func plainPrompt(_ desk: Desk) -> [String] { [] }
package func plainMessages(_ line: String, _ desk: Desk) -> [Message] { [] }
