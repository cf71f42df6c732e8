import Glibc

/// A TCP socket on 127.0.0.1, blocking. Every call that fails says so by nil or false: a connection
/// that broke is over, and there is nothing else to know about it.
struct LoopbackSocket: Sendable {
  let descriptor: Int32

  /// A socket that listens on a free port.
  static func listening() -> (socket: LoopbackSocket, port: Int)? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isReady = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, address, &length) == 0
      }
    }
    guard isReady else {
      close(descriptor)
      return nil
    }
    return (LoopbackSocket(descriptor: descriptor), Int(UInt16(bigEndian: address.sin_port)))
  }

  /// Waits for a client; nil once the socket is shut down.
  func accepted() -> LoopbackSocket? {
    while true {
      let client = accept(descriptor, nil, nil)
      if client >= 0 {
        var yes: Int32 = 1
        setsockopt(
          client, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        return LoopbackSocket(descriptor: client)
      }
      guard errno == EINTR || errno == ECONNABORTED else { return nil }
    }
  }

  /// Up to 64 kB, nil at the end of the connection.
  func received() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count > 0 { return Array(buffer[..<count]) }
      guard count < 0, errno == EINTR else { return nil }
    }
  }

  /// Sends all of `bytes`; false when the client is gone.
  func send(_ bytes: some Collection<UInt8>) -> Bool {
    let bytes = Array(bytes)
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(
          descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      if count > 0 {
        sent += count
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// Wakes whoever waits on this socket; it must still be closed.
  func shutDown() {
    shutdown(descriptor, Int32(SHUT_RDWR))
  }

  func closeNow() {
    close(descriptor)
  }

  /// Closes with a reset instead of an orderly end.
  func reset() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    close(descriptor)
  }
}
