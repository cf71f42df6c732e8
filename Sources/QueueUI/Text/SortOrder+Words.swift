import Papers

extension SortOrder {
  /// What it is called wherever the interface names it: "newest first", "title".
  var words: String {
    switch (key, isDescending) {
    case (.published, true): "newest first"
    case (.published, false): "oldest first"
    case (.added, true): "last added"
    case (.added, false): "first added"
    case (.updated, true): "last updated"
    case (.updated, false): "first updated"
    case (.rank, false): "queue order"
    case (.title, false): "title"
    case (.author, false): "author"
    case (.starter, false): "starter list"
    case (.rank, true), (.title, true), (.author, true), (.starter, true):
      SortOrder(key).words + ", backwards"
    }
  }
}
