/// Why a text is not JSON, and where.
package struct JSONError: Error, Equatable, Sendable {
  /// What was found or missed, e.g. "a ',' or '}' is missing".
  package var message: String
  /// Bytes from the beginning of the text.
  package var offset: Int

  package init(_ message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }

  /// Line and column of the error, both counted from 1, the column in bytes.
  package func place(in text: some Collection<UInt8>) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in text.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return (line, column)
  }
}
