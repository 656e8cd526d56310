import Foundation
import FoundationXML

/// An element of a file for Word, or a text in it, which has no name.
final class WordNode {
  let name: String
  let attributes: [String: String]
  var text: String
  var children: [WordNode] = []

  init(_ name: String, _ attributes: [String: String] = [:], text: String = "") {
    self.name = name
    self.attributes = attributes
    self.text = text
  }

  /// The first child of that name, and on along the path.
  func child(_ path: String...) -> WordNode? {
    path.reduce(WordNode?(self)) { node, name in node?.children.first { $0.name == name } }
  }

  struct CannotRead: Error {}

  static func root(of xml: [UInt8]) throws -> WordNode {
    let reader = Reader()
    let parser = XMLParser(data: Data(xml))
    parser.delegate = reader
    guard parser.parse(), let root = reader.root.children.first else { throw CannotRead() }
    return root
  }

  private final class Reader: NSObject, XMLParserDelegate {
    let root = WordNode("")
    private lazy var open = [root]

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) {
      let node = WordNode(name, attributes)
      open.last?.children.append(node)
      open.append(node)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      open.last?.text += string
      open.last?.children.append(WordNode("", text: string))
    }
  }
}
