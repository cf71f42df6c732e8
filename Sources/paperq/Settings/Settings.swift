import Foundation
import PaperExport
import Papers

/// What a run of paperq goes by: the environment, where things are, and the configuration.
struct Settings: Equatable, Sendable {
  var environment: Environment
  var paths: Paths
  var configuration: Configuration
  /// Whether the library goes with the program.
  var isThrowaway = false

  init(environment: Environment, paths: Paths, configuration: Configuration) {
    self.environment = environment
    self.paths = paths
    self.configuration = configuration
  }

  /// Reads the configuration that the command line and the environment name.
  init(
    environment: Environment, config: String? = nil, library: String? = nil
  ) throws(ConfigurationError) {
    let paths = try Paths(environment: environment, config: config, library: library)
    self.init(
      environment: environment, paths: paths, configuration: try Configuration(at: paths))
  }

  /// Where the pages of papers are.
  var site: ArXivSite { ArXivSite(base: configuration.arxiv.site.absoluteString) }

  /// Where PDFs are kept.
  var pdfFolder: String {
    configuration.pdfFolder.map(environment.expanding) ?? paths.pdf
  }

  /// Where exported files go; nil when the configuration names no folder.
  var exportFolder: String? {
    configuration.exportFolder.map(environment.expanding)
  }

  /// Where the screen exports to when no place is named.
  var screenExportFolder: String { exportFolder ?? environment.expanding("~/papers") }

  /// The format of an export that names none.
  var exportFormat: ExportFormat {
    guard let format = ExportFormat(rawValue: configuration.exportFormat) else {
      preconditionFailure("the configuration lets no other format pass")
    }
    return format
  }

  /// Reads the template that the configuration names for Markdown; it is ours when it names none.
  func markdownTemplate() throws(ConfigurationError) -> MarkdownTemplate {
    guard let name = configuration.exportTemplate else { return .standard }
    let path = environment.expanding(name)
    let folder = paths.configuration.prefix(
      upTo: paths.configuration.lastIndex(of: "/") ?? paths.configuration.startIndex)
    do throws(TemplateFileError) {
      return try MarkdownTemplate(file: path.hasPrefix("/") ? path : "\(folder)/\(path)")
    } catch {
      throw ConfigurationError(error.message)
    }
  }
}
