import Foundation
import Glibc
import Synchronization

/// A program that is run to its end, its input and output being files.
///
/// Foundation's `Process` takes a program for running as long as another has inherited its
/// descriptors, which a server that is left behind, as tmux's is, does for ever.
enum ChildProcess {
  /// Held while a program begins and while a file is written: a script cannot be run as long as
  /// anyone, and be it a child that has just been made, has it open for writing.
  static let beginning = Mutex(())

  /// Runs a program in a folder, with nothing of this process's environment; gives the status that a
  /// shell would, when the program is dead. After `limit` seconds it is killed.
  static func run(
    _ words: [String], environment: [String: String], folder: String = "/", limit: Double? = nil,
    input: String = "/dev/null", output: String = "/dev/null", errors: String = "/dev/null"
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY, 0)
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + words
    let arguments = shell.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for string in arguments + variables { free(string) } }
    var child: pid_t = 0
    // Threads of libraries block signals, and a program keeps the mask of the thread that starts it.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let code = beginning.withLock { _ in
      posix_spawn(&child, shell[0], &actions, &attributes, arguments, variables)
    }
    guard code == 0 else { return 127 }
    if let limit { kill(child, after: limit) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Waits for the end of a child, which is left to be waited for again, so that the number that is
  /// killed is no other program's. (`timeout` kills itself too, and waits for nothing.)
  private static func kill(_ child: pid_t, after seconds: Double) {
    let (hasEnded, isDone) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    Thread.detachNewThread {
      if hasEnded.wait(timeout: .now() + seconds) == .timedOut { Glibc.kill(child, SIGKILL) }
      isDone.signal()
    }
    var info = siginfo_t()
    while waitid(P_PID, id_t(child), &info, WEXITED | WNOWAIT) < 0, errno == EINTR {}
    hasEnded.signal()
    isDone.wait()
  }
}
