import Papers
import TerminalGrid

extension QueueState {
  /// Asks which page of a paper, or which link of its texts and notes, to open; with a number, opens
  /// that link at once.
  mutating func openLink(_ argument: String) -> [Effect] {
    guard let paper = currentPaper else { return sayNoPaper() }
    let id = paper.id
    let links = links(of: paper)
    if let number = Int(argument) {
      guard links.indices.contains(number - 1) else {
        return fail(
          links.isEmpty
            ? "\(id) has no links" : "\(id) has no link \(number), only 1 to \(links.count)")
      }
      return take(choice(of: links[number - 1], number: number))
    }
    let pages = ArXivSite.Page.allCases.map { page in
      Question.Choice(
        key: page.key, label: page.label,
        outcome: .browse(options.site.address(of: id, page: page), name: "\(page.label) of \(id)"))
    }
    let numbered = links.enumerated().map { choice(of: $0.element, number: $0.offset + 1) }
    question = .menu("open a page or link of \(id)", pages + numbered)
    return []
  }

  /// What the paper, its texts and the user's notes lead to, as they are numbered.
  func links(of paper: Paper) -> [PaperLink] {
    PaperLinks.all(of: paper, notes: library.reading(paper.id).notes, site: options.site)
  }

  /// Where a link leads: to the title of a paper that the library has, else to its address.
  func label(of link: PaperLink) -> String {
    guard let id = link.reference?.id, let held = library.paper(id) else { return link.label }
    return "\(held.titleText) [\(id)]"
  }

  /// A paper that the library has is shown here; everything else is for the browser.
  private func choice(of link: PaperLink, number: Int) -> Question.Choice {
    let held = link.reference.flatMap { library.shows($0.id) ? $0.id : nil }
    let kind = link.kind.rawValue.padded(toColumns: 8)
    let title = link.reference.flatMap { library.paper($0.id)?.titleText }
    return Question.Choice(
      key: String(number), label: kind + label(of: link),
      shortening: title.map { .replaced(by: kind + $0) } ?? .cutInMiddle,
      outcome: held.map { .page($0) } ?? .browse(link.address, name: link.label))
  }

  mutating func browse(_ address: WebAddress, name: String) -> [Effect] {
    say("opening \(name)")
    return [.openInBrowser(address)]
  }
}

extension ArXivSite.Page {
  /// What is typed to choose it.
  fileprivate var key: String {
    switch self {
    case .abstract: "a"
    case .html: "h"
    case .pdf: "p"
    case .source: "s"
    }
  }

  /// What to call it.
  fileprivate var label: String {
    switch self {
    case .abstract: "abstract page"
    case .html: "HTML"
    case .pdf: "PDF in the browser"
    case .source: "source"
    }
  }
}
