import Foundation
import Papers

/// Writes feeds in the shape of one of arXiv's two server generations (ARXIV.md 3).
struct FeedFormat {
  /// Which server is imitated.
  let generation: ArXivGeneration
  /// The time of the answer.
  let now: Timestamp

  /// A page of papers. `query` is the canonical text `search_query=…&id_list=…&start=…&max_results=…`.
  func page(_ papers: [Paper], query: String, total: Int, start: Int, asked: Int) -> [UInt8] {
    let hash = Data(SHA1.digest(Array(query.utf8))).base64EncodedString().prefix { $0 != "=" }
    let text =
      switch generation {
      case .current:
        Self.currentHead + "  <id>https://arxiv.org/api/\(hash)</id>\n"
          + "  <title>arXiv Query: \(Self.escaped(query))</title>\n"
          + "  <updated>\(now.descriptionInSeconds)</updated>\n"
          + "  <link href=\"https://arxiv.org/api/query?\(Self.escaped(query))\" "
          + "type=\"application/atom+xml\"/>\n"
          + "  <opensearch:itemsPerPage>\(asked)</opensearch:itemsPerPage>\n"
          + "  <opensearch:totalResults>\(total)</opensearch:totalResults>\n"
          + "  <opensearch:startIndex>\(start)</opensearch:startIndex>\n"
      case .legacy:
        Self.legacyHead
          + "  <link href=\"http://arxiv.org/api/query?\(Self.percentEncoded(query))\" "
          + "rel=\"self\" type=\"application/atom+xml\"/>\n"
          + "  <title type=\"html\">ArXiv Query: \(Self.escaped(query))</title>\n"
          + "  <id>http://arxiv.org/api/\(hash)</id>\n"
          + "  <updated>\(now.date)T00:00:00-04:00</updated>\n"
          + legacyCount("totalResults", total) + legacyCount("startIndex", start)
          + legacyCount("itemsPerPage", asked)
      }
    let entries = papers.map { generation == .current ? current($0) : legacy($0) }
    return Array((text + entries.joined() + "</feed>\n").utf8)
  }

  /// An error feed (ARXIV.md 4); `query` is the title of a legacy one.
  func error(_ words: String, id: String, query: String) -> [UInt8] {
    let isCurrent = generation == .current
    let id = isCurrent ? id : id.replacing("https://", with: "http://")
    let counts = ["itemsPerPage": 1, "totalResults": 1, "startIndex": 0]
      .sorted { $0.key < $1.key }
      .map { isCurrent ? currentCount($0.key, $0.value) : legacyCount($0.key, $0.value) }
    let time = isCurrent ? now.descriptionInSeconds : "\(now.date)T00:00:00-04:00"
    let title = isCurrent ? "arXiv Search Results" : "ArXiv Query: \(Self.escaped(query))"
    return Array(
      """
      \(isCurrent ? Self.currentHead : Self.legacyHead)\
        <id>\(isCurrent ? "https" : "http")://arxiv.org/</id>
        <title>\(title)</title>
        <updated>\(time)</updated>
      \(counts.joined())\
        <entry>
          <id>\(Self.escaped(id))</id>
          <title>Error</title>
          <updated>\(time)</updated>
          <link href="\(Self.escaped(id))" rel="alternate" type="text/html"/>
          <summary>\(Self.escaped(words))</summary>
          <author>
            <name>arXiv api core</name>
          </author>
        </entry>
      </feed>

      """.utf8)
  }

  private func current(_ paper: Paper) -> String {
    let scheme = "scheme=\"http://arxiv.org/schemas/atom\""
    var text = """
        <entry>
          <id>http://arxiv.org/abs/\(paper.reference)</id>
          <title>\(Self.escaped(paper.title))</title>
          <updated>\(paper.updated.descriptionInSeconds)</updated>
          <link href="https://arxiv.org/abs/\(paper.reference)" rel="alternate" type="text/html"/>
          <link href="https://arxiv.org/pdf/\(paper.reference)" rel="related" \
      type="application/pdf" title="pdf"/>
          <summary>\(Self.escaped(paper.abstract.replacing("\n", with: "\n  ")))</summary>

      """
    for category in paper.categories {
      text += "    <category term=\"\(category)\" \(scheme)/>\n"
    }
    text += "    <published>\(paper.published.descriptionInSeconds)</published>\n"
    text += element("arxiv:comment", paper.comment)
    text += "    <arxiv:primary_category term=\"\(paper.primaryCategory)\"/>\n"
    text += element("arxiv:journal_ref", paper.journalRef)
    for author in paper.authors {
      text += "    <author>\n      <name>\(Self.escaped(author.name))</name>\n"
      for affiliation in author.affiliations {
        text += "      <arxiv:affiliation>\(Self.escaped(affiliation))</arxiv:affiliation>\n"
      }
      text += "    </author>\n"
    }
    for doi in paper.dois {
      text += element("arxiv:doi", doi)
      text +=
        "    <link rel=\"related\" href=\"https://doi.org/\(Self.escaped(doi))\" title=\"doi\"/>\n"
    }
    return text + "  </entry>\n"
  }

