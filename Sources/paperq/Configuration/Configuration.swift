import Foundation
import Glibc
import JSONText
import Papers
import QueueUI

/// What the user configured, with the defaults of what was left out.
struct Configuration: Equatable, Sendable {
  struct ArXiv: Equatable, Sendable {
    var api: URL
    var feeds: URL
    var site: URL
    var secondsBetweenRequests: Double
    var timeoutSeconds: Double
    var pageSize: Int
  }

  /// The keys as they are written; what contexts, keys and actions there are, the screen knows.
  struct Keys: Equatable, Sendable {
    var preset: String
    /// Context, key, name of the action.
    var bind: [String: [String: String]]
  }

  var arxiv: ArXiv
  var sources: [Source]
  var views: [ViewDefinition]
  var keys: Keys
  var theme: String
  /// Name, role, how it looks.
  var themes: [String: [String: String]]
  /// Whether the terminal's title tells the view.
  var setsTitle: Bool
  /// The columns of the list, and how it writes times.
  var columns: [ListColumn]
  var dates: DateForm
  /// Whether tabs tell how many papers they have.
  var showsCounts: Bool
  var mouse: Bool
  var refreshOnStart: Bool
  var confirm: Bool
  /// What a new note begins with in the user's editor.
  var noteTemplate: NoteTemplate
  /// Nil means the folder of ``Paths``.
  var pdfFolder: String?
  /// A program and its arguments, one of which holds `{file}`.
  var pdfCommand: [String]
  /// A program and its arguments, one of which holds `{url}`; nil means the system's browser.
  var browserCommand: [String]?
  var exportFolder: String?
  var exportFormat: String
  /// The file of a Markdown template, relative to the folder of the configuration; nil means ours.
  var exportTemplate: String?
  /// What all keys hold, defaults included, in the order of the table.
  var effective: JSONValue

  /// The configuration of an empty file.
  static let standard: Configuration = {
    do {
      return try Configuration(reading: Array("{}".utf8), file: "config.json")
    } catch {
      preconditionFailure("the defaults of the configuration are refused: \(error)")
    }
  }()

  /// Reads a configuration file, JSON with comments and trailing commas.
  ///
  /// `file` is how messages name it. The error names all that is wrong.
  init(reading bytes: [UInt8], file: String) throws(ConfigurationError) {
    // Places are counted behind the mark.
    let bytes = bytes.withoutByteOrderMark
    let json: JSONValue
    do throws(JSONError) {
      json = try .parse(bytes, dialect: .relaxed)
    } catch {
      let place = error.place(in: bytes)
      throw ConfigurationError(
        "cannot read the config '\(file)', line \(place.line), column \(place.column): "
          + error.message)
    }
    let faults = ConfigurationChecker(json).faults
    if let error = ConfigurationError(file: file, faults: faults) { throw error }
    self.init(ConfigurationValues(json.object ?? [:]))
  }

  /// Reads the file of these paths. One that is not there, and that nobody named, is empty.
  init(at paths: Paths) throws(ConfigurationError) {
    let file = paths.configuration
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileBytes.read(file)
    } catch {
      guard error.code == ENOENT, !paths.isConfigurationNamed else {
        throw ConfigurationError("cannot read the config '\(file)': \(error.reason)")
      }
      // A link that leads nowhere was meant to lead somewhere; the defaults would be a surprise.
      var info = stat()
      if lstat(file, &info) == 0 {
        throw ConfigurationError(
          "cannot read the config '\(file)': it is a link to a file that is not there")
      }
      self = .standard
      return
    }
    try self.init(reading: bytes, file: file)
  }

  private init(_ values: ConfigurationValues) {
    arxiv = ArXiv(
      api: values.endpoint("arxiv.api"), feeds: values.endpoint("arxiv.feeds"),
      site: values.endpoint("arxiv.site"),
      secondsBetweenRequests: values["arxiv.secondsBetweenRequests"].double ?? 3,
      timeoutSeconds: values["arxiv.timeoutSeconds"].double ?? 30,
      pageSize: values["arxiv.pageSize"].integer ?? 200)
    sources = values.elements("sources").map(Source.init(configured:))
    views = values.elements("views").map(ViewDefinition.init(configured:))
    keys = Keys(
      preset: values["keys.preset"].string ?? "",
      bind: values["keys.bind"].definitions)
    theme = values["theme"].string ?? ""
    themes = values["themes"].definitions
    setsTitle = values["title"].bool ?? true
    columns = (values["list.columns"].texts ?? []).compactMap(ListColumn.init)
    dates = values["list.dates"].string.flatMap(DateForm.init) ?? .absolute
    showsCounts = values["counts"].bool ?? true
    mouse = values["mouse"].bool ?? false
    refreshOnStart = values["refreshOnStart"].bool ?? true
    confirm = values["confirm"].bool ?? true
    let template = values["notes.template"]
    noteTemplate =
      template.string.map { NoteTemplate(text: $0) }
      ?? NoteTemplate(headings: template.texts ?? [])
    pdfFolder = values["pdf.directory"].string
    pdfCommand = values["pdf.open"].texts ?? []
    browserCommand = values["browser"].texts
    exportFolder = values["export.directory"].string
    exportFormat = values["export.format"].string ?? ""
    exportTemplate = values["export.template"].string
    effective = values.effective
  }
}

extension Source {
  /// A source of the configuration, which was checked.
  fileprivate init(configured values: ConfigurationValues) {
    let kind: Kind
    if let text = values.written("query")?.string, let query = try? Query(parsing: text) {
      kind = .query(
        query,
        windowDays: values["window"].string.flatMap(ConfigurationType.days(ofWindow:)) ?? 7,
        limit: values["limit"].integer ?? 500)
    } else if let categories = values.written("daily")?.texts {
      let types = values["types"].texts ?? []
      kind = .daily(categories, types: Set(types.compactMap(AnnouncementType.init)))
    } else {
      let ids = values.written("ids")?.texts ?? []
      kind = .ids(ids.compactMap { ArXivReference($0)?.id })
    }
    self.init(
      name: values["name"].string ?? "", kind: kind, isAlert: values["alert"].bool ?? false)
  }
}

extension ViewDefinition {
  fileprivate init(configured values: ConfigurationValues) {
    self.init(
      name: values["name"].string ?? "",
      query: values["query"].string.flatMap { try? Query(parsing: $0) } ?? .undismissed,
      order: values["sort"].string.flatMap { Papers.SortOrder($0) } ?? .newest)
  }
}
