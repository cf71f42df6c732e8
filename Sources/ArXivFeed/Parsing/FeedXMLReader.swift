import Foundation
import FoundationXML

/// The namespaces of arXiv's feeds, bound by URI: prefixes and places of declaration vary.
enum FeedNamespace {
  case none, atom, openSearch, arXiv, dublinCore, starter, other

  init(uri: String?) {
    switch uri {
    case nil, "": self = .none
    case "http://www.w3.org/2005/Atom": self = .atom
    case "http://arxiv.org/schemas/atom": self = .arXiv
    case "http://a9.com/-/spec/opensearch/1.1/": self = .openSearch
    case "http://purl.org/dc/elements/1.1/": self = .dublinCore
    case "https://paperq.example/ns/starter": self = .starter
    default: self = .other
    }
  }
}

/// Takes the elements of a feed as they come.
protocol FeedElementHandler {
  /// An element begins; true when its text is wanted. The root has depth 1.
  mutating func begin(
    _ name: String, in namespace: FeedNamespace, depth: Int, attributes: [String: String]
  ) -> Bool

  /// An element ends; `text` is what was in it and in its descendants, or empty if not wanted.
  mutating func end(_ name: String, in namespace: FeedNamespace, depth: Int, text: String)
}

/// Runs Foundation's XML parser over a feed and hands its elements to a handler.
///
/// The parser recovers from broken input and says that it succeeded, so success here is judged by
/// its first error and by the root having been closed.
final class FeedXMLReader<Handler: FeedElementHandler>: NSObject, XMLParserDelegate {
  private var handler: Handler
  private var depth = 0
  private var rootIsClosed = false
  private var text = ""
  /// The depth of the element whose text is being kept, 0 when none is.
  private var textDepth = 0

  private init(_ handler: Handler) {
    self.handler = handler
  }

  /// Hands every element of `bytes` to `handler` and gives it back.
  static func read(_ bytes: [UInt8], into handler: Handler) throws(FeedError) -> Handler {
    try FeedProlog.check(bytes)
    let reader = FeedXMLReader(handler)
    let parser = XMLParser(data: Data(bytes))
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    parser.delegate = reader
    let succeeded = parser.parse()
    if let error = parser.parserError {
      if !endsWithEndTag(bytes) { throw .cutShort }
      throw .malformed(line: max(1, parser.lineNumber), reason: reason(error))
    }
    guard succeeded, reader.rootIsClosed else { throw .cutShort }
    return reader.handler
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    depth += 1
    let isWanted = handler.begin(
      elementName, in: FeedNamespace(uri: namespaceURI), depth: depth, attributes: attributes)
    if isWanted, textDepth == 0 {
      textDepth = depth
      text = ""
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    let isKept = textDepth == depth
    handler.end(
      elementName, in: FeedNamespace(uri: namespaceURI), depth: depth, text: isKept ? text : "")
    if isKept { textDepth = 0 }
    depth -= 1
    if depth == 0 { rootIsClosed = true }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if textDepth > 0 { text += string }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    if textDepth > 0 { text += String(decoding: block, as: UTF8.self) }
  }

  /// Whether the last thing in `bytes` is a whole end tag: then an error lies before the end.
  private static func endsWithEndTag(_ bytes: [UInt8]) -> Bool {
    guard let last = bytes.lastIndex(where: { !FeedText.isWhiteSpace($0) }),
      bytes[last] == UInt8(ascii: ">"),
      let open = bytes[..<last].lastIndex(of: UInt8(ascii: "<"))
    else { return false }
    let tag = String(
      decoding: bytes[open...last].filter { !FeedText.isWhiteSpace($0) }, as: UTF8.self)
    return tag.hasPrefix("</") && (tag.hasSuffix("feed>") || tag.hasSuffix("rss>"))
  }

  private static func reason(_ error: any Error) -> String {
    let error = error as NSError
    return error.userInfo["NSXMLParserErrorMessage"] as? String ?? "broken XML (\(error.code))"
  }
}