  private func legacy(_ paper: Paper) -> String {
    let ours = "xmlns:arxiv=\"http://arxiv.org/schemas/atom\""
    let scheme = "scheme=\"http://arxiv.org/schemas/atom\""
    let title = Self.wrapped(paper.title, indent: "  ")
    let summary = paper.abstract.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "  " + Self.wrapped(String($0), indent: "") }.joined(separator: "\n")
    var text = """
        <entry>
          <id>http://arxiv.org/abs/\(paper.reference)</id>
          <updated>\(paper.updated.descriptionInSeconds)</updated>
          <published>\(paper.published.descriptionInSeconds)</published>
          <title>\(Self.escaped(title))</title>
          <summary>\(Self.escaped(summary))
      </summary>

      """
    for author in paper.authors {
      text += "    <author>\n      <name>\(Self.escaped(author.name))</name>\n"
      for affiliation in author.affiliations {
        text +=
          "      <arxiv:affiliation \(ours)>\(Self.escaped(affiliation))</arxiv:affiliation>\n"
      }
      text += "    </author>\n"
    }
    if !paper.dois.isEmpty {
      let dois = Self.escaped(paper.dois.joined(separator: " "))
      text += "    <arxiv:doi \(ours)>\(dois)</arxiv:doi>\n"
      text += "    <link title=\"doi\" href=\"http://dx.doi.org/\(dois)\" rel=\"related\"/>\n"
    }
    for (name, value) in [("comment", paper.comment), ("journal_ref", paper.journalRef)] {
      guard let value else { continue }
      let wrapped = Self.wrapped(value, indent: "  ")
      text += "    <arxiv:\(name) \(ours)>\(Self.escaped(wrapped))</arxiv:\(name)>\n"
    }
    text += """
          <link href="http://arxiv.org/abs/\(paper.reference)" rel="alternate" type="text/html"/>
          <link title="pdf" href="http://arxiv.org/pdf/\(paper.reference)" rel="related" \
      type="application/pdf"/>
          <arxiv:primary_category \(ours) term="\(paper.primaryCategory)" \(scheme)/>

      """
    for category in paper.categories {
      text += "    <category term=\"\(category)\" \(scheme)/>\n"
    }
    return text + "  </entry>\n"
  }

  private func element(_ name: String, _ value: String?) -> String {
    value.map { "    <\(name)>\(Self.escaped($0))</\(name)>\n" } ?? ""
  }

  private func currentCount(_ name: String, _ value: Int) -> String {
    "  <opensearch:\(name)>\(value)</opensearch:\(name)>\n"
  }

  private func legacyCount(_ name: String, _ value: Int) -> String {
    "  <opensearch:\(name) xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\">\(value)"
      + "</opensearch:\(name)>\n"
  }

  /// `text` as XML content or attribute value.
  static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += Array("&amp;".utf8)
      case UInt8(ascii: "<"): result += Array("&lt;".utf8)
      case UInt8(ascii: ">"): result += Array("&gt;".utf8)
      case UInt8(ascii: "\""): result += Array("&quot;".utf8)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Lines of at most 76 columns where words allow it, as the legacy server broke them.
  private static func wrapped(_ text: String, indent: String) -> String {
    var result = ""
    var column = 0
    for word in text.split(separator: " ") {
      if column > 0, column + 1 + word.count > 76 {
        result += "\n" + indent
        column = indent.count
      } else if column > 0 {
        result += " "
        column += 1
      }
      result += word
      column += word.count
    }
    return result
  }

  private static func percentEncoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || "-._~".utf8.contains(byte)
      let hex = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (hex.count < 2 ? "0" : "") + hex
    }.joined()
  }

  private static let currentHead = """
    <?xml version='1.0' encoding='UTF-8'?>
    <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" \
    xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">

    """
  private static let legacyHead = """
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom">

    """
}
