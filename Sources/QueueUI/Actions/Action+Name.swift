package import Papers

extension Action {
  /// The name under which the journal has it.
  package var name: ActionName { ActionName(rawValue: rawValue) }

  /// The action that a journal names; nil for one that the screen does not have.
  package init?(_ name: ActionName) {
    self.init(rawValue: name.rawValue)
  }
}
