/// Where arXiv shows papers to people.
///
/// The one place that knows how the pages of a paper are called (ARXIV.md 10).
package struct ArXivSite: Hashable, Sendable {
  /// A page of a paper; the raw value is its folder at arXiv.
  package enum Page: String, CaseIterable, Sendable {
    case abstract = "abs"
    case html
    case pdf
    case source = "src"
  }

  /// Without slash at the end.
  private let base: String

  /// arXiv itself; what an export names, whatever mirror its user reads.
  package static let standard = ArXivSite(base: "https://arxiv.org")

  /// The site at an address that was checked when the configuration was read.
  package init(base: String) {
    var base = base[...]
    while base.last == "/" { base.removeLast() }
    self.base = String(base)
  }

  /// The address of a page. Without a version it always shows the latest.
  package func address(of paper: ArXivReference, page: Page = .abstract) -> WebAddress {
    WebAddress(configured: "\(base)/\(page.rawValue)/\(paper)")
  }

  /// The address of a page of the latest version.
  package func address(of id: ArXivID, page: Page = .abstract) -> WebAddress {
    address(of: ArXivReference(id: id), page: page)
  }
}
