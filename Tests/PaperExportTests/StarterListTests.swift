import Foundation
import Papers
import Testing

/// The bundled starter list, read without a parser: it is ours, and its lines have one shape.
private func starterList() throws -> [Substring] {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/paperq/Resources/starter.atom.xml")
  return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
}

/// The contents of the elements that stand on a line each.
private func contents(of element: String, in lines: some Sequence<Substring>) -> [String] {
  lines.compactMap { line in
    let line = line.drop { $0 == " " }
    guard line.hasPrefix("<\(element)>"), line.hasSuffix("</\(element)>") else { return nil }
    return String(line.dropFirst(element.count + 2).dropLast(element.count + 3))
  }
}

@Test func everyElementOfTheStarterListIsClosed() throws {
  var open: [Substring] = []
  let text = try starterList().joined(separator: " ")
  var rest = Substring(text)
  while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
    let tag = rest[rest.index(after: start)..<end]
    rest = rest[rest.index(after: end)...]
    if tag.hasPrefix("?") || tag.hasPrefix("!") || tag.hasSuffix("/") { continue }
    let name = tag.prefix { $0 != " " }
    if name.hasPrefix("/") {
      #expect(open.popLast() == name.dropFirst())
    } else {
      open.append(name)
    }
  }
  #expect(open == [])
  #expect(!text.split(separator: "&").dropFirst().contains { !$0.hasPrefix("amp;") })
}

@Test func theStarterListIsInReadingOrderWithoutRepetition() throws {
  let entries = try starterList().split { $0 == "  <entry>" }.dropFirst()
  #expect((25...30).contains(entries.count))
  var ids: Set<ArXivID> = []
  for (index, entry) in entries.enumerated() {
    #expect(contents(of: "starter:position", in: entry) == ["\(index + 1)"])
    let why = try #require(contents(of: "starter:why", in: entry).first)
    #expect((30..<110).contains(why.count), "\(why)")
    let id = try #require(contents(of: "id", in: entry).first)
    let reference = try #require(ArXivReference(id))
    #expect(id == "http://arxiv.org/abs/\(reference)")
    #expect(ids.insert(reference.id).inserted)
    #expect(contents(of: "title", in: entry).count == 1)
    let published = try #require(
      contents(of: "published", in: entry).first.flatMap { Timestamp($0) })
    let updated = try #require(contents(of: "updated", in: entry).first.flatMap { Timestamp($0) })
    #expect(reference.version == 1 ? updated == published : updated > published)
    // An identifier is of the month of submission or the one after it.
    let day = published.calendarDay
    let months = reference.id.month.year * 12 + reference.id.month.month - day.year * 12 - day.month
    #expect((0...1).contains(months), "\(reference)")
  }
  let first = try #require(contents(of: "title", in: try starterList()).dropFirst().first)
  #expect(first == "Visualizing and Understanding Convolutional Networks")
  #expect(
    contents(of: "title", in: try starterList()).last
      == "Zephyr: Direct Distillation of LM Alignment")
}

@Test func everyStarterEntryHasItsAuthorsAndAPrimaryCategory() throws {
  for entry in try starterList().split(whereSeparator: { $0 == "  <entry>" }).dropFirst() {
    let authors = entry.filter { $0.hasPrefix("    <author><name>") }
    #expect(authors.count >= 2)
    #expect(Set(authors).count == authors.count)
    let primary = entry.compactMap { $0.firstMatch(of: /primary_category term="([^"]+)"/)?.1 }
    let categories = entry.compactMap { $0.firstMatch(of: /<category term="([^"]+)"/)?.1 }
    #expect(primary.count == 1)
    #expect(categories.first == primary.first)
  }
}
