import ArgumentParser
import Papers

/// `paperq tag ID… +a -b`: sets and removes tags.
struct TagCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Set and remove tags: paperq tag ID +good -later",
    usage: """
      paperq tag [<options>] <id> ... +<tag> ... -<tag> ...
      paperq tag [<options>] --query <query> +<tag> ... -<tag> ...
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var papers: PaperChoice

  @Argument(help: "Papers, by identifier or URL; '+tag' sets a tag, '-tag' removes one.")
  var words: [String] = []

  private var isTag: (String) -> Bool { { $0.hasPrefix("+") || $0.hasPrefix("-") } }

  func validate() throws {
    let tags = words.filter(isTag)
    guard !tags.isEmpty else {
      throw ValidationError("name papers and tags: paperq tag ID +good -later")
    }
    try papers.validate(with: words.filter { !isTag($0) })
    for tag in tags.map({ String($0.dropFirst()) })
    where tag.allSatisfy(\.isWhitespace) || tag != tag.onOneLine {
      throw ValidationError("'\(tag)' is no tag")
    }
  }

  func run(in context: CommandContext) throws {
    let library = try context.openLibrary()
    let ids = try papers.ids(named: words.filter { !isTag($0) }, in: library, context)
    let steps = ids.flatMap { id in
      words.filter(isTag).map { word in
        LibraryChange.Step(id, .tag(String(word.dropFirst()), isPresent: word.hasPrefix("+")))
      }
    }
    let count = try library.commit(.editTags, steps)
    context.console.remark(
      count.papers(of: ids.count, were: "tagged so already") { "tagged \($0)" })
  }

  /// The words of a command line with `--` before what only looks like an option: the parser would
  /// take `-later` for one. Words with two dashes are options wherever they stand.
  static func separatingTags(in arguments: [String]) -> [String] {
    var rest = arguments[...]
    var result: [String] = []
    func takeOption(_ word: String) {
      result.append(word)
      if ["--config", "--library", "--query"].contains(word), let value = rest.popFirst() {
        result.append(value)
      }
    }
    while rest.first?.hasPrefix("-") == true, let word = rest.popFirst() { takeOption(word) }
    guard rest.popFirst() == "tag", rest != ["-h"] else { return arguments }
    result.append("tag")
    var words: [String] = []
    while let word = rest.popFirst() {
      if word == "--" {
        words += rest
        break
      }
      if word.hasPrefix("--") { takeOption(word) } else { words.append(word) }
    }
    return result + ["--"] + words
  }
}
