extension String {
  /// This text as a part of a file name, on one line and of at most `bytes` bytes of UTF-8, cut
  /// between characters.
  ///
  /// It holds no control character and none that a file system, a shell's path or a wiki link gives
  /// a meaning to, and ends in neither a blank nor a full stop.
  func asFileName(bytes: Int) -> String {
    var result = ""
    var room = bytes
    for character in cleanedLine.withoutMeaning {
      room -= character.utf8.count
      guard room >= 0 else { break }
      result.append(character)
    }
    while let last = result.last, last == " " || last == "." { result.removeLast() }
    return result
  }

  private var withoutMeaning: String {
    var result = ""
    for character in self {
      switch character {
      case "/": result.append("-")
      case ":": result.append(" -")
      case "\\", "*", "?", "\"", "<", ">", "|", "#", "^", "[", "]", "{", "}", "$", "`", "~":
        continue
      default: result.append(character)
      }
    }
    return result.split(separator: " ").joined(separator: " ")
  }
}
