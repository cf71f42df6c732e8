import Foundation
import Papers

/// A paper as the search index sees it: words in lower case, without diacritics.
struct SearchablePaper {
  let paper: Paper

  func matches(field: String, value: String, isPhrase: Bool) -> Bool {
    switch field {
    case "ti": Self.contains(paper.title, value)
    case "au": matchesAuthor(value)
    case "abs": Self.contains(paper.abstract, value)
    case "co": Self.contains(paper.comment ?? "", value)
    case "jr": Self.contains(paper.journalRef ?? "", value)
    case "cat": matchesCategory(value)
    case "id": paper.id.description == value || paper.reference.description == value
    case "doi": paper.dois.contains(value)
    case "rn": false
    case "submittedDate": matchesDates(value)
    default:
      Self.contains(paper.title, value) || Self.contains(paper.abstract, value)
        || Self.contains(paper.comment ?? "", value) || matchesAuthor(value)
        || Self.contains(paper.journalRef ?? "", value) || matchesCategory(value)
    }
  }

  /// `hill`, `felix hill`, `hill, felix` and `hill_f` all find Felix Hill.
  private func matchesAuthor(_ value: String) -> Bool {
    let wanted = Self.words(value.replacing("_", with: " "))
    return !wanted.isEmpty
      && paper.authors.contains { author in
        let names = Self.words(author.name)
        return wanted.allSatisfy { word in
          names.contains(word) || word.count == 1 && names.contains { $0.hasPrefix(word) }
        }
      }
  }

  private func matchesCategory(_ value: String) -> Bool {
    guard value.hasSuffix("*") else { return paper.categories.contains(value) }
    let prefix = value.dropLast()
    return paper.categories.contains { $0.hasPrefix(prefix) }
  }

  private func matchesDates(_ value: String) -> Bool {
    let parts = value.split(separator: " ")
    guard parts.count == 3, let from = SearchDate.timestamp(parts[0]),
      let until = SearchDate.timestamp(parts[2])
    else { return false }
    let published = paper.published.milliseconds
    return published >= from.milliseconds && published < until.milliseconds + 60_000
  }

  /// Whether the words of `value` stand together in `text`; a last `*` stands for any ending.
  private static func contains(_ text: String, _ value: String) -> Bool {
    let isPrefix = value.hasSuffix("*")
    let wanted = words(value)
    let words = words(text)
    guard let first = wanted.first, words.count >= wanted.count else { return false }
    return words.indices.dropLast(wanted.count - 1).contains { start in
      guard wanted.count > 1 || isPrefix else { return words[start] == first }
      return wanted.indices.allSatisfy { index in
        let word = words[start + index]
        return isPrefix && index == wanted.count - 1
          ? word.hasPrefix(wanted[index]) : word == wanted[index]
      }
    }
  }

  private static func words(_ text: String) -> [Substring] {
    let folded =
      text.utf8.allSatisfy { $0 < 0x80 }
      ? text.lowercased()
      : text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return folded.split { !$0.isLetter && !$0.isNumber }
  }
}
