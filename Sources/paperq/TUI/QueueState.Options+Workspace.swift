import Papers
import QueueUI

extension QueueState.Options {
  /// What the configuration and the environment say about the interface.
  ///
  /// Throws when keys are bound that cannot be.
  init(_ workspace: Workspace) throws(ConfigurationError) {
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
      views: workspace.views.map {
        ViewDefinition(name: $0.name, query: $0.query, order: $0.order)
      },
      keyMap: keyMap, theme: settings.environment.refusesColor ? .monochrome : .sixteenColors,
      confirms: configuration.confirm, fetchesOnStart: configuration.refreshOnStart,
      sourceNames: workspace.sourceNames, site: settings.site,
      // The fonts of the Linux console lack heavy lines.
      progressBar: settings.environment["TERM"] == "linux" ? .ascii : .lines)
    showsCounts = configuration.showsCounts
    columns = configuration.columns
    dates = configuration.dates
  }
}
