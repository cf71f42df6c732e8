import ArgumentParser
import Papers

/// `paperq tag ID… +a -b`: sets and removes tags.
///
/// The parser would take `-b` for an option, so all words are taken as they are and sorted out here.
struct TagCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Set and remove tags: paperq tag ID +good -later",
    usage:
      "paperq tag [--config <file>] [--library <folder>] [--json] <id> ... +<tag> ... -<tag> ...")

  /// Those before the first word; the parser takes them.
  @OptionGroup var leading: GlobalOptions

  @Argument(
    parsing: .captureForPassthrough,
    help: "Papers, by identifier or URL; '+tag' sets a tag, '-tag' removes one.")
  var words: [String] = []

  /// The words, sorted out.
  private struct Request {
    var options: [String] = []
    var ids: [String] = []
    var tags: [(name: String, isPresent: Bool)] = []

    init(_ words: [String]) {
      var rest = words[...]
      var endsOptions = false
      while let word = rest.popFirst() {
        if word == "--", !endsOptions {
          endsOptions = true
        } else if word.hasPrefix("--"), !endsOptions {
          options.append(word)
          if ["--config", "--library"].contains(word), let value = rest.popFirst() {
            options.append(value)
          }
        } else if word.hasPrefix("+") || word.hasPrefix("-") {
          tags.append((String(word.dropFirst()), word.hasPrefix("+")))
        } else {
          ids.append(word)
        }
      }
    }
  }

  var options: GlobalOptions {
    get throws {
      var options = try Self.options(Request(words).options)
      options.config = options.config ?? leading.config
      options.library = options.library ?? leading.library
      options.json = options.json || leading.json
      return options
    }
  }

  private static func options(_ words: [String]) throws(ValidationError) -> GlobalOptions {
    do {
      return try GlobalOptions.parse(words)
    } catch {
      throw ValidationError(GlobalOptions.message(for: error))
    }
  }

  func validate() throws {
    if words == ["-h"] || words.contains("--help") { throw CleanExit.helpRequest(self) }
    let request = Request(words)
    _ = try Self.options(request.options)
    if request.ids.isEmpty { throw ValidationError("name a paper: paperq tag ID +good -later") }
    if request.tags.isEmpty { throw ValidationError("name a tag: paperq tag ID +good -later") }
    for tag in request.tags
    where tag.name.allSatisfy(\.isWhitespace) || tag.name != tag.name.onOneLine {
      throw ValidationError("'\(tag.name)' is no tag")
    }
  }

  func run(in session: Session) throws {
    let request = Request(words)
    let library = try session.openLibrary()
    let ids = try library.ids(named: request.ids)
    let steps = ids.flatMap { id in
      request.tags.map { LibraryChange.Step(id, .tag($0.name, isPresent: $0.isPresent)) }
    }
    try library.commit("edit-tags", steps)
    session.console.remark("tagged \(ids.count.papers)")
  }
}
