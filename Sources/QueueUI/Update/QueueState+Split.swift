import TerminalGrid

extension QueueState {
  /// Where things are now.
  var layout: Layout { Layout(size: size, split: split) }

  /// What to say of a preview that is not hidden and still not there.
  static let noRoomForPreview = "the preview needs 15 rows"

  /// How far a key moves the line between list and preview, in percent of the screen.
  static let splitStep = 5

  /// Gives the preview so many percent of the screen more, or less for a negative number.
  mutating func widenPreview(by percent: Int) -> [Effect] {
    if split.isHidden { return togglePreview() }
    let before = layout
    guard !before.preview.isEmpty else { return say(Self.noRoomForPreview) }
    let former = split
    if before.isSideBySide {
      split.listWidth -= percent
    } else {
      split.listHeight -= percent
    }
    if layout == before {
      // Else the next keys in the other direction would seem to do nothing.
      split = former
      say("\(percent > 0 ? "the list" : "the preview") keeps the rest")
    }
    fitList()
    return []
  }

  /// The screen as it is by default.
  mutating func resetPreview() -> [Effect] {
    split = .standard
    fitList()
    return []
  }

  /// Hides the preview, or shows it again.
  mutating func togglePreview() -> [Effect] {
    guard split.isHidden || !layout.preview.isEmpty else { return say(Self.noRoomForPreview) }
    split.isHidden.toggle()
    fitList()
    if !split.isHidden, layout.preview.isEmpty {
      say(Self.noRoomForPreview)
    }
    return []
  }
}
