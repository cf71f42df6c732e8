import ArgumentParser
import Foundation
import JSONText
import LoopbackArXiv
import Papers

/// A local arXiv with made-up papers, and settings for a library of its own beside it.
struct Demo {
  let arXiv: LoopbackArXiv

  /// Serves `count` papers, the newest of them submitted at `now`.
  init(count: Int, now: Timestamp) throws(CommandFailure) {
    let starters = StarterList.papers(added: now).map { paper in
      var paper = paper
      paper.abstract = "In the demo this abstract is made up; arXiv has the true one."
      return paper
    }
    arXiv = LoopbackArXiv(papers: GeneratedPapers.make(count: count, endingAt: now) + starters)
    // Large enough to be seen coming when the demo is slow.
    arXiv.pdfs.minimumBytes = 200_000
    do throws(LoopbackArXiv.StartError) {
      try arXiv.start()
    } catch {
      throw CommandFailure(.unreachable, error.message)
    }
  }

  /// A configuration that asks the local arXiv, without pauses.
  var configuration: JSONValue {
    let author = arXiv.papers.first?.authors.first?.name ?? "Ada Lovelace"
    return .object([
      "arxiv": .object([
        "api": .string(arXiv.api), "feeds": .string(arXiv.site), "site": .string(arXiv.site),
        "secondsBetweenRequests": .integer(0), "pageSize": .integer(50),
      ]),
      "sources": .array([
        .object([
          "name": .string("learning"), "query": .string("cat:cs.LG"), "window": .string("2w"),
        ]),
        .object(["name": .string("announced"), "daily": .array([.string("cs.CL")])]),
        .object([
          "name": .string(author), "query": .string("au:\"\(author)\""), "window": .string("1m"),
          "alert": .bool(true),
        ]),
      ]),
    ])
  }

  /// The keys of the configuration that the demo has of its own, because they say what is fetched
  /// when, what is shown of it, and where files go. All others are the user's: they say how the
  /// interface looks and works, and which programs it starts.
  static let ownKeys = [
    "arxiv", "sources", "views", "refreshOnStart", "pdf.directory", "export.directory",
  ]

  /// Settings whose folders all lie in `folder`. Of the user's configuration all is taken but
  /// ``ownKeys``.
  func settings(in folder: String, like own: Settings) throws(ConfigurationError) -> Settings {
    // Programs that paperq starts, such as the user's editor, keep the real environment.
    var ours = own.environment
    for variable in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"] {
      ours.variables[variable] = folder
    }
    ours.variables["PAPERQ_CONFIG"] = nil
    ours.variables["PAPERQ_LIBRARY"] = nil
    var paths = try Paths(environment: ours)
    // A template is named from the folder of the configuration.
    paths.configuration = own.paths.configuration
    var keys = own.configuration.effective.object ?? [:]
    for path in Self.ownKeys { keys.remove(path.split(separator: ".").map(String.init)[...]) }
    for member in configuration.object?.members ?? [] { keys[member.key] = member.value }
    var export = keys["export"]?.object ?? [:]
    export["directory"] = .string("\(folder)/papers")
    keys["export"] = .object(export)
    var settings = Settings(
      environment: own.environment, paths: paths,
      configuration: try Configuration(
        reading: JSONValue.object(keys).encoded, file: paths.configuration))
    settings.isThrowaway = true
    return settings
  }
}

extension JSONObject {
  /// Takes a member away, by the names on the way to it.
  fileprivate mutating func remove(_ path: ArraySlice<String>) {
    guard let name = path.first else { return }
    if path.count > 1, var inner = self[name]?.object {
      inner.remove(path.dropFirst())
      self[name] = .object(inner)
    } else {
      self[name] = nil
    }
  }
}

/// What the demo's arXiv does wrong, to try how paperq takes it.
enum DemoFault: String, CaseIterable, ExpressibleByArgument {
  case busy, limited, page, cut, reset, slow

  var fault: LoopbackFault {
    switch self {
    case .busy: .status(503)
    case .limited: .status(429, retryAfter: "300")
    case .page: .html
    case .cut: .truncatedXML(afterBytes: 2000)
    case .reset: .reset
    case .slow: .slowBody(bytes: 512, pauseMilliseconds: 100)
    }
  }
}
