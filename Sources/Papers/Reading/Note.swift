package import JSONText

/// Something the user wrote about a paper.
package struct Note: Equatable, Sendable {
  /// Unique among the notes of its paper; made where the note is made.
  package var id: String
  /// When it was first saved.
  package var created: Timestamp
  /// When its text was last changed.
  package var edited: Timestamp
  /// Markdown, kept verbatim.
  package var text: String
  /// The page that the note is about, as the user writes it.
  package var page: String?
  /// The passage that the note is about.
  package var quote: String?
  /// Members of the stored note that this version of paperq does not know.
  package var unknown: JSONObject

  package init(
    id: String, created: Timestamp, edited: Timestamp? = nil, text: String, page: String? = nil,
    quote: String? = nil, unknown: JSONObject = [:]
  ) {
    self.id = id
    self.created = created
    self.edited = edited ?? created
    self.text = text
    self.page = page
    self.quote = quote
    self.unknown = unknown
  }
}
