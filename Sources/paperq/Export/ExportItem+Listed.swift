import PaperExport
import Papers

extension ExportItem {
  /// A paper with what the user did with it: as the list shows it, which may be what arXiv found, or
  /// else as the library has it; nil when neither holds it.
  init?(_ id: ArXivID, shown: Library, _ library: Library) {
    guard let paper = shown.paper(id) ?? library.paper(id) else { return nil }
    self.init(paper: paper, reading: library.reading(id))
  }
}
