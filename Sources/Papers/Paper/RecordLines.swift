import JSONText

/// A library file in the making: one JSON object, keys sorted, one member a line, so that
/// differences are readable and merges go line by line (SPEC.md 3).
package struct RecordLines {
  private var members: [(key: String, value: ArraySlice<UInt8>)] = []

  package init() {}

  /// Adds a member; `value` must be JSON on one line.
  package mutating func add(_ key: String, _ value: ArraySlice<UInt8>) {
    members.append((key, value))
  }

  /// The bytes of the file, ending in a newline. Identifiers come in their own order, then other
  /// keys in the order of their bytes.
  package var file: [UInt8] {
    let keyed = members.map { (id: ArXivID($0.key), member: $0) }
    let ordered = keyed.sorted { left, right in
      switch (left.id, right.id) {
      case (let left?, let right?): left < right
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): left.member.key.utf8.lexicographicallyPrecedes(right.member.key.utf8)
      }
    }
    var output: [UInt8] = []
    output.reserveCapacity(members.reduce(4) { $0 + $1.key.utf8.count + $1.value.count + 6 })
    output.append(UInt8(ascii: "{"))
    for (index, (_, member)) in ordered.enumerated() {
      output.append(contentsOf: (index == 0 ? "\n" : ",\n").utf8)
      JSONValue.write(member.key, to: &output)
      output.append(UInt8(ascii: ":"))
      output.append(contentsOf: member.value)
    }
    output.append(contentsOf: (ordered.isEmpty ? "}\n" : "\n}\n").utf8)
    return output
  }
}
