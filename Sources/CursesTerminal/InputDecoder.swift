import TerminalGrid

/// Turns the bytes of a keyboard into keys and pastes, however they are cut into reads.
struct InputDecoder {
  /// The most bytes of a paste that are kept; the rest of it is read and dropped.
  static let pasteLimit = 1 << 20

  private let sequences: KeySequences
  /// Bytes that are not decoded yet.
  private var buffer: [UInt8] = []
  /// What came since a paste began; nil outside a paste.
  private var paste: [UInt8]?

  init(sequences: KeySequences = KeySequences()) {
    self.sequences = sequences
  }

  /// Whether there are bytes that are a key of their own unless more follows at once, such as ESC.
  var awaitsMore: Bool { !buffer.isEmpty && paste == nil }

  /// The input that is complete with these bytes.
  mutating func decode(_ bytes: some Sequence<UInt8>) -> [TerminalInput] {
    buffer.append(contentsOf: bytes)
    return decodeBuffer(isComplete: false)
  }

  /// The input that waited for bytes which did not come: ESC alone is the key Escape.
  mutating func finish() -> [TerminalInput] {
    decodeBuffer(isComplete: true)
  }

  private mutating func decodeBuffer(isComplete: Bool) -> [TerminalInput] {
    var inputs: [TerminalInput] = []
    var position = 0
    while position < buffer.count {
      if paste != nil {
        guard let text = takePaste(from: &position) else { break }
        inputs.append(.paste(text))
        continue
      }
      let step = nextStep(buffer[position...], isComplete: isComplete)
      guard case .took(let count, let meaning) = step else { break }
      position += count
      switch meaning {
      case .key(let key): inputs.append(.key(key))
      case .pasteBegins: paste = []
      case .nothing: break
      }
    }
    buffer.removeFirst(position)
    return inputs
  }

  // MARK: - Keys

  private enum Meaning {
    case key(Key)
    case pasteBegins
    /// Bytes that stand for no key of ours, such as a key we have no name for.
    case nothing
  }

  private enum Step {
    case took(Int, Meaning)
    /// Only more bytes can tell.
    case unfinished

    static func key(_ key: Key?, _ count: Int) -> Step {
      .took(count, key.map { .key($0) } ?? .nothing)
    }
  }

  private func nextStep(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> Step {
    guard let first = bytes.first else { return .unfinished }
    switch first {
    case 0x1B: return escapeStep(bytes, isComplete: isComplete)
    case 0..<0x20, 0x7F: return .key(Self.controlKey(first), 1)
    default: return characterStep(bytes, isComplete: isComplete) { .character($0) }
    }
  }

  /// A byte sequence that begins with ESC.
  private func escapeStep(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> Step {
    for (sequence, key) in sequences.named {
      if bytes.starts(with: sequence) { return .key(key, sequence.count) }
      if !isComplete, sequence.starts(with: bytes) { return .unfinished }
    }
    let rest = bytes.dropFirst()
    guard let second = rest.first else { return isComplete ? .key(.escape, 1) : .unfinished }
    switch second {
    case UInt8(ascii: "["):
      if let step = controlSequenceStep(bytes) { return step }
    case UInt8(ascii: "O"):
      if let third = rest.dropFirst().first {
        return .key(KeySequences.singleShift(third), 3)
      }
    case 0x0A, 0x0D: return .key(.altEnter, 2)
    case 0x08, 0x7F: return .key(.altBackspace, 2)
    // Escape and then another key, each of its own.
    case 0..<0x20: return .key(.escape, 1)
    default:
      guard
        case .took(let count, let meaning) = characterStep(
          rest, isComplete: isComplete, { .alt($0) })
      else { return .unfinished }
      return .took(count + 1, meaning)
    }
    // ESC [ or ESC O without more is Alt with that character.
    return isComplete ? .key(.alt(Character(Unicode.Scalar(second))), 2) : .unfinished
  }

  /// `ESC [`, parameters and a final byte; nil while the final byte is missing.
  private func controlSequenceStep(_ bytes: ArraySlice<UInt8>) -> Step? {
    let body = bytes.dropFirst(2)
    guard let end = body.firstIndex(where: { !(0x20..<0x40).contains($0) }) else {
      // No sequence is that long: it is noise, and waiting for its end would swallow keys.
      return body.count > 64 ? .took(bytes.count, .nothing) : nil
    }
    let final = body[end]
    let length = end - bytes.startIndex + 1
    // A control inside breaks the sequence off and is a key of its own.
    guard (0x40..<0x7F).contains(final) else { return .took(length - 1, .nothing) }
    let text = body[..<end]
    guard text.allSatisfy({ $0 >= 0x30 && $0 <= 0x3B }) else { return .took(length, .nothing) }
    let parameters = text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)) ?? 0 }
    if final == UInt8(ascii: "~"), parameters.first == 200 { return .took(length, .pasteBegins) }
    return .key(KeySequences.control(parameters: parameters, final: final), length)
  }

  /// A character in UTF-8; bytes that are none are dropped one by one.
  private func characterStep(
    _ bytes: ArraySlice<UInt8>, isComplete: Bool, _ key: (Character) -> Key
  ) -> Step {
    guard let first = bytes.first else { return .unfinished }
    let length: Int
    switch first {
    case 0x20..<0x7F: length = 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return .took(1, .nothing)
    }
    let encoded = bytes.prefix(length)
    guard encoded.dropFirst().allSatisfy({ (0x80..<0xC0).contains($0) }) else {
      return .took(1, .nothing)
    }
    guard encoded.count == length else { return isComplete ? .took(1, .nothing) : .unfinished }
    guard let scalar = String(validating: encoded, as: UTF8.self)?.unicodeScalars.first,
      scalar.properties.generalCategory != .control
    else { return .took(length, .nothing) }
    return .key(key(Character(scalar)), length)
  }

  /// The key of a C0 control or DEL.
  private static func controlKey(_ byte: UInt8) -> Key {
    switch byte {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0D: .enter
    case 0x1B: .escape
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }

  // MARK: - Pastes

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// The paste if its end has come, nil if more must follow. Moves past all that is taken.
  private mutating func takePaste(from position: inout Int) -> String? {
    let rest = buffer[position...]
    var end = rest.startIndex
    while end < rest.endIndex, !Self.pasteEnd.starts(with: rest[end...].prefix(6)) {
      // Nothing but the end mark can begin before the next ESC.
      end = rest[(end + 1)...].firstIndex(of: 0x1B) ?? rest.endIndex
    }
    let room = Self.pasteLimit - (paste?.count ?? 0)
    paste?.append(contentsOf: rest[..<end].prefix(room))
    position = end
    guard rest.endIndex - end >= Self.pasteEnd.count else { return nil }
    position += Self.pasteEnd.count
    defer { paste = nil }
    return Self.text(ofPaste: paste ?? [])
  }

  /// The text of a paste: line breaks as "\n", no other control but the tab.
  private static func text(ofPaste bytes: [UInt8]) -> String {
    var text = ""
    for character in String(decoding: bytes, as: UTF8.self) {
      if character.isNewline {
        text.append("\n")
      } else if character == "\t" || character.displayWidth > 0 {
        text.append(character)
      } else {
        text.unicodeScalars.append(
          contentsOf: character.unicodeScalars.filter { $0.properties.generalCategory != .control })
      }
    }
    return text
  }
}
