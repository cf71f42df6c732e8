import Papers

/// A line (or, for a note, several) that the user is typing at the bottom of the screen.
struct Prompt: Equatable, Sendable {
  enum Purpose: Equatable, Sendable {
    /// A text in the list, with the paper that the cursor was on.
    case search(from: ArXivID?)
    /// A text on a page, with the line that was the first on the screen.
    case find(from: Int)
    /// A text that narrows a screen, and the one that did so before.
    case narrow(earlier: String)
    /// A query that narrows the list, with what it was before.
    case filter(before: Unfiltered)
    case searchArXiv
    case command
    /// A note on papers, with what to call them where they are not under the cursor.
    case annotate([ArXivID], subject: String? = nil)
    /// A command line that papers are given to.
    case pipe(PipedForm, [ArXivID])
    /// The place that papers are exported to in a format.
    case export(ExportFormat, [ArXivID])
    /// The papers, and the tags that stood in the line at first.
    case tags([ArXivID], initial: [String])
  }

  let purpose: Purpose
  var editor: LineEditor
  /// What to say of the present text: what is wrong with it.
  var remark: String?
  /// The characters that the remark is about.
  var mistake: Range<Int>?
  /// What is said quietly while typing: what the command takes and does, or what a query needs.
  var usage: String?
  /// The text that it was opened with.
  let initialText: String
  /// What fits the word that is being typed.
  var offers: [Candidate] = []
  var completion: Completion?
  /// The folder of the path that is being typed.
  var listing: FolderListing?
  /// The first line that is seen of a text that is taller than its place.
  var top = 0
  /// The column that moving by lines keeps to; nil for that of the cursor.
  var goalColumn: Int?
  /// The index in the history, counted back from the newest; nil for what is being typed.
  var historyIndex: Int?
  /// What was typed before the history was gone through; lines that begin with it are shown.
  var historyStem = ""

  init(_ purpose: Purpose, text: String = "") {
    self.purpose = purpose
    initialText = text
    editor = LineEditor(text)
  }

  /// Shows what is wrong: the cursor goes behind the word at fault.
  mutating func point(at mistake: Mistake) {
    remark = mistake.message
    self.mistake = mistake.range
    editor.move(to: mistake.range.upperBound)
    completion = nil
    offers = []
  }

  /// A word that may be put in, with a line on what it means.
  struct Candidate: Equatable, Sendable {
    var text: String
    var help: String
    /// Whether more may stand behind it, parted by a blank.
    var isFollowed: Bool

    /// Whether it is the beginning of a longer word: a field, or a folder.
    var isBegun: Bool { text.hasSuffix(":") || text.hasSuffix("/") }

    init(_ text: String, help: String = "", isFollowed: Bool = false) {
      self.text = text
      self.help = help
      self.isFollowed = isFollowed
    }
  }

  /// Words that fit what was typed, gone through by Tab.
  struct Completion: Equatable, Sendable {
    /// The text before the word.
    var head: String
    /// The text behind the cursor.
    var tail: String
    var candidates: [Candidate]
    /// The candidate that stands in the text.
    var index: Int
  }

  /// A list before something was typed as its filter, and the revision that it is of.
  struct Unfiltered: Equatable, Sendable {
    var list: PaperList
    var revision: Int
  }

  enum History: Equatable, Sendable {
    case search, searchArXiv, command, pipe
  }

  /// Whether Tab has put in the name of a folder last.
  var isFolderCompleted: Bool {
    listing != nil && completion.map { $0.candidates[$0.index].text.hasSuffix("/") } == true
  }

  /// Whether it is a text of several lines.
  var isNote: Bool {
    if case .annotate = purpose { true } else { false }
  }

  /// Earlier texts of its kind, gone through by the arrows; nil when none are kept.
  var history: History? {
    switch purpose {
    case .search, .find: .search
    case .searchArXiv: .searchArXiv
    case .command: .command
    case .pipe: .pipe
    case .narrow, .filter, .annotate, .tags, .export: nil
    }
  }

  /// What stands before the text.
  var label: String {
    switch purpose {
    case .search, .find, .narrow: "/"
    case .filter: "filter: "
    case .searchArXiv: "search arXiv: "
    case .command: ":"
    case .pipe(let form, let ids): form.label(count: ids.count)
    case .annotate(let ids, let subject):
      ids.count > 1
        ? "note on \(ids.count) papers: " : subject.map { "note on \($0): " } ?? "note: "
    case .export(let format, let ids):
      "export \(ids.count > 1 ? "\(ids.count) papers " : "")as \(format.rawValue) to: "
    case .tags(let ids, _): ids.count > 1 ? "tags of \(ids.count) papers: " : "tags: "
    }
  }
}
