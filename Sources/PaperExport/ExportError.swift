/// Why a file that is already there was left alone.
package enum ExportError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file has no part that is ours: it was written by hand, or its markers were removed.
  case noMarkers(file: String)
  /// The file's part begins, but where it ends cannot be told.
  case noEndMarker(file: String)
  /// Several papers would go into one file that is there, where no part of theirs can be told apart.
  case severalPapers(file: String)

  /// The sentence for the user, on one line.
  package var description: String {
    switch self {
    case .noMarkers(let file):
      "cannot update '\(file.cleanedLine)': it has no '\(Markers.begin)' line, so none of it is"
        + " ours; move it away, or add the begin and end markers where the paper should go"
    case .noEndMarker(let file):
      "cannot update '\(file.cleanedLine)': the end of the part after '\(Markers.begin)' is not"
        + " there any more; put back the '\(Markers.end)' line, or move the file away"
    case .severalPapers(let file):
      "cannot replace '\(file.cleanedLine)': it is there and may hold text of yours; export to a"
        + " folder, or as a digest"
    }
  }
}
