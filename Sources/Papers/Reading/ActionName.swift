/// The name of what the user did, as in the key table, after `:` and in the journal: `toggle-read`.
///
/// A journal may hold any text, of a newer version or another program. Names that the code asks for
/// are members, so that one cannot be misspelt in one place alone.
package struct ActionName: RawRepresentable, Hashable, Sendable, ExpressibleByStringInterpolation {
  package var rawValue: String

  /// The action of any name.
  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// A name that is written in the code.
  package init(stringLiteral text: String) {
    self.init(rawValue: text)
  }

  // Actions of the screen have the same names.
  package static let annotate: ActionName = "annotate"
  package static let editNotes: ActionName = "edit-notes"
  package static let editTags: ActionName = "edit-tags"
  package static let openBrowser: ActionName = "open-browser"
  package static let openPDF: ActionName = "open-pdf"
  package static let toggleDismissed: ActionName = "toggle-dismissed"
  package static let toggleQueued: ActionName = "toggle-queued"
  package static let toggleReading: ActionName = "toggle-reading"
}
