import Papers

extension QueueState {
  /// Where the path begins that is being typed, up to the cursor; nil when none is.
  func pathStart(in prompt: Prompt) -> Int? {
    let typed = prompt.editor.characters[..<prompt.editor.cursor]
    switch prompt.purpose {
    case .export:
      return typed.firstIndex { !$0.isWhitespace } ?? typed.endIndex
    case .command:
      guard let (action, start) = argument(in: typed), action == .export else { return nil }
      let word = typed[start...].prefix { !$0.isWhitespace }
      guard ExportFormat(rawValue: String(word)) != nil, word.endIndex < typed.endIndex else {
        return ExportRequest.isPath(String(word)) ? start : nil
      }
      return typed[word.endIndex...].firstIndex { !$0.isWhitespace } ?? typed.endIndex
    default:
      return nil
    }
  }

  /// Asks for what lies in the folder whose name is being typed, once. One that Tab has put in among
  /// others may still become another.
  mutating func listFolder() -> [Effect] {
    guard let prompt, (prompt.completion?.candidates.count ?? 0) < 2,
      let start = pathStart(in: prompt)
    else {
      return []
    }
    let typed = prompt.editor.characters[start..<prompt.editor.cursor]
    let folder = String(typed[..<(typed.lastIndex(of: "/").map { $0 + 1 } ?? start)])
    guard prompt.listing?.folder != folder else { return [] }
    self.prompt?.listing = FolderListing(folder: folder)
    return [.listFolder(folder)]
  }

  /// Offers what lies in a folder, if its path is still what is being typed.
  mutating func folderListed(_ folder: String, _ names: [String]) {
    guard var prompt, prompt.listing?.folder == folder else { return }
    let step = prompt.listing?.pendingStep
    prompt.listing = FolderListing(folder: folder, names: names)
    if let step {
      complete(&prompt, step: step)
      fitPrompt()
    }
    self.prompt = prompt
    isUnsettled = true
  }
}
