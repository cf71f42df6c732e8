import Papers
import TerminalGrid

extension QueueState {
  /// Scrolls what there is to be read: the preview beside the list, else the screen.
  mutating func scroll(by lines: Int) -> [Effect] {
    guard screens.isEmpty else { return move(by: lines) }
    if layout.preview.isEmpty {
      let key = options.keyMap.keyNames(of: .togglePreview, in: .list).first
      let help = key.map { "; \($0) shows it" } ?? ""
      say(split.isHidden ? "the preview is hidden\(help)" : Self.noRoomForPreview)
    }
    scrollPreview(by: lines)
    return []
  }

  /// Scrolls the preview as far as there are lines.
  mutating func scrollPreview(by step: Int) {
    let layout = layout
    guard let id = list.selected, !layout.preview.isEmpty else { return }
    let count = previewLines(of: id, layout).count
    let top = previewRows(of: id, among: count, layout).lowerBound
    previewScroll = PreviewScroll(id: id, top: max(0, min(top + step, count - layout.preview.rows)))
  }
}
