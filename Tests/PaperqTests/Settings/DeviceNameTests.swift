import Dispatch
import Synchronization
import Testing

@testable import paperq

struct DeviceNameTests {
  @Test func firstStartsAtOnceHaveOneName() throws {
    for _ in 0..<20 {
      let folder = try TemporaryFolder()
      let state = folder.path + "/state"
      let names = Mutex<Set<String>>([])
      DispatchQueue.concurrentPerform(iterations: 4) { _ in
        let name = DeviceName.read(in: state)
        names.withLock { _ = $0.insert(name) }
      }
      let name = try #require(try DeviceName.kept(in: state))
      #expect(names.withLock { $0 } == [name])
    }
  }
}
