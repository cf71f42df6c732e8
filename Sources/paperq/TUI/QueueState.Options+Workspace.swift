import Papers
import QueueUI

extension QueueState.Options {
  /// What the configuration and the environment say about the interface.
  ///
  /// Throws when keys are bound that cannot be, or a theme cannot be read. `colors` is how many the
  /// terminal has.
  init(_ workspace: Workspace, colors: Int = 256) throws(ConfigurationError) {
    let settings = workspace.settings
    let configuration = settings.configuration
    let keyMap: KeyMap
    do throws(KeyMapError) {
      keyMap = try KeyMap(preset: configuration.keys.preset, bindings: configuration.keys.bind)
    } catch {
      throw ConfigurationError(
        "cannot use '\(error.path)' of '\(settings.paths.configuration)': \(error.message)")
    }
    self.init(
      views: workspace.views,
      keyMap: keyMap, theme: try Theme(configuredIn: settings, colors: colors),
      confirms: configuration.confirm, fetchesOnStart: configuration.refreshOnStart,
      sourceNames: workspace.sourceNames, site: settings.site,
      // The fonts of the Linux console lack heavy lines.
      progressBar: settings.environment["TERM"] == "linux" ? .ascii : .lines)
    isThrowaway = settings.isThrowaway
    exportFormat = settings.exportFormat
    exportFolder = settings.environment.abbreviating(settings.screenExportFolder)
    showsCounts = configuration.showsCounts
    columns = configuration.columns
    dates = configuration.dates
    wallClock = .local
  }
}

extension Theme {
  /// The theme of the configuration, or one without colours where nobody wants any.
  init(configuredIn settings: Settings, colors: Int) throws(ConfigurationError) {
    let configuration = settings.configuration
    do throws(ThemeError) {
      self = try Theme(
        named: settings.environment.refusesColor ? BuiltIn.mono.rawValue : configuration.theme,
        definitions: configuration.themes, colors: colors)
    } catch {
      throw ConfigurationError(
        "cannot use the config '\(settings.paths.configuration)': '\(error.path)' \(error.message)")
    }
  }
}
