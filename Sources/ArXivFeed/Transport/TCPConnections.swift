import Foundation
import Glibc

/// The connections of this process to other hosts.
enum TCPConnections {
  /// Breaks those to one of these ports, and drops what has come on them and was not read yet.
  ///
  /// For whoever uses them it is as if the other side had reset the connection; the descriptors stay
  /// theirs. To be called where nobody opens or closes connections meanwhile.
  static func reset(toPorts ports: Set<Int>) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    for descriptor in names.compactMap({ Int32($0) }) {
      guard let port = remotePort(of: descriptor), ports.contains(port) else { continue }
      // Connecting to nowhere is how a connection is dissolved (connect(2)).
      var nowhere = sockaddr()
      nowhere.sa_family = sa_family_t(AF_UNSPEC)
      connect(descriptor, &nowhere, socklen_t(MemoryLayout<sockaddr>.size))
    }
  }

  /// Nil for what is no TCP connection.
  private static func remotePort(of descriptor: Int32) -> Int? {
    var kind: Int32 = 0
    var kindLength = socklen_t(MemoryLayout<Int32>.size)
    guard getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &kind, &kindLength) == 0,
      kind == Int32(SOCK_STREAM.rawValue)
    else { return nil }
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let isConnected = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getpeername(descriptor, $0, &length) == 0
      }
    }
    guard isConnected else { return nil }
    let bytes = withUnsafeBytes(of: storage) { Array($0.prefix(4)) }
    let family = Int32(storage.ss_family)
    // Both kinds of addresses have the port behind the family, its high byte first.
    return family == AF_INET || family == AF_INET6 ? Int(bytes[2]) << 8 | Int(bytes[3]) : nil
  }
}
